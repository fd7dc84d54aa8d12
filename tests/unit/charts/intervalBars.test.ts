import { describe, expect, it } from 'vitest'
import { axisValue } from '@/charts/barAxis'
import { cellTwin, readingOfCells } from '@/charts/cellTwin'
import { exportScene } from '@/charts/exportScene'
import { intervalBars } from '@/charts/intervalBars'
import { intervalBarsLayout } from '@/charts/intervalBarsLayout'
import { intervalBarsOptions } from '@/charts/intervalBarsOptions'
import { intervalBarsScene } from '@/charts/intervalBarsScene'
import { flatItems, type SceneText } from '@/charts/scene'
import { sceneToSvg } from '@/charts/sceneToSvg'
import { tableAsCsv } from '@/data/exportTable'
import { describeEstimate } from '@/domain/estimateText'
import { PHRASES } from '@/domain/phrases'
import Papa from 'papaparse'
import { parseSvg } from './parseSvg'
import { INFUSIONS, MEDICINES, pictureOf, PROCEDURES, THERAPIES } from './realPicture'

function panelsOf(outcome: string, treatments: readonly string[]) {
  const { row, sets, columns } = pictureOf(outcome, treatments)
  return intervalBars(row, sets, columns)
}

const layoutOf = (outcome: string, treatments: readonly string[], width = 860) =>
  intervalBarsLayout(panelsOf(outcome, treatments), width)

const textsOf = (items: Parameters<typeof flatItems>[0]) =>
  flatItems(items).filter((item): item is SceneText => item.kind === 'text')

const PICTURES = [
  ['withdrawal-adverse', MEDICINES],
  ['pain-free', MEDICINES],
  ['pain-relief-any', MEDICINES],
  ['sjs-ten', MEDICINES],
  ['pain-free-no-meds', PROCEDURES],
  ['troublesome-numbness', PROCEDURES],
  ['response-duration', PROCEDURES],
  ['pain-intensity', INFUSIONS],
  ['pain-relief-50', INFUSIONS],
  ['pain-intensity', THERAPIES],
] as const

describe('intervalBars', () => {
  it('leaves a gap with words where a number is missing: no bar, no zero', () => {
    const panels = panelsOf('pain-relief-50', MEDICINES)
    expect(panels).toHaveLength(1)
    expect(panels[0]?.axis).toBeUndefined()
    expect(panels[0]?.rows.map((row) => row.gap)).toEqual(
      Array(3).fill('Nothing found in trigeminal neuralgia.'),
    )
    expect(layoutOf('pain-relief-50', MEDICINES).panels).toEqual([])
  })

  it('keeps the gap in its place where all numbers share one panel', () => {
    const panels = panelsOf('hyponatraemia-symptomatic', MEDICINES)
    expect(panels).toHaveLength(1)
    expect(panels[0]?.rows.map((row) => row.gap)).toEqual([
      PHRASES.noHarmFigure,
      undefined,
      PHRASES.noHarmFigure,
    ])
    const [panel] = layoutOf('hyponatraemia-symptomatic', MEDICINES).panels
    expect(panel?.bands.map((bar) => bar?.row.name)).toEqual([undefined, 'Oxcarbazepine', undefined])
    expect(panel && intervalBarsOptions(panel, 'light').data.datasets[0]?.data).toEqual([
      null,
      [0, expect.closeTo(6.8, 1)],
      null,
    ])
  })

  it('never puts scores of different scales on one axis', () => {
    const panels = panelsOf('pain-intensity', INFUSIONS)
    const units = panels.map((panel) => panel.axis?.caption)
    expect(units).toEqual(['points (scale not named in the summary)', 'cm VAS 0-10', undefined])
  })

  it('says why a number needed to treat is not drawn, and still shows it', () => {
    const rows = panelsOf('pain-relief-any', MEDICINES).flatMap((panel) => panel.rows)
    const row = rows.find(({ name }) => name === 'Carbamazepine')
    expect(row?.gap).toContain('a number needed to treat runs through infinity')
    expect(row?.shown?.text.whole).toBe('1.9 number needed to treat')
  })
})

