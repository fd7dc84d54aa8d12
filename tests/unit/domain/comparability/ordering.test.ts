import { verdictOfTreatments } from '@/domain/comparability'
import type { Finding } from '@/domain/tables/findings'
import { askTreatments, idsOf, withLevel } from '../../../support/ask'
import { evidenceWith, outcomeOf, treatmentOf } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'
import { describe, expect, it } from 'vitest'

const SOURCES = [
  ['old', 1999],
  ['new', 2020],
] as const

/** The rows that win among these, as the only findings, of MVD and radiosurgery. */
function winners(findings: readonly Finding[]): readonly string[] {
  const evidence = evidenceWith((tables) => ({
    findings: findings,
    sources: tables.sources.slice(0, SOURCES.length).map((source, index) => {
      const [id, year] = SOURCES[index] ?? ['', undefined]
      return { ...source, id, year, type: 'cohort' as const }
    }),
  }))
  return idsOf(
    withLevel(
      verdictOfTreatments(treatmentOf('mvd'), treatmentOf('srs'), outcomeOf('pain-free-no-meds'), evidence),
    ),
  )
}

const arm = (id: string, given: Partial<Finding> = {}) => makeFinding({ id, source: id, ...given })
const other = (id: string, given: Partial<Finding> = {}) => arm(id, { treatment: 'srs', ...given })
const contrast = (id: string, given: Partial<Finding> = {}) =>
  arm(id, { comparator: 'srs', measure: 'risk-ratio', armDesign: 'non-randomised', ...given })

describe('which rows win among equal levels', () => {
  it('prefers randomised, even indirect and very uncertain', () => {
    const randomised = contrast('r', {
      armDesign: 'randomised',
      directness: 'indirect',
      certainty: 'very-low',
    })
    expect(winners([contrast('a', { certainty: 'high' }), randomised])).toEqual(['r'])
  })

  it('prefers both sides printed', () => {
    const oneSide = contrast('a', { measure: 'proportion', certainty: 'high' })
    expect(winners([oneSide, contrast('b', { certainty: 'very-low' })])).toEqual(['b'])
  })

  it('prefers direct rows, then the higher of the lower certainties', () => {
    expect(winners([arm('a', { directness: 'indirect', certainty: 'high' }), arm('b'), other('c')])).toEqual([
      'b',
      'c',
    ])
    expect(
      winners([arm('a', { certainty: 'moderate' }), arm('b'), other('c', { certainty: 'high' })]),
    ).toEqual(['a', 'c'])
    const ungraded = arm('a', { certainty: undefined })
    expect(winners([ungraded, arm('b', { certainty: 'very-low' }), other('c')])).toEqual(['b', 'c'])
  })

  it('prefers shares to a ratio', () => {
    const shares = { measure: 'proportion', armEvents: 60, comparatorN: 9, comparatorEvents: 3 } as const
    expect(winners([contrast('a', { comparatorN: 500, armN: 500 }), contrast('b', shares)])).toEqual(['b'])
  })

  it('prefers the smallest ratio of times', () => {
    expect(winners([arm('a', { timepoint: 2 }), arm('b', { timepoint: 1.5 }), other('c')])).toEqual([
      'b',
      'c',
    ])
  })

  it('prefers the larger of the smaller n, a missing n last', () => {
    expect(
      winners([arm('a', { armN: undefined }), arm('b', { armN: 5 }), arm('d', { armN: 9 }), other('c')]),
    ).toEqual(['d', 'c'])
  })

  it('prefers the later of the older years, then longer times, then the order of ids', () => {
    const [old, young] = [arm('a', { source: 'old' }), arm('b', { source: 'new' })]
    expect(winners([old, young, other('c', { source: 'new', armDesign: 'label-text' })])).toEqual(['b', 'c'])
    const late = { timepoint: 5 }
    expect(winners([arm('a'), other('b'), arm('y', late), other('z', late)])).toEqual(['y', 'z'])
    expect(winners([arm('b'), arm('a'), other('c')])).toEqual(['a', 'c'])
  })

  it('prefers, within one study, rows that name the outcome alike', () => {
    const verdict = askTreatments('mvd', 'srs', 'patient-satisfaction')
    const [a, b] = verdict.rows
    expect(a?.outcomeAsReported).toBe(b?.outcomeAsReported)
    const study = { source: 'new', armDesign: 'non-randomised' } as const
    const unlike = other('b', { ...study, outcomeAsReported: 'cured', certainty: 'high', armN: 900 })
    expect(winners([arm('a', study), unlike, other('c', study)])).toEqual(['a', 'c'])
  })

  it('does not depend on the order of the rows', () => {
    const rows = [
      arm('a', { armN: 7 }),
      arm('b', { armN: 8 }),
      other('c', { armN: 9 }),
      other('d', { armN: 8 }),
    ]
    expect(winners([...rows].reverse())).toEqual(winners(rows))
  })
})

describe('which reasons are given where nothing is comparable', () => {
  it('gives those of the nearest miss: facets before rows that cannot be used', () => {
    const near = arm('a', { timepoint: 5 })
    const unusable = arm('b', { headlineOk: 'no' })
    const far = arm('d', { definition: 'unspecified', timepoint: 9, denominator: 'not-stated' })
    expect(winners([unusable, far, near, other('c')])).toEqual(['a', 'c'])
  })
})
