import { axisPosition } from '@/charts/barAxis'
import { forestFrame } from '@/charts/forestFrame'
import { forestLayout } from '@/charts/forestLayout'
import { forestEntries, type EntryBlock } from '@/charts/forestModel'
import { forestReading, forestTwin } from '@/charts/forestTwin'
import { twinRowText } from '@/charts/pictureModel'
import { flatItems, type Scene } from '@/charts/scene'
import { sceneToSvg } from '@/charts/sceneToSvg'
import { tableAsCsv } from '@/data/exportTable'
import type { Evidence } from '@/domain/evidence'
import { forestOf, rowsOfForest } from '@/domain/forest/forest'
import type { ForestColumn } from '@/domain/forest/forestParts'
import { poolForest } from '@/domain/forest/forestPools'
import type { Finding } from '@/domain/tables/findings'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { evidenceWith, outcomeOf, realEvidence } from '../../support/evidence'
import { makeFinding } from '../../support/makeFinding'

function drawn(outcome: string, ids: readonly string[], evidence: Evidence = realEvidence(), width = 896) {
  const columns: readonly ForestColumn[] = ids.map((treatment, place) => ({
    treatment,
    name: treatment,
    place,
  }))
  const forest = forestOf(outcomeOf(outcome), columns, evidence)
  const blocks = forestEntries(forest, poolForest(forest, evidence))
  return { forest, blocks, twin: forestTwin(forest, blocks), scene: forestLayout(forest, blocks, width) }
}

const withRows = (...rows: readonly Partial<Finding>[]) =>
  drawn(
    'pain-free-no-meds',
    ['mvd'],
    evidenceWith(() => ({ findings: rows.map((row) => makeFinding(row)) })),
  )

const texts = (scene: Scene) =>
  flatItems(scene.items).flatMap((item) => (item.kind === 'text' ? [item.text] : []))

/** Shapes of the plot: marks and diamonds, not those before the words. */
const inPlot = (scene: Scene, kind: 'circle' | 'polygon') => {
  const [left, right] = forestFrame(scene.width).plot
  return flatItems(scene.items).filter(
    (item) =>
      item.kind === kind &&
      (item.kind === 'circle'
        ? item.x >= left && item.x <= right && item.y < scene.height - 40
        : item.kind === 'polygon' && item.points.every(([x]) => x >= left - 10 && x <= right + 10)),
  )
}

const axisOf = (blocks: readonly EntryBlock[]) => {
  const axis = blocks[0]?.axis
  if (!axis) throw new Error('no axis')
  return axis
}

const SETS: readonly (readonly [string, readonly string[]])[] = [
  ['pain-relief-any', ['carbamazepine', 'oxcarbazepine', 'lamotrigine']],
  ['pain-free-no-meds', ['mvd', 'srs', 'balloon-compression', 'rf-thermocoagulation']],
  ['pain-intensity', ['ketamine-iv', 'lidocaine-iv', 'opioids-any']],
  ['pain-intensity', ['cbt', 'acupuncture', 'tens']],
]

describe('the drawing and its table', () => {
  it.each(SETS)('says the same number, interval, n and study: %s of %s', (outcome, ids) => {
    const { scene, blocks, twin } = drawn(outcome, ids)
    const written = texts(scene).join(' ')
    const rows = blocks.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries))
    for (const entry of rows) {
      if (entry.kind !== 'row') continue
      const { text, estimate } = entry.row
      const told = twinRowText(twin, entry.twinRow)
      expect(told).toContain(text.whole)
      expect(twin.rowFindingIds[entry.twinRow]).toBe(estimate.finding.id)
      if (text.number !== undefined) expect(told).toContain(text.interval)
      if (text.number !== undefined && !text.intervalIsPhrase) {
        expect(written).toContain(text.number)
        expect(written).toContain(`(${text.interval})`)
      }
    }
  })

  it.each(SETS)('has a mark for every row of the table that opens a finding: %s of %s', (outcome, ids) => {
    for (const width of [350, 660, 920]) {
      const { scene, twin } = drawn(outcome, ids, realEvidence(), width)
      const opens = twin.rowFindingIds.flatMap((id, row) => (id === undefined ? [] : [row]))
      expect(scene.marks.map((mark) => mark.row)).toEqual(expect.arrayContaining(opens))
      for (const mark of scene.marks) {
        expect(mark.x + mark.width).toBeLessThanOrEqual(width)
        expect(mark.y + mark.height).toBeLessThanOrEqual(scene.height)
        expect(Math.min(mark.width, mark.height)).toBeGreaterThanOrEqual(24)
      }
    }
  })

  it('exports a CSV that reads back as the table, and an SVG that holds the numbers', () => {
    const { scene, twin, forest, blocks } = drawn('pain-free-no-meds', ['mvd', 'srs'])
    const { data } = Papa.parse<string[]>(tableAsCsv(twin.columns, twin.rows).replace(/^\uFEFF/, ''), {
      skipEmptyLines: true,
    })
    expect(data).toHaveLength(twin.rows.length + 1)
    expect(data[0]).toEqual(twin.columns)
    const svg = sceneToSvg(scene, { title: 'x', description: forestReading(forest, blocks, true) })
    expect(svg).toContain('81 (77 to 85)')
  })

  it('names treatments without a finding, in the drawing and in the table', () => {
    const { scene, twin } = drawn('pain-intensity', ['cbt', 'lidocaine-iv'])
    expect(texts(scene)).toContain('A figure exists but may not stand beside others.')
    expect(twin.rows.at(-1)?.slice(0, 2)).toEqual([
      'lidocaine-iv',
      'A figure exists but may not stand beside others.',
    ])
  })
})

