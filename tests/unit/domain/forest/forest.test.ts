import { forestOf, rowsOfForest } from '@/domain/forest/forest'
import type { ForestBlock, ForestColumn } from '@/domain/forest/forestParts'
import { forestScale } from '@/domain/forest/forestScale'
import { samePatients } from '@/domain/forest/samePatients'
import { findingsOfCell } from '@/domain/headline'
import { isUsable } from '@/domain/usable'
import type { Finding } from '@/domain/tables/findings'
import { describe, expect, it } from 'vitest'
import { evidenceWith, outcomeOf, realEvidence } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'

const columns = (...ids: readonly string[]): readonly ForestColumn[] =>
  ids.map((treatment, place) => ({ treatment, name: treatment, place }))

const made = (...rows: readonly Partial<Finding>[]) =>
  forestOf(
    outcomeOf('pain-intensity'),
    columns('mvd'),
    evidenceWith(() => ({
      findings: rows.map((row) => makeFinding({ outcome: 'pain-intensity', unit: undefined, ...row })),
    })),
  )

const difference = {
  measure: 'mean-difference',
  comparator: 'placebo',
  armDesign: 'randomised',
  estimateKind: 'not-applicable',
  definition: 'vas-0-10',
  value: -1,
  ciLow: -2,
  ciHigh: 0,
} as const

const first = (blocks: readonly ForestBlock[]) => {
  const [block] = blocks
  if (!block) throw new Error('no block')
  return block
}

describe('blocks', () => {
  it('holds every usable finding of the treatments once, and no other', () => {
    const ids = ['mvd', 'srs', 'balloon-compression', 'rf-thermocoagulation']
    for (const outcome of ['pain-relief-any', 'pain-free-no-meds', 'recurrence', 'facial-numbness']) {
      const forest = forestOf(outcomeOf(outcome), columns(...ids), realEvidence())
      const usable = ids.flatMap((id) => findingsOfCell(id, outcome, realEvidence()).filter(isUsable))
      const shown = rowsOfForest(forest).map((row) => row.estimate.finding.id)
      expect([...shown].sort()).toEqual(usable.map((row) => row.id).sort())
    }
  })

  it('keeps kinds of number, definitions and directness apart, in every block of the data', () => {
    for (const outcome of realEvidence().outcomes) {
      const ids = realEvidence().treatments.map((treatment) => treatment.id)
      for (const { groups } of forestOf(outcome, columns(...ids), realEvidence()).blocks) {
        const rows = groups.flatMap((group) => group.rows.map((row) => row.estimate))
        expect(new Set(rows.map((row) => row.family)).size).toBe(1)
        expect(new Set(rows.map((row) => row.direct)).size).toBe(1)
        const meaning = (row: Finding) =>
          realEvidence().definitionById.get(row.definition)?.equals ?? row.definition
        expect(new Set(rows.map((row) => meaning(row.finding))).size).toBe(1)
      }
    }
  })

  it('puts changes from before apart from differences between groups, and says so', () => {
    const forest = made(difference, { ...difference, comparator: undefined, armDesign: 'before-after' })
    expect(forest.blocks.map((block) => block.changeFromBefore)).toEqual([false, true])
    expect(forest.blocks[1]?.remarks).toContain('Change from before, no control.')
  })

  it('never lets points of an unstated scale share an axis with those of another source', () => {
    const unstated = { ...difference, definition: 'scale-unstated', unit: 'points' }
    expect(made({ ...unstated, source: 'one' }, { ...unstated, source: 'other' }).blocks).toHaveLength(2)
    expect(made({ ...unstated, source: 'one' }, { ...unstated, source: 'one' }).blocks).toHaveLength(1)
    expect(made(difference, { ...difference, definition: 'nrs-0-10' }).blocks).toHaveLength(2)
  })

  it('keeps differences apart whose signs mean opposite things', () => {
    const unit = (text: string) =>
      ({ ...difference, measure: 'smd', definition: 'sd-units', unit: text }) as const
    const forest = made(unit('SMD (negative favours therapy)'), unit('SMD (positive favours therapy)'))
    expect(forest.blocks).toHaveLength(2)
  })

  it('puts what was measured in other patients last', () => {
    const forest = made({ ...difference, directness: 'indirect', population: 'chronic-pain' }, difference)
    expect(forest.blocks.map((block) => block.direct)).toEqual([true, false])
  })

  it('says of a treatment without a row why there is none', () => {
    const gaps = forestOf(outcomeOf('pain-intensity'), columns('lidocaine-iv', 'srs'), realEvidence()).gaps
    expect(gaps.find((gap) => gap.column.treatment === 'lidocaine-iv')?.words).toBe(
      'A figure exists but may not stand beside others.',
    )
    expect(gaps.every((gap) => gap.words !== '')).toBe(true)
  })
})

describe('the axis of a block', () => {
  const share = { measure: 'proportion', value: 12, estimateKind: 'actuarial' } as const

  it('is 0 to 100 for shares, whatever the shares are', () => {
    expect(forestScale(first(made(share).blocks))).toMatchObject({ low: 0, high: 100 })
  })

  it('holds every estimate of the data and has no difference in the middle of contrasts', () => {
    for (const outcome of realEvidence().outcomes) {
      const ids = realEvidence().treatments.map((treatment) => treatment.id)
      for (const block of forestOf(outcome, columns(...ids), realEvidence()).blocks) {
        const scale = forestScale(block)
        if (!scale) continue
        for (const { estimate } of block.groups.flatMap((group) => group.rows)) {
          if (estimate.value === undefined) continue
          expect(estimate.value).toBeGreaterThanOrEqual(scale.low)
          expect(estimate.value).toBeLessThanOrEqual(scale.high)
        }
        if (block.family === 'ratio') expect(scale.low * scale.high).toBeCloseTo(1, 9)
        if (block.family === 'difference') expect(scale.low).toBe(-scale.high)
      }
    }
  })

  it('lets a very wide interval leave the axis, so that the others stay readable', () => {
    const ratio = {
      ...difference,
      measure: 'odds-ratio',
      definition: 'any-relief',
      value: 2,
      ciLow: 1.5,
      ciHigh: 3,
    } as const
    expect(forestScale(first(made(ratio).blocks))).toMatchObject({ high: 5, kind: 'log', nothing: 1 })
    const wide = forestScale(first(made(ratio, { ...ratio, ciHigh: 900 }).blocks))
    expect(wide?.high).toBe(10)
  })

  it('is missing for numbers needed to treat, which run through infinity', () => {
    expect(
      forestScale(first(made({ ...difference, measure: 'nnt', value: 4, ciLow: 2, ciHigh: 9 }).blocks)),
    ).toBeUndefined()
  })
})

it('gives rows of one cohort one letter, and rows that share with no other row none', () => {
  const rows = ['c', 'd', 'c', undefined, 'e', 'e'].map((cohort) => makeFinding({ cohort }))
  const letters = samePatients(rows)
  expect(rows.map((row) => letters.get(row.id))).toEqual(['A', undefined, 'A', undefined, 'B', 'B'])
})
