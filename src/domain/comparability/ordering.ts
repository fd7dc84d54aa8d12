import type { Evidence } from '../evidence'
import { familyOfMeasure } from '../measure'
import { CERTAINTIES } from '../vocabulary'
import type { Judgement } from './judgement'
import type { JudgedRow } from './judgedRow'
import { isRandomised } from './notes'
import { LEVELS, type ReasonId } from './verdict'

/** Reasons that leave nothing to compare; a near miss on the facets tells more. */
const FAR: readonly ReasonId[] = ['unusable-row', 'before-after', 'different-outcome', 'different-measure']

/** Missing comes last in every key. */
const LAST = Infinity

function smallest(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined)
  return known.length < numbers.length || known.length === 0 ? undefined : Math.min(...known)
}

function largestFirst(number: number | undefined): number {
  return number === undefined ? LAST : -number
}

function lowerCertainty(rows: readonly JudgedRow[]): number {
  const ranks = rows.map(({ finding: { certainty } }) =>
    certainty === undefined ? CERTAINTIES.length : CERTAINTIES.indexOf(certainty),
  )
  return Math.max(-1, ...ranks)
}

/** Shares of patients before other numbers, ratios last. */
function relativeLast(rows: readonly JudgedRow[]): number {
  const isOf = (family: string) => (row: JudgedRow) => familyOfMeasure(row.finding.measure) === family
  if (rows.every(isOf('share'))) return 0
  return rows.some(isOf('ratio')) ? 2 : 1
}

/** One row counts as 1; a missing time comes last, zero beside a later time just before it. */
function ratioOfTimes(rows: readonly JudgedRow[]): number {
  const [a, b] = rows
  if (!a || !b) return 1
  if (a.days === undefined || b.days === undefined) return LAST
  const [shorter, longer] = [Math.min(a.days, b.days), Math.max(a.days, b.days)]
  if (shorter === longer) return 1
  return shorter === 0 ? Number.MAX_VALUE : longer / shorter
}

/** Patients of a row: of its arm, or of the smaller arm where the row stands for both. */
function patients(row: JudgedRow, judgement: Judgement): number | undefined {
  const bothArms = row.contrast && judgement.level !== 'side-by-side' && judgement.rows.length === 1
  const contrast = bothArms || judgement.level === 'linked'
  return contrast ? smallest([row.finding.armN, row.finding.comparatorN]) : row.finding.armN
}

const farReasons = ({ reasons }: Judgement) => reasons.filter((reason) => FAR.includes(reason)).length

/** The keys in the order of the rule; smaller comes first. */
const KEYS: readonly ((judgement: Judgement, evidence: Evidence) => number)[] = [
  ({ level }) => LEVELS.indexOf(level),
  (judgement) => farReasons(judgement),
  ({ reasons }) => reasons.length,
  ({ rows }) => (rows.every(isRandomised) ? 0 : 1),
  ({ oneSidePrinted }) => (oneSidePrinted ? 1 : 0),
  ({ rows }) => (rows.every((row) => row.finding.directness === 'direct') ? 0 : 1),
  ({ rows }) => lowerCertainty(rows),
  ({ rows }) => relativeLast(rows),
  ({ rows }) => ratioOfTimes(rows),
  (judgement) => largestFirst(smallest(judgement.rows.map((row) => patients(row, judgement)))),
  ({ rows }, evidence) =>
    largestFirst(smallest(rows.map((row) => evidence.sourceById.get(row.finding.source)?.year))),
  ({ rows }) => largestFirst(smallest(rows.map((row) => row.days))),
]

function idsOf(judgement: Judgement): string {
  return judgement.rows
    .map((row) => row.finding.id)
    .sort()
    .join(' ')
}

/** Those with the smallest key, in their order. */
function withSmallest(judgements: readonly Judgement[], keyOf: (judgement: Judgement) => number) {
  let best: Judgement[] = []
  let smallestKey = LAST
  for (const judgement of judgements) {
    const key = keyOf(judgement)
    if (key < smallestKey) {
      smallestKey = key
      best = [judgement]
    } else if (key === smallestKey) best.push(judgement)
  }
  return best
}

/**
 * The best of the candidates: the best level, and among equal levels the order of the rule. Among pairs that are
 * not comparable the nearest miss comes first: the fewest reasons, those that leave nothing to compare counting
 * most. The answer does not depend on the order of the candidates.
 */
export function bestOf(judgements: readonly Judgement[], evidence: Evidence): Judgement | undefined {
  let left = judgements
  // One key after the other, each asked only of those that the keys before it left.
  for (const key of KEYS) {
    if (left.length < 2) return left[0]
    left = withSmallest(left, (judgement) => key(judgement, evidence))
  }
  return left.reduce((one, other) => (idsOf(other) < idsOf(one) ? other : one))
}

/** All candidates of the best level, best first. */
export function inOrderOfRule(judgements: readonly Judgement[], evidence: Evidence): readonly Judgement[] {
  const best = Math.min(...judgements.map((judgement) => LEVELS.indexOf(judgement.level)))
  const ranked = judgements
    .filter((judgement) => LEVELS.indexOf(judgement.level) === best)
    .map((judgement) => ({
      judgement,
      keys: KEYS.map((key) => key(judgement, evidence)),
      ids: idsOf(judgement),
    }))
  ranked.sort((x, y) => {
    const index = x.keys.findIndex((key, at) => key !== y.keys[at])
    if (index >= 0) return (x.keys[index] ?? 0) - (y.keys[index] ?? 0)
    return x.ids < y.ids ? -1 : x.ids > y.ids ? 1 : 0
  })
  return ranked.map(({ judgement }) => judgement)
}
