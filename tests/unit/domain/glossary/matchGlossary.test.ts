import { glossaryForms } from '@/domain/glossary/glossaryForms'
import { matchGlossary } from '@/domain/glossary/matchGlossary'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../../support/evidence'

const { glossary } = realEvidence()
const entry = (term: string) => ({ term, plainDefinition: `about ${term}` })

/** The text with what was found in square brackets and the term behind it. */
function marked(text: string, entries = glossary): string {
  return matchGlossary(text, entries)
    .map((part) => (part.entry ? `[${part.text}|${part.entry.term}]` : part.text))
    .join('')
}

describe('the ways a term is written', () => {
  it.each([
    ['number needed to treat (NNT)', ['number needed to treat', 'NNT']],
    ['decompression (microvascular, MVD)', ['decompression', 'microvascular', 'MVD']],
    ['confidence interval (95 percent)', ['confidence interval']],
    ['mean and median', ['median']],
    ['acceptance and commitment therapy (ACT)', ['acceptance and commitment therapy', 'ACT']],
    [
      'Stevens-Johnson syndrome (SJS) and toxic epidermal necrolysis (TEN)',
      ['Stevens-Johnson syndrome', 'SJS', 'toxic epidermal necrolysis', 'TEN'],
    ],
    ['TN type 1 and type 2', ['TN type 1 and type 2']],
  ])('of %s', (term, forms) => {
    expect(glossaryForms(term).map(({ words }) => words)).toEqual(forms)
  })

  it('finds every term of the glossary by each of its forms', () => {
    for (const { term } of glossary)
      for (const { words } of glossaryForms(term))
        expect(
          matchGlossary(`see: ${words}.`, glossary).some((part) => part.text === words && part.entry),
          words,
        ).toBe(true)
  })
})

describe('finding terms in a text', () => {
  it('finds both ways of writing a term', () => {
    expect(marked('Number needed to treat')).toBe('[Number needed to treat|number needed to treat (NNT)]')
    expect(marked('the NNT here')).toBe('the [NNT|number needed to treat (NNT)] here')
  })

  it('takes the longest term', () => {
    const entries = [entry('risk'), entry('risk of bias')]
    expect(marked('Risk of bias, and risk', entries)).toBe('[Risk of bias|risk of bias], and [risk|risk]')
  })

  it('explains a term once, at its first occurrence, in whichever form it stands', () => {
    expect(marked('recurrence after recurrence')).toBe('[recurrence|recurrence] after recurrence')
    expect(marked('NNT, the number needed to treat')).toBe(
      '[NNT|number needed to treat (NNT)], the number needed to treat',
    )
  })

  it('finds whole words only, in singular and plural', () => {
    const entries = [entry('arm'), entry('attack (paroxysm)')]
    expect(marked('harm, army, fore-arm', entries)).toBe('harm, army, fore-arm')
    expect(marked('Arms and paroxysms', entries)).toBe('[Arms|arm] and [paroxysms|attack (paroxysm)]')
  })

  it('does not take a verb for a term', () => {
    expect(marked('The studies mean different things.')).toBe('The studies mean different things.')
  })

  it('minds the case of abbreviations only', () => {
    expect(marked('Ten people act at once')).toBe('Ten people act at once')
    expect(marked('Double-Blind')).toBe('[Double-Blind|double-blind]')
  })

  it('finds a term across a line break and next to a sign', () => {
    expect(marked('(odds\nratio)')).toBe('([odds\nratio|odds ratio])')
  })

  it('gives the text back whole, whatever is found', () => {
    const { outcomes } = realEvidence()
    for (const { label, plainLabel } of outcomes)
      for (const text of [label, plainLabel])
        expect(
          matchGlossary(text, glossary)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
  })

  it('leaves a text as it is while there is no glossary', () => {
    expect(matchGlossary('placebo', [])).toEqual([{ text: 'placebo' }])
  })

  it('takes signs in a term as they are', () => {
    expect(marked('a b', [entry('a.b')])).toBe('a b')
    expect(marked('is a.b here', [entry('a.b')])).toBe('is [a.b|a.b] here')
  })
})
