/**
 * Data sets of published meta-analyses, as the R packages metafor and metadat (Viechtbauer) give them.
 */
import type { Effect } from '@/domain/betweenStudyVariance'

/** Events and non-events in the arm, then in the comparison arm. */
type Table = readonly [number, number, number, number]

/** Colditz GA et al. JAMA 1994;271:698-702: tuberculosis with and without BCG vaccine (dat.bcg). */
export const BCG_VACCINE: readonly Table[] = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
]

/** DerSimonian R, Kacker R. Contemp Clin Trials 2007;28:105-114: the CLASP example (events, n, events, n). */
export const CLASP: readonly Table[] = [
  [5, 156, 8, 74],
  [5, 303, 17, 303],
  [12, 565, 9, 477],
  [69, 1570, 94, 1565],
  [9, 103, 11, 105],
  [313, 4659, 352, 4650],
]

/** Raudenbush SW, in Cooper H et al, Handbook of research synthesis 2009, chapter 16: [effect, variance]. */
export const TEACHER_EXPECTANCY: readonly Effect[] = [
  [0.03, 0.0156],
  [0.12, 0.0216],
  [-0.14, 0.0279],
  [1.18, 0.1391],
  [0.26, 0.1362],
  [-0.06, 0.0106],
  [-0.02, 0.0106],
  [-0.32, 0.0484],
  [0.27, 0.0269],
  [0.8, 0.063],
  [0.54, 0.0912],
  [0.18, 0.0497],
  [-0.02, 0.0835],
  [0.23, 0.0841],
  [-0.18, 0.0253],
  [-0.06, 0.0279],
  [0.3, 0.0193],
  [0.07, 0.0088],
  [-0.07, 0.0303],
].map(([estimate = 0, variance = 0]) => ({ estimate, variance }))

/**
 * Niël-Weise BS et al. Intensive Care Med 2007;33:2058-2068, as in Stijnen T et al. Stat Med 2010;29:3046-3067:
 * catheter infections with standard catheters and with coated ones [events, catheters], zeros among them.
 */
export const STANDARD_CATHETERS: readonly (readonly [number, number])[] = [
  [3, 117],
  [3, 35],
  [9, 195],
  [7, 136],
  [6, 157],
  [4, 139],
  [3, 177],
  [2, 39],
  [19, 103],
  [2, 122],
  [7, 64],
  [1, 58],
  [5, 175],
  [11, 180],
  [0, 105],
  [1, 262],
  [3, 362],
  [1, 69],
]
export const COATED_CATHETERS: readonly (readonly [number, number])[] = [
  [0, 116],
  [1, 44],
  [2, 208],
  [0, 130],
  [5, 151],
  [1, 98],
  [1, 174],
  [1, 74],
  [1, 97],
  [1, 113],
  [0, 66],
  [0, 70],
  [3, 188],
  [6, 187],
  [0, 118],
  [0, 252],
  [1, 345],
  [4, 64],
]

/** Normand SL. Stat Med 1999;18:321-359, Table III: risk differences in percentage points after a heart attack. */
export const LIDOCAINE_MORTALITY: readonly Table[] = [
  [2, 39, 1, 43],
  [4, 44, 4, 44],
  [6, 107, 4, 110],
  [7, 103, 5, 100],
  [7, 110, 3, 106],
  [11, 154, 4, 146],
]

export function logRiskRatios(tables: readonly Table[]): readonly Effect[] {
  return tables.map(([a, b, c, d]) => ({
    estimate: Math.log(a / (a + b) / (c / (c + d))),
    variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
  }))
}

export function logOddsRatios(tables: readonly Table[]): readonly Effect[] {
  return tables.map(([a, b, c, d]) => ({
    estimate: Math.log((a * d) / (b * c)),
    variance: 1 / a + 1 / b + 1 / c + 1 / d,
  }))
}

/** From events and n of both arms to events and non-events. */
export function withNonEvents(tables: readonly Table[]): readonly Table[] {
  return tables.map(([events, n, comparatorEvents, comparatorN]) => [
    events,
    n - events,
    comparatorEvents,
    comparatorN - comparatorEvents,
  ])
}

/** In percentage points, from events and n of both arms. */
export function riskDifferences(tables: readonly Table[]): readonly Effect[] {
  return tables.map(([a, m, b, n]) => ({
    estimate: 100 * (a / m - b / n),
    variance: 10_000 * (((a / m) * (1 - a / m)) / m + ((b / n) * (1 - b / n)) / n),
  }))
}
