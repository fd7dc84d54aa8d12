import type { CurvePanel } from '@/domain/durability/curvePanels'
import type { Curve, CurvePoint, Durability } from '@/domain/durability/durability'
import { formatShare } from '@/domain/format'
import { PHRASES } from '@/domain/phrases'
import { say } from '@/words/interface/charts'
import { intervalWithOrigin } from './cellTwin'
import type { TableTwin } from './pictureModel'

/** A curve with the letter that names it in drawing, legend and table. */
export interface LetteredCurve {
  readonly curve: Curve
  readonly letter: string
  /** The row of the table of its start; undefined where none is given. */
  readonly startRow: number | undefined
  /** The rows of the table of its points. */
  readonly pointRows: readonly number[]
}

export interface LetteredPanel {
  readonly panel: CurvePanel
  readonly curves: readonly LetteredCurve[]
}

const COLUMNS = [
  say('treatment'),
  say('result'),
  say('range'),
  say('time'),
  say('curve'),
  say('patientsCounted'),
  say('whatWasCounted'),
  say('outOf'),
  say('countedHow'),
  say('who'),
  say('study'),
  say('remark'),
] as const

/** Names the curves a, b, c ... through all panels, and gives each point its row of the table. */
export function letterCurves(panels: readonly CurvePanel[]): readonly LetteredPanel[] {
  let [row, count] = [0, 0]
  return panels.map((panel) => ({
    panel,
    curves: panel.curves.map((curve): LetteredCurve => {
      const letter = String.fromCharCode(97 + (count++ % 26))
      const startRow = curve.start === undefined ? undefined : row++
      return { curve, letter, startRow, pointRows: curve.points.map(() => row++) }
    }),
  }))
}

function remarkOf({ row }: Curve, caveat: string | undefined): string {
  return [row.plainNote, caveat].filter((part) => part !== undefined && part !== '').join(' ')
}

function cells(lettered: LetteredCurve, point: CurvePoint | undefined): readonly string[] {
  const { curve, letter } = lettered
  const own = [letter, curve.definition, curve.base, curve.kinds, curve.row.scope, curve.study]
  const [name, definition, base, kinds, scope, study] = own
  const text = point?.text
  return [
    curve.column.name,
    text ? text.whole : say('of100Start', { start: formatShare(curve.start ?? 0) }),
    text ? intervalWithOrigin(text) : PHRASES.rangeNotReported,
    text ? text.time : say('start'),
    name ?? '',
    text?.counts ?? '',
    definition ?? '',
    base ?? '',
    point ? kindOf(point, kinds ?? '') : say('startAsTheSeriesGives'),
    scope ?? '',
    study ?? '',
    remarkOf(curve, text?.caveat),
  ]
}

/** A point of a mixed curve says its own kind. */
function kindOf(point: CurvePoint, kinds: string): string {
  const [first = kinds, second] = kinds.split(', then ')
  if (second === undefined) return first
  return point.actuarial === /actuarial/i.test(first) ? first : second
}

/** Every point of every curve that is drawn, then the treatments without one. */
export function durabilityTwin(durability: Durability, panels: readonly LetteredPanel[]): TableTwin {
  const lines = panels.flatMap(({ curves }) =>
    curves.flatMap((lettered) => [
      ...(lettered.startRow === undefined ? [] : [{ cells: cells(lettered, undefined), id: undefined }]),
      ...lettered.curve.points.map((point) => ({
        cells: cells(lettered, point),
        id: point.estimate.finding.id,
      })),
    ]),
  )
  const gaps = durability.gaps.map(({ column, words }) => [
    column.name,
    words,
    ...COLUMNS.slice(2).map(() => ''),
  ])
  return {
    caption: say('seriesOverTimeEachFrom'),
    columns: COLUMNS,
    rows: [...lines.map((line) => line.cells), ...gaps],
    rowFindingIds: [...lines.map((line) => line.id as string | undefined), ...gaps.map(() => undefined)],
  }
}

function told({ curve, letter }: LetteredCurve): string {
  const [first, last] = [curve.points[0], curve.points.at(-1)]
  const ends = [...new Set([first, last])].flatMap((point) =>
    point ? [say('atWholeTime', { whole: point.text.whole, time: point.text.time })] : [],
  )
  return `${curve.column.name} (${letter}, ${lowerFirst(curve.definition)}) ${ends.join(', ')}`
}

/** More curves than this are only counted. */
const MOST_TOLD = 3

function counted(durability: Durability): readonly string[] {
  return durability.columns.flatMap((column) => {
    const count = durability.curves.filter((curve) => curve.column === column).length
    return count === 0 ? [] : [say('seriesNameCount', { name: column.name, count })]
  })
}

/** One sentence: first and last point of every curve (of many only how many each has), and who has none. */
export function durabilityReading(durability: Durability, panels: readonly LetteredPanel[]): string {
  const curves = panels.flatMap((panel) => panel.curves)
  const parts = [
    ...(curves.length > MOST_TOLD ? counted(durability) : curves.map(told)),
    ...durability.gaps.map(({ column, words }) => `${column.name}: ${lowerFirst(words).replace(/\.$/, '')}`),
  ]
  const apart = panels.length > 1 ? say('inPartsThatMayNot', { panels: panels.length }) : ''
  return say('howLongItLastsInAll', { apart, list: parts.join('; ') })
}

/** An abbreviation at the start keeps its capitals. */
function lowerFirst(text: string): string {
  return text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
}
