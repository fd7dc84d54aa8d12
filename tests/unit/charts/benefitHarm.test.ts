import { describe, expect, it } from 'vitest'
import { axisValue } from '@/charts/barAxis'
import { crossPicture, crossReading, crossTwin } from '@/charts/benefitHarm'
import { benefitHarmLayout } from '@/charts/benefitHarmLayout'
import { markSize, plotOf, pointPosition } from '@/charts/benefitHarmPlot'
import { sceneToSvg } from '@/charts/sceneToSvg'
import { crossSets } from '@/domain/compare/benefitAndHarm'
import { PHRASES } from '@/domain/phrases'
import { parseSvg } from './parseSvg'
import { MEDICINES, pictureOf, PROCEDURES } from './realPicture'

function crossOf(benefit: string, harm: string, treatments: readonly string[]) {
  const [x, y] = [pictureOf(benefit, treatments), pictureOf(harm, treatments)]
  const sets = crossSets(x.row, y.row, x.evidence)
  return { x, y, picture: crossPicture(x.row, y.row, sets, x.columns) }
}

const procedures = () => crossOf('pain-relief-any', 'troublesome-numbness', PROCEDURES)

describe('crossPicture', () => {
  it('draws points apart that may not be compared on either side, with the words of each side', () => {
    const { picture } = procedures()
    expect(picture.panels.map((panel) => panel.points.map((point) => point.name))).toEqual([
      ['MVD', 'Balloon compression'],
      ['Radiosurgery (SRS)'],
    ])
    expect(picture.panels[1]?.wordsBefore.map((words) => words.split(':')[0])).toEqual(['Benefit', 'Harm'])
  })

  it('lists a treatment with a missing side and draws no point at zero for it', () => {
    const { picture } = procedures()
    expect(picture.undrawn.map((point) => [point.name, point.harm.words])).toEqual([
      ['RF thermocoagulation', PHRASES.noHarmFigure],
    ])
  })
})

describe('benefitHarmLayout', () => {
  it('places points and arms so that they give their numbers back', () => {
    for (const { picture } of [procedures(), crossOf('pain-free', 'withdrawal-adverse', MEDICINES)])
      for (const panel of picture.panels) {
        const plot = plotOf(860, panel.points.length)
        for (const point of panel.points) {
          const at = pointPosition(point, panel, plot)
          const [benefit, harm] = [point.benefit.shown?.estimate, point.harm.shown?.estimate]
          const across = (x: number) => axisValue(x, panel.x, plot.left, plot.right)
          const upwards = (y: number) => axisValue(y, panel.y, plot.bottom, plot.top)
          expect(across(at?.x ?? NaN)).toBeCloseTo(benefit?.value ?? NaN, 6)
          expect(upwards(at?.y ?? NaN)).toBeCloseTo(harm?.value ?? NaN, 6)
          if (benefit?.interval.kind === 'shown')
            expect(at?.benefitArm?.map(across)).toEqual([
              expect.closeTo(benefit.interval.lower, 6),
              expect.closeTo(benefit.interval.upper, 6),
            ])
          else expect(at?.benefitArm).toBeUndefined()
          if (harm?.interval.kind === 'shown')
            expect(at?.harmArm?.map(upwards)).toEqual([
              expect.closeTo(harm.interval.lower, 6),
              expect.closeTo(harm.interval.upper, 6),
            ])
          else expect(at?.harmArm).toBeUndefined()
        }
      }
  })

  it('gives marks an area by patients, and the smallest mark where their number is not stated', () => {
    expect(markSize(400, 400)).toBe(22)
    expect(markSize(200, 400) ** 2 / markSize(400, 400) ** 2).toBeCloseTo(0.5, 6)
    expect(markSize(undefined, 400)).toBe(markSize(1, 400))
  })

  it('exports every number of both sides, what is missing, and the words between', () => {
    const { picture, x, y } = procedures()
    const scene = benefitHarmLayout(picture, 860)
    const all = parseSvg(sceneToSvg(scene, { title: 't', description: 'd' })).texts.join(' ')
    for (const cell of [...x.row.cells, ...y.row.cells])
      expect(all).toContain(cell.lead ? cell.lead.text.whole : cell.missing)
    expect(all).toContain(PHRASES.notBesideAbove)
  })

  it('reaches every number of the table with a mark inside the drawing', () => {
    for (const width of [326, 860]) {
      const { picture, x, y } = procedures()
      const { marks } = benefitHarmLayout(picture, width)
      expect(marks.map((mark) => mark.row).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
      expect(crossTwin(x.row, y.row, x.columns).rows).toHaveLength(8)
      for (const mark of marks) expect(mark.x + mark.width).toBeLessThanOrEqual(width + 0.5)
    }
  })
})

describe('crossTwin', () => {
  it('has a row for each side of each treatment, in the words of the domain', () => {
    const { x, y } = crossOf('pain-free', 'withdrawal-adverse', MEDICINES)
    const twin = crossTwin(x.row, y.row, x.columns)
    expect(twin.rows.map((row) => row.slice(0, 4))).toEqual([
      [
        'Carbamazepine',
        'Pain free, with or without medicine',
        '32 of 100',
        expect.stringContaining('15 to 54'),
      ],
      ['Carbamazepine', 'Stopped because of side effects', '30 of 100', expect.stringContaining('23 to 37')],
      ['Oxcarbazepine', 'Pain free, with or without medicine', 'Nothing found in trigeminal neuralgia.', ''],
      ['Oxcarbazepine', 'Stopped because of side effects', '13 of 100', expect.stringContaining('8.5 to 18')],
      [
        'Lamotrigine',
        'Pain free, with or without medicine',
        '48 of 100',
        expect.stringContaining('28 to 68'),
      ],
      ['Lamotrigine', 'Stopped because of side effects', '4 of 100', expect.stringContaining('0.7 to 20')],
    ])
    expect(twin.rowFindingIds[2]).toBeUndefined()
  })

  it('is read out in one sentence', () => {
    const { x, y } = crossOf('pain-free', 'withdrawal-adverse', ['lamotrigine', 'oxcarbazepine'])
    expect(crossReading(x.row, y.row, x.columns)).toBe(
      'Lamotrigine: benefit 48 of 100 (28 to 68), harm 4 of 100 (0.7 to 20); Oxcarbazepine: benefit: nothing found in trigeminal neuralgia, harm 13 of 100 (8.5 to 18).',
    )
  })
})
