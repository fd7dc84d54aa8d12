import { forestOf } from '@/domain/forest/forest'
import type { ForestColumn } from '@/domain/forest/forestParts'
import { poolForest, type GroupPooling } from '@/domain/forest/forestPools'
import { poolFindings } from '@/domain/poolFindings'
import { poolingRulesOf } from '@/domain/forest/poolingRulesOf'
import type { Finding } from '@/domain/tables/findings'
import { describe, expect, it } from 'vitest'
import { evidenceWith, findingOf, outcomeOf, realEvidence } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'

const columns: readonly ForestColumn[] = [{ treatment: 'mvd', name: 'MVD', place: 0 }]

function poolingOf(...rows: readonly Partial<Finding>[]): GroupPooling {
  const evidence = evidenceWith(() => ({ findings: rows.map((row) => makeFinding(row)) }))
  const forest = forestOf(outcomeOf('pain-free-no-meds'), columns, evidence)
  const [pooling] = poolForest(forest, evidence).values()
  if (!pooling) throw new Error('no group')
  return pooling
}

const counts = (armEvents: number, armN: number, more: Partial<Finding> = {}) => ({
  armEvents,
  armN,
  value: (100 * armEvents) / armN,
  ...more,
})

describe('pooled numbers of a forest plot', () => {
  it('pools independent studies that agree, with the numbers of poolFindings', () => {
    const pooling = poolingOf(counts(60, 100), counts(70, 100), counts(40, 80))
    const [pool] = pooling.pools
    expect(pooling.pools).toHaveLength(1)
    expect(pooling.notPooled).toBeUndefined()
    expect(pool?.members.size).toBe(3)
    const again = poolFindings(
      pool?.result.rows.map((row) => row.finding) ?? [],
      poolingRulesOf(realEvidence()),
    )
    expect(again).toMatchObject({ kind: 'pooled', value: pool?.result.value, lower: pool?.result.lower })
    expect(pool?.text.studies).toBe('3 studies, n 280')
    expect(pool?.text.prediction).toMatch(/ to /)
    expect(pool?.text.heterogeneity).toMatch(/^Q = .* \(df 2, P .*\), I² = .* %, τ² = .* \(log odds\)$/)
  })

  it('says so when two studies are so unlike that their average says nothing', () => {
    const unlike = poolingOf(counts(5, 100), counts(90, 100)).pools[0]?.text
    expect(unlike).toMatchObject({ saysNothing: true })
    expect(unlike?.reading).toMatch(/^The interval leaves nearly everything possible/)
    expect(poolingOf(counts(60, 100), counts(61, 100)).pools[0]?.text.saysNothing).toBe(false)
  })

  it.each([
    ['times', counts(50, 100, { timepoint: 5 }), 'The studies measured at times that are too far apart.'],
    [
      'denominators',
      counts(50, 100, { denominator: 'initial-responders' }),
      'The studies counted out of different groups of people.',
    ],
    [
      'kinds of patients',
      counts(50, 100, { population: 'tn-secondary-ms' }),
      'The studies were done in different kinds of patients.',
    ],
    ['designs', counts(50, 100, { armDesign: 'non-randomised' }), 'The studies have different designs.'],
  ])('refuses to pool different %s and says why', (_, other, words) => {
    const pooling = poolingOf(counts(60, 100), other)
    expect(pooling.pools).toEqual([])
    expect(pooling.notPooled).toContain(words)
  })

  it('refuses two rows of one cohort', () => {
    const pooling = poolingOf(counts(60, 100, { cohort: 'c' }), counts(61, 100, { cohort: 'c' }))
    expect(pooling.pools).toEqual([])
    expect(pooling.notPooled).toBe(
      'Not pooled. Fewer than two independent studies can be pooled. Left out: 1 of the same patients as a row that is in.',
    )
  })

  it('says of rows beside a pooled number why they are not in it', () => {
    const actuarial = { estimateKind: 'actuarial', value: 55, armN: 90 } as const
    const pooling = poolingOf(counts(60, 100), counts(70, 100), actuarial)
    expect(pooling.pools).toHaveLength(1)
    expect(pooling.notPooled).toBe('1 row not pooled: 1 estimated over time or by a model, no plain counts.')
  })

  it('rebuilds no events from a percent of those who came back', () => {
    const [worm, nanda] = [findingOf('worm-2025-medical-mvd-f1'), findingOf('nanda-2015-mvd-gkrs-f5')]
    const ofThoseSeen = poolingOf(worm, nanda)
    expect(ofThoseSeen.pools).toEqual([])
    expect(ofThoseSeen.notPooled).toContain('Fewer than two independent studies')
    const ofAll = { denominator: 'all-treated' } as const
    expect(poolingOf({ ...worm, ...ofAll }, { ...nanda, ...ofAll }).pools).toHaveLength(1)
  })

  it('says nothing where there is one row', () => {
    expect(poolingOf(counts(60, 100))).toEqual({ pools: [], notPooled: undefined })
  })

  it('pools no two rows of one cohort, and no row twice, anywhere in the data', () => {
    const evidence = realEvidence()
    const all = evidence.treatments.map((treatment, place) => ({
      treatment: treatment.id,
      name: treatment.name,
      place,
    }))
    let pooled = 0
    for (const outcome of evidence.outcomes)
      for (const { pools } of poolForest(forestOf(outcome, all, evidence), evidence).values())
        for (const { result } of pools) {
          pooled += 1
          const cohorts = result.rows.map((row) => row.finding.cohort ?? row.finding.source)
          expect(new Set(cohorts).size).toBe(cohorts.length)
        }
    expect(pooled).toBeGreaterThan(3)
  })
})
