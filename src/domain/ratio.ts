import { assertCounts, Z_95 } from './proportion'

/** A ratio of two arms with its 95 % interval; 1 means no difference. */
export interface Ratio {
  readonly kind: 'ratio'
  readonly value: number
  readonly lower: number
  readonly upper: number
  /** True when 0.5 was added to every cell because one of them was 0: say so beside the number. */
  readonly zeroCellCorrection: boolean
}

/** Why two arms give no ratio: it would be 0 / 0. */
export interface NoRatio {
  readonly kind: 'refused'
  readonly reason: 'no-events-in-either-arm' | 'event-in-everyone'
}

/** The four cells of the table: events and non-events in the arm, then in the comparison arm. */
interface Cells {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly zeroCellCorrection: boolean
}

function cellsOf(
  events: number,
  total: number,
  comparatorEvents: number,
  comparatorTotal: number,
): Cells | NoRatio {
  assertCounts(events, total)
  assertCounts(comparatorEvents, comparatorTotal)
  const [a, b, c, d] = [events, total - events, comparatorEvents, comparatorTotal - comparatorEvents]
  if (a === 0 && c === 0) return { kind: 'refused', reason: 'no-events-in-either-arm' }
  if (b === 0 && d === 0) return { kind: 'refused', reason: 'event-in-everyone' }
  const zeroCellCorrection = a === 0 || b === 0 || c === 0 || d === 0
  const add = zeroCellCorrection ? 0.5 : 0
  return { a: a + add, b: b + add, c: c + add, d: d + add, zeroCellCorrection }
}

function ratioWith(value: number, varianceOfLog: number, zeroCellCorrection: boolean): Ratio {
  const factor = Math.exp(Z_95 * Math.sqrt(varianceOfLog))
  return { kind: 'ratio', value, lower: value / factor, upper: value * factor, zeroCellCorrection }
}

/**
 * Risk in the arm divided by risk in the comparison arm, with the 95 % Katz log interval.
 *
 * When a cell is 0, 0.5 is added to all four (Haldane and Anscombe) and the result says so.
 *
 * @param events patients with the event in the arm
 * @param total patients in the arm, at least 1
 * @param comparatorEvents patients with the event in the comparison arm
 * @param comparatorTotal patients in the comparison arm, at least 1
 * @returns the ratio, or the reason why there is none: nobody, or everybody, in both arms had the event
 * @throws RangeError for counts no study can have
 * @see Katz D, Baptista J, Azen SP, Pike MC. Biometrics 1978;34:469-474
 * @see Anscombe FJ. Biometrika 1956;43:461-464
 */
export function riskRatio(
  events: number,
  total: number,
  comparatorEvents: number,
  comparatorTotal: number,
): Ratio | NoRatio {
  const cells = cellsOf(events, total, comparatorEvents, comparatorTotal)
  if ('kind' in cells) return cells
  const { a, b, c, d, zeroCellCorrection } = cells
  const varianceOfLog = 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)
  return ratioWith(a / (a + b) / (c / (c + d)), varianceOfLog, zeroCellCorrection)
}

/**
 * Odds in the arm divided by odds in the comparison arm, with the 95 % Woolf logit interval.
 *
 * When a cell is 0, 0.5 is added to all four (Haldane and Anscombe) and the result says so.
 *
 * @param events patients with the event in the arm
 * @param total patients in the arm, at least 1
 * @param comparatorEvents patients with the event in the comparison arm
 * @param comparatorTotal patients in the comparison arm, at least 1
 * @returns the ratio, or the reason why there is none: nobody, or everybody, in both arms had the event
 * @throws RangeError for counts no study can have
 * @see Woolf B. Ann Hum Genet 1955;19:251-253
 * @see Haldane JBS. Ann Hum Genet 1956;20:309-311
 */
export function oddsRatio(
  events: number,
  total: number,
  comparatorEvents: number,
  comparatorTotal: number,
): Ratio | NoRatio {
  const cells = cellsOf(events, total, comparatorEvents, comparatorTotal)
  if ('kind' in cells) return cells
  const { a, b, c, d, zeroCellCorrection } = cells
  return ratioWith((a * d) / (b * c), 1 / a + 1 / b + 1 / c + 1 / d, zeroCellCorrection)
}
