import { curvePanels } from '@/domain/durability/curvePanels'
import { durabilityOf, type CurveColumn } from '@/domain/durability/durability'
import type { DurabilityCurve } from '@/domain/tables/durabilityCurves'
import { describe, expect, it } from 'vitest'
import { evidenceWith, realEvidence } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'

const columns = (...ids: readonly string[]): readonly CurveColumn[] =>
  ids.map((treatment, place) => ({ treatment, name: treatment, place }))

const everybody = columns(...realEvidence().treatments.map((treatment) => treatment.id))

function makeCurve(given: Partial<DurabilityCurve>): DurabilityCurve {
  return {
    curveId: 'made',
    treatment: 'mvd',
    source: 'made-source',
    outcome: 'pain-free-no-meds',
    findingIds: [],
    startsWith: undefined,
    note: 'never shown',
    draw: 'yes',
    scope: '100 people',
    base: 'all-treated',
    plainNote: undefined,
    ...given,
  }
}

const point = (id: string, years: number, value: number, more = {}) =>
  makeFinding({ id, timepoint: years, timepointUnit: 'years', value, source: 'made-source', ...more })

describe('the curves that are drawn', () => {
  it('are those the table of curves says, and alternatives only on request', () => {
    const drawn = (alternatives: boolean) =>
      durabilityOf(everybody, realEvidence(), alternatives).curves.map((curve) => curve.row.draw)
    expect(new Set(drawn(false))).toEqual(new Set(['yes']))
    expect(new Set(drawn(true))).toEqual(new Set(['yes', 'alternative']))
    const count = (draw: string) => realEvidence().durabilityCurves.filter((row) => row.draw === draw).length
    expect(drawn(false)).toHaveLength(count('yes'))
    expect(drawn(true)).toHaveLength(count('yes') + count('alternative'))
  })

  it('hold the points of the table in order of time, each of the one source and treatment', () => {
    for (const { row, points } of durabilityOf(everybody, realEvidence(), true).curves) {
      expect(points.map((entry) => entry.estimate.finding.id)).toEqual(row.findingIds)
      expect(points.every((entry) => entry.estimate.finding.source === row.source)).toBe(true)
      expect(points.every((entry) => entry.estimate.finding.treatment === row.treatment)).toBe(true)
      const years = points.map((entry) => entry.years)
      expect(years).toEqual([...years].sort((a, b) => a - b))
    }
  })

  it('start at their true first point, and at time 0 only where the table gives a start', () => {
    const { curves } = durabilityOf(columns('srs', 'mvd'), realEvidence(), false)
    const starts = curves.flatMap((curve) =>
      curve.start === undefined ? [] : [[curve.row.curveId, curve.start]],
    )
    expect(starts).toEqual([['srs-kondziolka-2010-bni-1-3b', 89]])
    const regis = curves.find((curve) => curve.row.curveId === 'srs-regis-2016')
    expect(regis?.points[0]?.years).toBeCloseTo(3, 6)
  })

  it('leave out points without a number or a time, and points of another treatment', () => {
    const findings = [
      point('a', 1, 80),
      makeFinding({ id: 'no-number', value: undefined, source: 'made-source' }),
      makeFinding({ id: 'no-time', timepoint: undefined, timepointUnit: undefined, source: 'made-source' }),
      point('other', 3, 50, { treatment: 'srs' }),
      point('b', 5, 60),
    ]
    const row = makeCurve({ findingIds: findings.map((finding) => finding.id) })
    const evidence = evidenceWith(() => ({ findings, durabilityCurves: [row] }))
    const [curve] = durabilityOf(columns('mvd'), evidence, false).curves
    expect(curve?.points.map((entry) => [entry.years, entry.percent])).toEqual([
      [1, 80],
      [5, 60],
    ])
  })

  it('says which points are actuarial and which are counts', () => {
    const { curves } = durabilityOf(columns('mvd'), realEvidence(), false)
    const sindou = curves.find((curve) => curve.row.curveId === 'mvd-sindou-2006')
    expect(sindou?.points.map((entry) => entry.actuarial)).toEqual([false, true])
    expect(sindou?.actuarial).toBe(false)
    expect(sindou?.kinds).toBe('Crude count, then Actuarial (Kaplan-Meier)')
  })

  it('says of every treatment without a curve why there is none', () => {
    const { gaps } = durabilityOf(
      columns('carbamazepine', 'balloon-compression', 'mvd'),
      realEvidence(),
      false,
    )
    expect(gaps.map((gap) => [gap.column.treatment, gap.words])).toEqual([
      ['carbamazepine', 'No series over time in this collection.'],
      ['balloon-compression', 'Only an alternative series: drawn on request.'],
    ])
    const kept = evidenceWith(() => ({
      durabilityCurves: [makeCurve({ draw: 'no', plainNote: 'Counts sides.' })],
    }))
    expect(durabilityOf(columns('mvd'), kept, true).gaps[0]?.words).toBe(
      'A series exists but is not drawn. Counts sides.',
    )
  })
})

describe('panels', () => {
  const panels = (alternatives = false) =>
    curvePanels(durabilityOf(everybody, realEvidence(), alternatives).curves, realEvidence())

  it('hold only curves of one outcome, one definition and one base', () => {
    for (const { curves } of panels(true)) {
      expect(new Set(curves.map((curve) => curve.row.outcome)).size).toBe(1)
      expect(new Set(curves.map((curve) => curve.row.base)).size).toBe(1)
      const unstated = curves.some((curve) => curve.row.base === 'not-stated')
      if (unstated) expect(new Set(curves.map((curve) => curve.row.source)).size).toBe(1)
    }
  })

  it('keep one curve each and lose none', () => {
    const ids = panels(true).flatMap((panel) => panel.curves.map((curve) => curve.row.curveId))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(durabilityOf(everybody, realEvidence(), true).curves.length)
  })

  it('say why they stand apart from those before, and how their own curves may be read', () => {
    const [first, ...others] = panels()
    expect(first?.wordsBefore).toEqual([])
    expect(others.every((panel) => panel.wordsBefore.length > 0)).toBe(true)
  })

  it('keep people with another condition and people first relieved apart from all treated', () => {
    const findings = [
      point('a', 1, 80),
      point('b', 1, 70, { source: 'two' }),
      point('c', 1, 60, { source: 'three', population: 'tn-secondary-ms' }),
    ]
    const rows = [
      makeCurve({ curveId: 'a', findingIds: ['a'] }),
      makeCurve({ curveId: 'b', findingIds: ['b'], source: 'two', base: 'initial-responders' }),
      makeCurve({ curveId: 'c', findingIds: ['c'], source: 'three' }),
    ]
    const evidence = evidenceWith(() => ({ findings, durabilityCurves: rows }))
    const made = curvePanels(durabilityOf(columns('mvd'), evidence, false).curves, evidence)
    expect(made.map((panel) => panel.wordsBefore)).toEqual([
      [],
      ['The sources count out of different groups of people.'],
      ['The sources count out of different groups of people.', 'The kinds of patients do not go together.'],
    ])
  })
})
