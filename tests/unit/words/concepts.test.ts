import { language, type Language } from '@/words/language'
import { common } from '@/words/common'
import { handout } from '@/words/handout'
import { preferenceWords } from '@/words/preferences'
import { presentation, presentationNumbers } from '@/words/presentation'
import { afterEach, describe, expect, it } from 'vitest'

afterEach(() => {
  language.value = 'en'
})

const PARTS = [common, handout, preferenceWords, presentation, presentationNumbers] as const

/** Messages of different parts that a patient meets for one and the same thing. */
const SAME: readonly {
  readonly concept: string
  readonly said: (of: Language) => readonly string[]
}[] = [
  {
    concept: 'what matters',
    said: (of) => [
      presentation.sayIn(of, 'step_preferences'),
      preferenceWords.sayIn(of, 'title'),
      handout.sayIn(of, 'mattered'),
    ],
  },
  {
    concept: 'what was decided',
    said: (of) => [presentation.sayIn(of, 'step_decision'), handout.sayIn(of, 'decided')],
  },
  {
    concept: 'side effects',
    said: (of) => [presentation.sayIn(of, 'step_side-effects'), handout.sayIn(of, 'sideEffects')],
  },
  {
    concept: 'so many of 100',
    said: (of) => [
      common.sayIn(of, 'ofHundred', { count: 7 }),
      presentationNumbers.sayIn(of, 'ofHundred', { count: 7 }),
    ],
  },
  {
    concept: 'numbers that may not be compared',
    said: (of) => [presentationNumbers.sayIn(of, 'apartAll'), handout.sayIn(of, 'apartAll')],
  },
  {
    concept: 'a weight',
    said: (of) => [
      preferenceWords.sayIn(of, 'weight', { weight: 7 }),
      handout.sayIn(of, 'weight', { weight: 7 }),
    ],
  },
]

describe.each(['en', 'es'] satisfies Language[])('the words of a patient in %s', (of) => {
  it.each(SAME)('call one thing by one name: $concept', async ({ said }) => {
    await Promise.all(PARTS.map((part) => part.load(of)))
    expect(new Set(said(of)).size).toBe(1)
    if (of !== 'en') expect(said(of)).not.toContain(said('en')[0])
  })

  it('say on paper, in one breath, what the screen says of 100 people', async () => {
    await Promise.all(PARTS.map((part) => part.load(of)))
    expect(handout.sayIn(of, 'hundred')).toBe(
      `${presentation.sayIn(of, 'likeInStudies')} ${presentation.sayIn(of, 'nobodyKnows')}`,
    )
  })

  it('mean by the faint mark of a picture what the ring on paper means', async () => {
    await Promise.all(PARTS.map((part) => part.load(of)))
    const alone = presentationNumbers.sayIn(of, 'alone')
    expect(presentationNumbers.sayIn(of, 'legendPale')).toContain(alone)
    expect(handout.sayIn(of, 'ring')).toContain(alone)
  })
})
