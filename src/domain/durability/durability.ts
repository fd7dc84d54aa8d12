import { judgedRow } from '../comparability/judgedRow'
import { sourceNameOf } from '../compare/sourceName'
import { estimateOf, type Estimate } from '../estimate'
import { describeEstimate, type EstimateText } from '../estimateText'
import type { Evidence } from '../evidence'
import { timeInDays } from '../measure'
import type { DurabilityCurve } from '../tables/durabilityCurves'

/** A treatment of the picture; `place` gives it its colour and mark, 0 for the first. */
export interface CurveColumn {
  readonly treatment: string
  readonly name: string
  readonly place: number
}

export interface CurvePoint {
  readonly estimate: Estimate
  readonly text: EstimateText
  /** After the treatment. */
  readonly years: number
  /** Percent, 0 to 100. */
  readonly percent: number
  /** An estimate that allows for shorter follow-up (Kaplan-Meier), not a plain count. */
  readonly actuarial: boolean
}

/** One series of one source, as it may be drawn. */
export interface Curve {
  readonly row: DurabilityCurve
  readonly column: CurveColumn
  /** Share at the start in percent, only where the data give it. */
  readonly start: number | undefined
  /** In order of time, at least one; the first is the true first point unless `start` is given. */
  readonly points: readonly CurvePoint[]
  readonly outcome: string
  readonly definition: string
  /** Out of whom, and whether that is stated. */
  readonly base: string
  /** "Actuarial (Kaplan-Meier)", or each kind that occurs. */
  readonly kinds: string
  readonly actuarial: boolean
  readonly study: string
}

/** A treatment without a curve, and what is said of it. */
export interface CurveGap {
  readonly column: CurveColumn
  readonly words: string
}

export interface Durability {
  readonly columns: readonly CurveColumn[]
  readonly curves: readonly Curve[]
  readonly gaps: readonly CurveGap[]
  /** Curves that are drawn only on request. */
  readonly alternatives: number
}

const DAYS_IN_YEAR = 365.25

const NO_CURVE = 'No series over time in this collection.'
const ONLY_ALTERNATIVES = 'Only an alternative series: drawn on request.'

function pointsOf(row: DurabilityCurve, evidence: Evidence): readonly CurvePoint[] {
  const points = row.findingIds.flatMap((id): readonly CurvePoint[] => {
    const finding = evidence.findingById.get(id)
    // A point of another treatment would join two.
    if (finding?.treatment !== row.treatment) return []
    const days = timeInDays(finding.timepoint, finding.timepointUnit)
    const estimate = estimateOf(finding, evidence)
    if (days === undefined || estimate.value === undefined || estimate.family !== 'share') return []
    return [
      {
        estimate,
        text: describeEstimate(estimate, evidence),
        years: days / DAYS_IN_YEAR,
        percent: estimate.value,
        actuarial: finding.estimateKind === 'actuarial',
      },
    ]
  })
  return [...points].sort((a, b) => a.years - b.years)
}

function kindWords(points: readonly CurvePoint[], evidence: Evidence): string {
  const kinds = new Set(points.map((point) => point.estimate.finding.estimateKind))
  return [...kinds]
    .map((id) => evidence.estimateKinds.find((kind) => kind.id === id)?.label ?? id)
    .join(', then ')
}

/** "All treated"; with "per procedure" behind it where something else than people is counted. */
function baseWords(row: DurabilityCurve, points: readonly CurvePoint[], evidence: Evidence): string {
  const label = evidence.denominatorById.get(row.base)?.label ?? row.base
  const counted = points.map(({ estimate, text }) => {
    const role = evidence.denominatorRoleById.get(estimate.finding.denominator)
    return role?.countsPeople === 'no' ? text.denominator.toLowerCase() : undefined
  })
  return [label, ...new Set(counted.flatMap((words) => words ?? []))].join(', ')
}

function curveOf(row: DurabilityCurve, column: CurveColumn, evidence: Evidence): readonly Curve[] {
  const points = pointsOf(row, evidence)
  const [first] = points
  if (!first) return []
  return [
    {
      row,
      column,
      // A start is only a start: one that is given for a series with a point at time 0 would stand twice.
      start: first.years === 0 ? undefined : row.startsWith,
      points,
      outcome: evidence.outcomeById.get(row.outcome)?.label ?? row.outcome,
      definition: [...new Set(points.map((point) => point.text.definition))].join(', then '),
      base: baseWords(row, points, evidence),
      kinds: kindWords(points, evidence),
      actuarial: points.every((point) => point.actuarial),
      study: evidence.sourceById.has(row.source) ? sourceNameOf(row.source, evidence) : row.source,
    },
  ]
}

function gapOf(column: CurveColumn, rows: readonly DurabilityCurve[]): CurveGap {
  if (rows.some((row) => row.draw === 'alternative')) return { column, words: ONLY_ALTERNATIVES }
  const [kept] = rows
  if (!kept) return { column, words: NO_CURVE }
  return { column, words: `A series exists but is not drawn. ${kept.plainNote ?? ''}`.trim() }
}

/**
 * The curves of some treatments, each from one source and only as the table of curves gives them: drawn by default,
 * alternatives on request, the rest never. Nothing is joined, extended to time 0 or filled in.
 *
 * @param alternatives whether curves that are drawn only on request are wanted
 * @param first the outcome whose curves come first
 */
export function durabilityOf(
  columns: readonly CurveColumn[],
  evidence: Evidence,
  alternatives: boolean,
  first?: string,
): Durability {
  const rowsOf = (column: CurveColumn) =>
    evidence.durabilityCurves.filter((row) => row.treatment === column.treatment)
  const wanted = (row: DurabilityCurve) => row.draw === 'yes' || (alternatives && row.draw === 'alternative')
  const all = columns.flatMap((column) =>
    rowsOf(column)
      .filter(wanted)
      .flatMap((row) => curveOf(row, column, evidence)),
  )
  const isFirst = (curve: Curve) => curve.row.outcome === first
  const curves = [...all.filter(isFirst), ...all.filter((curve) => !isFirst(curve))]
  return {
    columns,
    curves,
    gaps: columns
      .filter((column) => !curves.some((curve) => curve.column === column))
      .map((column) => gapOf(column, rowsOf(column))),
    alternatives: columns.flatMap(rowsOf).filter((row) => row.draw === 'alternative').length,
  }
}

/** The judged first point of a curve: what the pair verdict asks of it. */
export function firstRow(curve: Curve, evidence: Evidence) {
  const [first] = curve.points
  if (!first) throw new RangeError(`${curve.row.curveId} has no points`)
  return judgedRow(first.estimate.finding, evidence)
}
