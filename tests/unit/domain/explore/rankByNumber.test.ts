import { describe, expect, test } from 'vitest'
import { rankByNumber, type NumberSort } from '@/domain/explore/rankByNumber'
import { neverRanked, sortChoiceOf, sortChoices } from '@/domain/explore/sortChoices'
import type { Finding } from '@/domain/tables/findings'
import type { Headline } from '@/domain/tables/findings'
import { evidenceWith, outcomeOf, realEvidence, treatmentOf } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'

const treatments = ['mvd', 'srs', 'carbamazepine', 'baclofen'].map(treatmentOf)

function sortBy(outcome: string, definition: string, populations: readonly string[] = []): NumberSort {
  const row = realEvidence().definitionById.get(definition)
  if (!row) throw new RangeError(definition)
  return { outcome: outcomeOf(outcome), definition: row, populations }
}

function rank(findings: readonly Finding[], sort: NumberSort, headlines: readonly Headline[] = []) {
  return rankByNumber(
    treatments,
    sort,
    evidenceWith(() => ({ findings, headlines })),
  )
}

const offDrugs = sortBy('pain-free-no-meds', 'complete-off-drugs')
const reasonFor = (result: ReturnType<typeof rank>, treatment: string) =>
  result.notRanked.find((row) => row.treatment === treatment)?.reason

describe('ordering by a number', () => {
  test('puts the highest first where higher is better, and the lowest first where lower is', () => {
    const highest = rank(
      [makeFinding({ treatment: 'srs', value: 70 }), makeFinding({ treatment: 'mvd', value: 80 })],
      offDrugs,
    )
    expect(highest.ranked.map((row) => row.treatment)).toEqual(['mvd', 'srs'])
    expect(highest.first).toBe('highest')
    const lowest = rank(
      [
        makeFinding({ treatment: 'srs', outcome: 'mortality', definition: 'as-named', value: 2 }),
        makeFinding({ treatment: 'mvd', outcome: 'mortality', definition: 'as-named', value: 0 }),
      ],
      sortBy('mortality', 'as-named'),
    )
    expect(lowest.ranked.map((row) => row.treatment)).toEqual(['mvd', 'srs'])
    expect(lowest.first).toBe('lowest')
  })

  test('takes a definition that means the same as equal', () => {
    const result = rank([makeFinding({ treatment: 'srs', definition: 'bni-i' })], offDrugs)
    expect(result.ranked.map((row) => row.treatment)).toEqual(['srs'])
  })

  test('leaves everything else below, each with its reason', () => {
    const result = rank(
      [
        makeFinding({ treatment: 'mvd', definition: 'bni-i-ii' }),
        makeFinding({ treatment: 'srs', directness: 'indirect', population: 'neuropathic-pain' }),
        makeFinding({ treatment: 'carbamazepine', definition: 'authors-success' }),
      ],
      offDrugs,
    )
    expect(result.ranked).toEqual([])
    expect(reasonFor(result, 'mvd')).toBe('Other definition: BNI I-II: no pain or occasional pain, no drugs')
    expect(reasonFor(result, 'srs')).toBe('Measured in other patients')
    expect(reasonFor(result, 'carbamazepine')).toBe('Definition not stated')
    expect(reasonFor(result, 'baclofen')).toBe('No number for this outcome')
  })

  test('a ratio is no share, and an unusable figure is not ranked', () => {
    const result = rank(
      [
        makeFinding({ treatment: 'mvd', measure: 'risk-ratio', value: 1.7 }),
        makeFinding({ treatment: 'srs', headlineOk: 'no' }),
      ],
      offDrugs,
    )
    expect(reasonFor(result, 'mvd')).toBe('No share of patients: another kind of number')
    expect(reasonFor(result, 'srs')).toBe('A figure exists but may not stand beside others')
  })

  test('where the curators ask for words, no other number takes their place', () => {
    const finding = makeFinding({ treatment: 'mvd' })
    const result = rank([finding], offDrugs, [
      {
        treatment: 'mvd',
        outcome: 'pain-free-no-meds',
        findingId: finding.id,
        role: 'lead-benefit',
        order: 1,
        show: 'words',
        words: 'Counted per operation',
        why: undefined,
      },
    ])
    expect(reasonFor(result, 'mvd')).toBe('Words only: Counted per operation')
  })

  test('people with another cause are ranked only where they are asked for', () => {
    const findings = [makeFinding({ treatment: 'mvd', population: 'tn-secondary-ms' })]
    expect(reasonFor(rank(findings, offDrugs), 'mvd')).toBe('Measured only in a special group of patients')
    const asked = sortBy('pain-free-no-meds', 'complete-off-drugs', ['tn-secondary-ms'])
    expect(rank(findings, asked).ranked.map((row) => row.treatment)).toEqual(['mvd'])
  })

  test('says when the numbers are of different times or out of different people', () => {
    const result = rank(
      [
        makeFinding({ treatment: 'mvd', timepoint: 5, timepointUnit: 'years' }),
        makeFinding({ treatment: 'srs', timepoint: 1, timepointUnit: 'weeks', denominator: 'completers' }),
        makeFinding({ treatment: 'baclofen', timepoint: undefined, timepointUnit: undefined }),
      ],
      offDrugs,
    )
    expect(result.times?.map((finding) => finding.treatment)).toEqual(['srs', 'mvd'])
    expect(result.denominatorsDiffer).toBe(true)
    expect(result.someTimesNotStated).toBe(true)
  })

  test('the number never depends on which is larger: the same row is chosen when the values are swapped', () => {
    const rows = (a: number, b: number) => [
      makeFinding({ id: 'small', treatment: 'mvd', armN: 20, value: a }),
      makeFinding({ id: 'large', treatment: 'mvd', armN: 400, value: b }),
    ]
    const idOf = (findings: readonly Finding[]) => rank(findings, offDrugs).ranked[0]?.estimate.finding.id
    expect(idOf(rows(10, 90))).toBe('large')
    expect(idOf(rows(90, 10))).toBe('large')
  })
})

describe('what the list can be ordered by', () => {
  const evidence = realEvidence()

  test('outcomes that the data bar from ranking are never offered, and the reason can be said', () => {
    const offered = sortChoices(evidence).map((choice) => choice.outcome.id)
    expect(offered).toContain('pain-relief-50')
    expect(offered).not.toContain('any-adverse')
    expect(offered).not.toContain('recurrence')
    expect(neverRanked('recurrence', evidence)).toMatch(/differs from study to study/)
  })

  test('every definition offered is stated and shared by at least two treatments', () => {
    for (const { definitions } of sortChoices(evidence))
      for (const { id, treatments: count } of definitions) {
        expect(evidence.definitionById.get(id)?.stated).toBe('yes')
        expect(count).toBeGreaterThanOrEqual(2)
      }
  })

  test('an address that asks for what is not offered gets nothing', () => {
    expect(sortChoiceOf(evidence, 'any-adverse', 'any-reported')).toBeUndefined()
    expect(sortChoiceOf(evidence, 'pain-relief-50', 'authors-success')).toBeUndefined()
    expect(sortChoiceOf(evidence, 'pain-free-no-meds', 'bni-i')?.definition).toBe('complete-off-drugs')
  })
})