describe('what is drawn', () => {
  const share = { armN: 50, armEvents: 20, value: 40 }

  it('puts the mark of a share at its place on 0 to 100', () => {
    const { scene, blocks } = withRows(share)
    const x = axisPosition(40, axisOf(blocks), ...forestFrame(scene.width).plot)
    expect(inPlot(scene, 'circle')).toEqual([expect.objectContaining({ x })])
    expect(texts(scene)).toContain('40 (28 to 54)')
  })

  it('draws no line and says why where there is no interval, or it is hidden', () => {
    const hidden = withRows({
      value: 40,
      estimateKind: 'actuarial',
      ciLow: 39.9,
      ciHigh: 40.1,
      flags: ['hide-interval'],
    })
    expect(texts(hidden.scene).join(' ')).toContain('Interval not shown: too narrow to be right.')
    const none = withRows({ value: 40, armN: undefined, estimateKind: 'actuarial' })
    expect(texts(none.scene)).toContain('Range not reported.')
    const lines = (scene: Scene) =>
      flatItems(scene.items).filter((item) => item.kind === 'line' && item.stroke.colour === 'ink')
    expect(lines(none.scene)).toEqual([])
    expect(lines(hidden.scene)).toEqual([])
  })

  it('ends an interval that leaves the axis in an arrow head at its edge', () => {
    const ratio = {
      outcome: 'pain-relief-any',
      measure: 'odds-ratio',
      comparator: 'placebo',
      armDesign: 'randomised',
      estimateKind: 'not-applicable',
      value: 2,
      ciLow: 1.2,
      ciHigh: 500,
      unit: undefined,
    } as const
    const evidence = evidenceWith(() => ({ findings: [makeFinding(ratio)] }))
    const { scene } = drawn('pain-relief-any', ['mvd'], evidence)
    const [, right] = forestFrame(scene.width).plot
    const heads = flatItems(scene.items).filter(
      (item) => item.kind === 'polygon' && item.points.some(([x]) => x === right + 6),
    )
    expect(heads).toHaveLength(1)
    expect(texts(scene)).toContain('interval leaves the axis')
  })

  it('draws a pooled diamond from limit to limit, and its prediction interval', () => {
    const { scene, blocks, twin } = withRows(
      { armN: 100, armEvents: 60, value: 60 },
      { armN: 100, armEvents: 70, value: 70 },
      { armN: 80, armEvents: 40, value: 50 },
    )
    const pool = blocks[0]?.groups[0]?.entries.find((entry) => entry.kind === 'pool')
    if (pool?.kind !== 'pool') throw new Error('not pooled')
    const at = (value: number) => axisPosition(value, axisOf(blocks), ...forestFrame(scene.width).plot)
    const { lower, value, upper } = pool.pool.result
    const xs = inPlot(scene, 'polygon').flatMap((item) =>
      item.kind === 'polygon' ? [item.points.map(([x]) => x)] : [],
    )
    expect(xs).toContainEqual([at(lower), at(value), at(upper), at(value)])
    expect(twin.rows[pool.twinRow]?.at(-1)).toContain(pool.pool.text.heterogeneity)
    expect(twin.rows[pool.twinRow]?.at(-1)).toContain(
      `Prediction interval ${pool.pool.text.prediction ?? ''}`,
    )
  })
})

it('lays out 500 findings in less than 100 ms of computing', () => {
  const rows = Array.from({ length: 500 }, (_, index) => {
    const armN = 40 + (index % 60)
    return makeFinding({
      treatment: ['mvd', 'srs', 'balloon-compression', 'rf-thermocoagulation'][index % 4] ?? 'mvd',
      armN,
      armEvents: index % 37,
      value: undefined,
      timepoint: 1 + (index % 9),
      caveat:
        index % 3 === 0 ? 'Only people with a clear vessel pressing on the nerve at surgery.' : undefined,
    })
  })
  const evidence = evidenceWith(() => ({ findings: rows }))
  const columns = ['mvd', 'srs', 'balloon-compression', 'rf-thermocoagulation'].map((treatment, place) => ({
    treatment,
    name: treatment,
    place,
  }))
  const forest = forestOf(outcomeOf('pain-free-no-meds'), columns, evidence)
  const blocks = forestEntries(forest, undefined)
  // The best of some runs, without the time in which this computer did something else.
  const times = Array.from({ length: 10 }, () => {
    const start = process.cpuUsage()
    const scene = forestLayout(forest, blocks, 896)
    const { user, system } = process.cpuUsage(start)
    expect(scene.marks).toHaveLength(500)
    return (user + system) / 1000
  })
  expect(Math.min(...times)).toBeLessThan(100)
})

describe('with patients whose rows lead', () => {
  it('says of every row whether it is of those patients, in the drawing and in the table', () => {
    const evidence = realEvidence()
    const others = 'people without MS or mixed'
    const population = { id: 'tn-secondary-ms', leads: [], othersLabel: others }
    const columns = ['mvd', 'srs'].map((treatment, place) => ({ treatment, name: treatment, place }))
    const forest = forestOf(outcomeOf('pain-adequate'), columns, evidence, population)
    const blocks = forestEntries(forest, undefined)
    const told = forestTwin(forest, blocks).rows.map((row) => row.join(' '))
    const rows = rowsOfForest(forest)
    for (const { estimate, text } of rows)
      expect(text.whose).toBe(
        estimate.finding.population === 'tn-secondary-ms'
          ? evidence.populationById.get('tn-secondary-ms')?.label
          : others,
      )
    expect(told.filter((row) => row.includes(others)).length).toBeGreaterThan(3)
    expect(new Set(rows.map(({ text }) => text.whose)).size).toBe(2)
    const drawing = flatItems(forestLayout(forest, blocks, 896).items)
    expect(JSON.stringify(drawing)).toContain('people without MS')
  })
})