describe('intervalBarsLayout', () => {
  it.each(PICTURES)(
    'places %s of %s so that every end gives its number back, wide and narrow',
    (outcome, treatments) => {
      for (const width of [326, 660, 860]) {
        const layout = layoutOf(outcome, treatments, width)
        for (const { axis, plot, bands } of layout.panels)
          for (const bar of bands) {
            const estimate = bar?.row.shown?.estimate
            if (!bar || estimate?.value === undefined) continue
            const valueAt = (x: number) => axisValue(x, axis, plot.left, plot.right)
            expect(valueAt(bar.value)).toBeCloseTo(estimate.value, 6)
            expect([bar.from, bar.to]).toContain(bar.value)
            if (estimate.interval.kind !== 'shown') expect(bar.interval).toBeUndefined()
            else {
              expect(valueAt(bar.interval?.[0] ?? NaN)).toBeCloseTo(estimate.interval.lower, 6)
              expect(valueAt(bar.interval?.[1] ?? NaN)).toBeCloseTo(estimate.interval.upper, 6)
            }
            expect(bar.hatched).toBe(!estimate.controlled)
            expect(bar.dashed).toBe(estimate.finding.directness === 'indirect')
          }
      }
    },
  )

  it('lays bars in the middle of even bands, where the chart will draw them', () => {
    for (const { plot, bands } of layoutOf('pain-relief-any', PROCEDURES).panels) {
      const band = (plot.bottom - plot.top) / bands.length
      bands.forEach((bar, index) => expect(bar?.y).toBeCloseTo(plot.top + (index + 0.5) * band, 6))
    }
  })

  it('stands words of reasons between panels that may not be compared', () => {
    const texts = textsOf(layoutOf('pain-relief-any', PROCEDURES).annotations).map((item) => item.text)
    expect(texts.join(' ')).toContain(`${PHRASES.notBesideAbove} The sources define the outcome differently.`)
  })

  it('has a mark for every row of the table that has a finding', () => {
    const { row, columns } = pictureOf('pain-relief-any', PROCEDURES)
    const twin = cellTwin(row.outcome, row.cells, columns)
    const marks = layoutOf('pain-relief-any', PROCEDURES).marks.map((mark) => mark.row)
    expect([...marks].sort()).toEqual(twin.rows.map((_, index) => index))
  })
})

describe('the table twin of one outcome', () => {
  it('holds the text of the domain, number for number', () => {
    for (const [outcome, treatments] of PICTURES) {
      const { row, columns, evidence } = pictureOf(outcome, treatments)
      const twin = cellTwin(row.outcome, row.cells, columns)
      row.cells.forEach((cell, index) => {
        const cells = Object.fromEntries(
          twin.columns.map((column, place) => [column, twin.rows[index]?.[place]]),
        )
        if (!cell.lead) {
          expect(cells['Result']).toBe(cell.words ?? cell.missing)
          expect(twin.rowFindingIds[index]).toBeUndefined()
          return
        }
        const text = describeEstimate(cell.lead.estimate, evidence)
        expect(cells['Result']).toBe(text.whole)
        expect(cells['Range']).toContain(text.interval)
        expect(cells['Time']).toBe(text.time)
        expect(cells['What was counted']).toBe(text.definition)
        if (text.caveat !== undefined) expect(cells['Remark']).toContain(text.caveat)
        expect(twin.rowFindingIds[index]).toBe(cell.lead.estimate.finding.id)
      })
    }
  })

  it('is read out in one sentence, what is missing included', () => {
    const { row, columns } = pictureOf('pain-free', MEDICINES)
    expect(readingOfCells(row.cells, columns)).toBe(
      'Carbamazepine 32 of 100 (15 to 54); Oxcarbazepine: nothing found in trigeminal neuralgia; Lamotrigine 48 of 100 (28 to 68).',
    )
  })

  it('is what the CSV file holds', () => {
    const { row, columns } = pictureOf('withdrawal-adverse', MEDICINES)
    const twin = cellTwin(row.outcome, row.cells, columns)
    const { data } = Papa.parse<string[]>(tableAsCsv(twin.columns, twin.rows), { skipEmptyLines: true })
    expect(data).toEqual([twin.columns, ...twin.rows])
  })
})

describe('the exported bars', () => {
  it.each(PICTURES)('are a well-formed file with every number of %s of %s', (outcome, treatments) => {
    const { row, sets, columns } = pictureOf(outcome, treatments)
    const scene = intervalBarsScene(layoutOf(outcome, treatments))
    const whole = exportScene(scene, {
      title: row.outcome.label,
      reading: 'r',
      notes: sets.notes,
      credit: undefined,
    })
    const { title, texts } = parseSvg(sceneToSvg(whole, { title: row.outcome.label, description: 'r' }))
    expect(title).toBe(row.outcome.label)
    const all = texts.join(' ')
    for (const cell of row.cells) {
      expect(all).toContain(cell.lead ? cell.lead.text.whole : (cell.words ?? cell.missing))
      if (cell.lead?.text.number !== undefined) expect(all).toContain(cell.lead.text.interval)
    }
    for (const note of sets.notes) expect(all).toContain(note)
    expect(columns.every(({ name }) => all.includes(name))).toBe(true)
  })
})

describe('intervalBarsOptions', () => {
  it('are the ones that were looked at', () => {
    const [panel] = layoutOf('withdrawal-adverse', MEDICINES).panels
    expect(panel && intervalBarsOptions(panel, 'light')).toMatchSnapshot()
  })

  it('begin a ratio at 1 on a scale of logarithms', () => {
    const layout = layoutOf('neurological-adverse', MEDICINES)
    const options = layout.panels.map((panel) => intervalBarsOptions(panel, 'print'))
    expect(options[0]?.options?.scales?.['x']).toMatchObject({ type: 'logarithmic' })
    expect(options[0]?.data.datasets[0]?.data).toEqual([[1, 2.76], null, null])
    expect(options[0]?.data.datasets[0]?.borderColor).toContain('#000')
  })
})
