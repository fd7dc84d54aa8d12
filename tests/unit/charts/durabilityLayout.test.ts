import { yearsAxis } from '@/charts/durabilityAxes'
import { durabilityLayout } from '@/charts/durabilityLayout'
import { durabilityReading, durabilityTwin, letterCurves } from '@/charts/durabilityTwin'
import { flatItems, type Scene } from '@/charts/scene'
import { curvePanels } from '@/domain/durability/curvePanels'
import { durabilityOf } from '@/domain/durability/durability'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../support/evidence'

function drawn(ids: readonly string[], alternatives = false, width = 896) {
  const columns = ids.map((treatment, place) => ({ treatment, name: treatment, place }))
  const durability = durabilityOf(columns, realEvidence(), alternatives)
  const panels = letterCurves(curvePanels(durability.curves, realEvidence()))
  const scene = durabilityLayout(durability, panels, width)
  return { durability, panels, scene, twin: durabilityTwin(durability, panels) }
}

const PROCEDURES = ['mvd', 'srs', 'balloon-compression', 'rf-thermocoagulation']

/** The steps of curves: open polygons. */
const steps = (scene: Scene) =>
  flatItems(scene.items).flatMap((item) => (item.kind === 'polygon' && item.open ? [item] : []))

const texts = (scene: Scene) =>
  flatItems(scene.items).flatMap((item) => (item.kind === 'text' ? [item.text] : []))

describe('the drawing', () => {
  it('has a step between each two points of a curve, and from its start where one is given, and no other', () => {
    const { durability, scene } = drawn(PROCEDURES, true)
    const wanted = durability.curves.map(
      (curve) => curve.points.length - 1 + (curve.start === undefined ? 0 : 1),
    )
    expect(steps(scene)).toHaveLength(wanted.reduce((sum, count) => sum + count, 0))
  })

  it('holds a value until the next point: horizontal, then vertical', () => {
    for (const { points } of steps(drawn(PROCEDURES).scene)) {
      const [from, corner, to] = points
      expect(corner?.[1]).toBe(from?.[1])
      expect(corner?.[0]).toBe(to?.[0])
    }
  })

  it('draws crude counts in short dashes and actuarial curves without', () => {
    const { panels, scene } = drawn(['mvd', 'rf-thermocoagulation'])
    const dashes = steps(scene).map((step) => step.stroke?.dash)
    expect(panels.flatMap((panel) => panel.curves.map((entry) => entry.curve.row.curveId))).toEqual([
      'mvd-pollock-2005',
      'mvd-sindou-2006',
      'rf-zheng-2019',
    ])
    expect(dashes).toEqual([undefined, '5 4', undefined, undefined, undefined])
  })

  it('draws a band only between two points that both carry an interval', () => {
    const bands = flatItems(drawn(PROCEDURES).scene.items).filter(
      (item) => item.kind === 'rect' && item.fill?.opacity !== undefined,
    )
    expect(bands).toHaveLength(3)
  })

  it('puts shares at their height of 100 people and years at their place on one scale for all panels', () => {
    const { scene, panels } = drawn(['rf-thermocoagulation'], false, 896)
    const points = panels[0]?.curves[0]?.curve.points ?? []
    const centres = scene.marks.map((mark) => [mark.x + mark.width / 2, mark.y + mark.height / 2] as const)
    const [first, , , last] = centres
    const perYear = ((last?.[0] ?? 0) - (first?.[0] ?? 0)) / 9
    const perPercent =
      ((last?.[1] ?? 0) - (first?.[1] ?? 0)) / ((points[0]?.percent ?? 0) - (points[3]?.percent ?? 0))
    expect(perPercent).toBeCloseTo(2.1, 6)
    points.forEach((point, index) => {
      expect(centres[index]?.[0]).toBeCloseTo((first?.[0] ?? 0) + (point.years - 1) * perYear, 6)
      expect(centres[index]?.[1]).toBeCloseTo(
        (first?.[1] ?? 0) + ((points[0]?.percent ?? 0) - point.percent) * perPercent,
        6,
      )
    })
  })

  it('says definition, base, cohort and plain note of every curve, and why panels stand apart', () => {
    const { durability, scene } = drawn(PROCEDURES, true)
    const written = texts(scene).join(' ')
    for (const { row, definition, base } of durability.curves) {
      expect(written).toContain(definition.split(' ')[0])
      expect(written).toContain(base.toLowerCase().split(' ')[0])
      expect(written).toContain(row.scope.split(' ')[0])
      for (const word of row.plainNote?.split(' ') ?? []) expect(written).toContain(word)
    }
    expect(written).toContain('May not stand beside the numbers above.')
    expect(written).not.toMatch(/undefined|NaN/)
  })

  it.each([350, 660, 920])('keeps every mark inside a drawing of %i pixels', (width) => {
    const { scene, twin } = drawn([...PROCEDURES, 'repeat-srs', 'glycerol-rhizolysis'], true, width)
    for (const mark of scene.marks) {
      expect(mark.x).toBeGreaterThanOrEqual(0)
      expect(mark.x + mark.width).toBeLessThanOrEqual(width)
      expect(twin.rowFindingIds[mark.row]).toBeDefined()
    }
  })
})

describe('the table and the sentence', () => {
  it('hold every point with the text of its finding, a given start without a source, and the gaps', () => {
    const { durability, twin } = drawn(PROCEDURES)
    const points = durability.curves.flatMap((curve) => curve.points)
    const opened = twin.rowFindingIds.filter((id) => id !== undefined)
    expect([...opened].sort()).toEqual(points.map((point) => point.estimate.finding.id).sort())
    for (const point of points) {
      const row = twin.rows[twin.rowFindingIds.indexOf(point.estimate.finding.id)]
      expect(row?.[1]).toBe(point.text.whole)
      expect(row?.[2]).toContain(point.text.interval)
    }
    expect(twin.rows.filter((row) => row[3] === 'start').map((row) => row[1])).toEqual(['89 of 100'])
    expect(twin.rows.at(-1)?.slice(0, 2)).toEqual([
      'balloon-compression',
      'Only an alternative series: drawn on request.',
    ])
  })

  it('reads out who has curves and who has none', () => {
    const { durability, panels } = drawn(['mvd', 'carbamazepine'])
    expect(durabilityReading(durability, panels)).toBe(
      'How long it lasts, in 2 parts that may not be read beside one another: mvd (a, complete relief, no drugs) 85 of 100, per procedure at 6 months, 78 of 100, per procedure at 2 years; mvd (b, complete relief, no drugs) 81 of 100 at 1 year, 73 of 100 at 15 years; carbamazepine: no series over time in this collection.',
    )
  })
})

it('ends the years at a tick beyond the last point', () => {
  expect(yearsAxis(15)).toEqual({ last: 16, step: 2 })
  expect(yearsAxis(2)).toEqual({ last: 2, step: 0.25 })
  expect(yearsAxis(30)).toEqual({ last: 30, step: 5 })
})
