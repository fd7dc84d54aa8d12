import { chainBetween, summaryOfPair, verdictOfTreatments } from '@/domain/comparability'
import { NOTES, REASONS, type NoteId } from '@/domain/comparability/verdict'
import { LEVEL_WORDS, noteWords, REASON_WORDS } from '@/domain/verdictLexicon'
import {
  chainSentence,
  countWords,
  DIRECTIONS_DIFFER,
  verdictSentence,
  type Telling,
} from '@/domain/verdictWords'
import { outcomeOf, realEvidence, treatmentOf } from '../../support/evidence'
import { describe, expect, it } from 'vitest'

const clinician: Telling = { audience: 'clinician', names: (id) => treatmentOf(id).shortName }
const patient: Telling = { audience: 'patient', names: (id) => treatmentOf(id).plainName }

const tell = (one: string, other: string, outcome: string, telling = clinician) =>
  verdictSentence(
    verdictOfTreatments(treatmentOf(one), treatmentOf(other), outcomeOf(outcome), realEvidence()),
    telling,
  )

/** Flesch-Kincaid grade: the school year at which a text can be read; 7 is reading age 12. */
function readingGrade(text: string): number {
  const sentences = text.split(/[.:]/).filter((part) => part.trim() !== '').length
  const words = text.match(/[a-z']+/gi) ?? []
  const syllables = words.reduce((sum, word) => {
    const groups = word
      .toLowerCase()
      .replace(/(?<![aeiouyl])e$|es$|ed$/, '')
      .match(/[aeiouy]+/g)
    return sum + Math.max(1, groups?.length ?? 0)
  }, 0)
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

describe('the sentence of a verdict', () => {
  it('says of a direct comparison whether it was randomised', () => {
    expect(tell('topiramate', 'carbamazepine', 'pain-relief-any')).toBe(
      'Topiramate and Carbamazepine were compared directly: randomised.',
    )
    expect(tell('mvd', 'srs', 'recurrence')).toBe(
      'MVD and Radiosurgery (SRS) were compared directly: not randomised: the groups may differ.',
    )
  })

  it('names the side that is printed where the other is not in our data', () => {
    expect(tell('carbamazepine', 'pimozide', 'pain-intensity')).toBe(
      'Carbamazepine and Pimozide were compared directly: randomised. Only the number for Pimozide is printed; the other side is not in our data.',
    )
  })

  it('names the third of a link and says that no single number is shown', () => {
    const words = tell('oxcarbazepine', 'gabapentin', 'any-adverse')
    expect(words).toContain('each compared with Carbamazepine, not with each other')
    expect(words).toContain('an indirect comparison, so no single number is shown')
  })

  it('always says side by side that the difference may come from the patients', () => {
    expect(tell('pregabalin', 'levetiracetam', 'pain-relief-50')).toContain('may come from the patients')
    expect(tell('glycerol-rhizolysis', 'repeat-glycerol-rhizolysis', 'response-duration')).toContain(
      'Same clinic, different follow-up.',
    )
  })

  it('gives the reasons where nothing may be compared, and says when a study did compare the two', () => {
    expect(tell('ketamine-iv', 'lidocaine-iv', 'pain-intensity')).toBe(
      'Ketamine IV and Lidocaine IV may not stand side by side. A figure exists but may not stand beside others. A study compared them, but its number may not be used.',
    )
  })

  it('says why there is no verdict', () => {
    expect(tell('opioids-any', 'morphine', 'pain-free')).toContain('share their trials')
    expect(tell('mvd', 'srs', 'age-at-surgery')).toContain('describes the patients')
    expect(tell('mvd', 'mvd', 'pain-free')).toContain('same treatment')
    expect(tell('mvd', 'any-surgery', 'pain-free')).toContain('for reference only')
  })

  it('is never blank and never advice, for either reader, whatever the pair', () => {
    const ids = ['mvd', 'srs', 'carbamazepine', 'oxcarbazepine', 'gabapentin', 'opioids-any', 'morphine']
    const outcomes = ['pain-free', 'recurrence', 'any-adverse', 'response-duration', 'age-at-surgery', 'cost']
    const pairs = ids.flatMap((one) => ids.map((other) => [one, other] as const))
    const sentences = pairs.flatMap(([one, other]) =>
      outcomes.flatMap((outcome) =>
        [clinician, patient].map((telling) => tell(one, other, outcome, telling)),
      ),
    )
    const advice = /best|choose|recommend|undefined|may potentially/i
    expect(sentences.filter((words) => !/^\S.*\.$/.test(words) || advice.test(words))).toEqual([])
  })
})

describe('words for the patient', () => {
  const notes: readonly NoteId[] = [...NOTES, 'populations-differ-within-tn', 'bni-i-as-complete-off-drugs']
  const texts = [
    ...REASONS.map((reason) => REASON_WORDS[reason].patient),
    ...notes.map((note) => noteWords(note, 'patient')),
    ...Object.values(LEVEL_WORDS).map((words) => words.patient),
    DIRECTIONS_DIFFER.patient,
  ]

  it('can be read at age 12', () => {
    expect(texts.filter((text) => readingGrade(text) > 7)).toEqual([])
    const plain: Telling = { audience: 'patient', names: (id) => (id === 'mvd' ? 'Drug A' : 'Drug B') }
    const sentences = [
      tell('topiramate', 'carbamazepine', 'pain-relief-any', plain),
      tell('carbamazepine', 'pimozide', 'pain-intensity', plain),
      tell('oxcarbazepine', 'gabapentin', 'any-adverse', plain),
      tell('pregabalin', 'levetiracetam', 'pain-relief-50', plain),
      tell('glycerol-rhizolysis', 'repeat-glycerol-rhizolysis', 'response-duration', plain),
      tell('ketamine-iv', 'lidocaine-iv', 'pain-intensity', plain),
      tell('opioids-any', 'morphine', 'pain-free', plain),
    ]
    expect(sentences.filter((text) => readingGrade(text) > 7)).toEqual([])
  })

  it('holds none of the words of the trade', () => {
    const jargon = /randomi|cohort|denominator|comparator|outcome|actuarial|indirect|certainty|baseline/i
    expect(texts.filter((text) => jargon.test(text))).toEqual([])
  })
})

describe('words of the network and of counts', () => {
  const chain = (one: string, other: string, telling = clinician) =>
    chainSentence(chainBetween(one, other, realEvidence()), telling)

  it('says how two treatments hang together', () => {
    expect(chain('carbamazepine', 'mvd')).toBe(
      'No study compared these two, and no chain of direct comparisons links them.',
    )
    expect(chain('carbamazepine', 'botulinum-toxin-a')).toBe(
      'No study compared these two, and no chain of direct comparisons links them: only through Placebo or sham.',
    )
    expect(chain('lamotrigine', 'acupuncture')).toContain('No study in this collection compared these two.')
    expect(chain('lamotrigine', 'carbamazepine')).toContain('At least one study')
    expect(chain('carbamazepine', 'botulinum-toxin-a', patient)).toContain('Dummy treatment')
  })

  it('counts levels and leaves out those that do not occur', () => {
    const { rest } = summaryOfPair(treatmentOf('mvd'), treatmentOf('rf-thermocoagulation'), realEvidence())
    expect(countWords(rest, 'clinician')).toBe(
      '3 head-to-head, 1 side by side with care, 9 not comparable, 81 with nothing found',
    )
  })
})
