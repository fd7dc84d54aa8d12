import { describe, expect, test } from 'vitest'
import { guidelineShortName } from '@/domain/guidelines/documents'
import { guidelineStances, stanceLines } from '@/domain/guidelines/stanceLines'
import { evidenceWith, realEvidence } from '../../../support/evidence'

const evidence = realEvidence()
const linesOf = (treatment: string, from = evidence) =>
  stanceLines(guidelineStances(treatment, from), from).map(({ stance, asClass, stances }) => ({
    stance,
    asClass,
    guidelines: stances.map((row) => row.guideline),
  }))

describe('what guidelines say of a treatment', () => {
  test('guidelines of one stance stand in one line, the stance in the words of the data', () => {
    expect(linesOf('oxcarbazepine')).toEqual([
      {
        stance: 'Recommended first',
        asClass: undefined,
        guidelines: ['EAN 2019', 'AAN-EFNS 2008 (status not found)', 'DGN 2023'],
      },
      { stance: 'Only by specialists', asClass: undefined, guidelines: ['NICE CG173 (updated 2020)'] },
    ])
  })

  test('a statement on a class is named as one, and stands after the own ones', () => {
    expect(linesOf('srs').at(-1)).toEqual({
      stance: 'Recommended',
      asClass: 'Neuroablative procedures',
      guidelines: ['EAN 2019'],
    })
    expect(linesOf('morphine')[0]).toMatchObject({
      stance: 'Only by specialists',
      asClass: expect.any(String),
    })
  })

  test('a guideline that speaks of the treatment itself is not quoted on its class as well', () => {
    expect(linesOf('mvd').every((line) => line.asClass === undefined)).toBe(true)
  })

  test('silence is said for the treatment itself and never passed on from a class', () => {
    expect(linesOf('ketamine-iv')).toEqual([
      {
        stance: 'Not mentioned in the part read',
        asClass: undefined,
        guidelines: ['EAN 2019', 'NICE CKS 2024'],
      },
    ])
    expect(linesOf('tramadol').flatMap((line) => line.guidelines)).not.toContain('EAN 2019')
  })

  test('documents that are no votes are left out', () => {
    const noted = evidence.recommendations.find(
      (row) => row.treatment === 'ketamine-iv' && row.countsAs === 'other-condition',
    )
    expect(noted).toBeDefined()
    expect(guidelineStances('ketamine-iv', evidence).map((row) => row.recommendation)).not.toContain(noted)
  })

  test('without a short name in the data a guideline goes by its abbreviations and its year', () => {
    const bare = evidenceWith(({ terms }) => ({
      terms: terms.filter((term) => term.facet !== 'guideline_short'),
    }))
    expect(guidelineShortName('bendtsen-2019-ean', bare)).toBe('EAN 2019')
    expect(guidelineShortName('nice-ipg715', bare)).toBe('NICE IPG715')
    expect(guidelineShortName('unheard-of', bare)).toBe('unheard-of')
  })
})

describe('a guideline that is followed here', () => {
  test('leads with its stance, and leads its line', () => {
    const lines = stanceLines(guidelineStances('oxcarbazepine', evidence), evidence, 'nice-cg173')
    expect(lines[0]).toMatchObject({ stance: 'Only by specialists', ours: true })
    const german = stanceLines(guidelineStances('oxcarbazepine', evidence), evidence, 'dgn-2023-tn')
    expect(german[0]?.stances.map((row) => row.guideline)).toEqual([
      'DGN 2023',
      'EAN 2019',
      'AAN-EFNS 2008 (status not found)',
    ])
    expect(german.filter((line) => line.ours)).toHaveLength(1)
  })

  test('changes nothing where it says nothing', () => {
    const lines = (ours?: string) => stanceLines(guidelineStances('mvd', evidence), evidence, ours)
    expect(lines('nice-2024-cks-tn')).toEqual(lines())
  })
})
