import { verdictOfTreatments, type Verdict } from '../comparability'
import { rowsOf } from '../comparability/candidates'
import { pairsOf } from '../compare/pairs'
import { selectableTreatments, type Evidence } from '../evidence'
import type { Treatment } from '../tables/treatments'
import type { TableName } from '../tables'
import type { TableChange } from './rowChanges'

/** Two treatments that stand to one another differently on one outcome. */
export interface VerdictChange {
  readonly treatments: readonly [string, string]
  readonly names: readonly [string, string]
  readonly outcome: string
  readonly label: string
  readonly before: string
  readonly after: string
  /** False: before and after nothing may be compared, only the reason is another. */
  readonly levelChanged: boolean
}

const LEVEL_WORDS = {
  'head-to-head': 'head-to-head',
  linked: 'linked',
  'side-by-side': 'side by side with care',
  'not-comparable': 'not comparable',
} as const

/** Tables that decide how rows are judged: where one of them changes, every pair is asked anew. */
const RULE_TABLES: ReadonlySet<TableName> = new Set([
  'outcomes',
  'definitions',
  'denominators',
  'populations',
  'pairRules',
  'derivedOutcomes',
])
const RULE_COLUMNS: ReadonlySet<string> = new Set(['kind', 'family', 'parent', 'selectable'])

function wordsOf(verdict: Verdict, evidence: Evidence): string {
  if (verdict.kind === 'class-and-member') return 'not compared: a class and its member'
  if (verdict.kind === 'no-verdict') return 'no verdict'
  if (verdict.reasons.includes('nothing-found')) return 'nothing found for one of the two'
  const words = LEVEL_WORDS[verdict.level]
  if (verdict.level === 'head-to-head')
    return `${words}, ${verdict.quality === 'randomised' ? 'randomised' : 'not randomised'}`
  if (verdict.via === undefined) return words
  return `${words} through ${evidence.treatmentById.get(verdict.via)?.name ?? verdict.via}`
}

/** Did something change that every verdict may hang on? */
function rulesChanged(tables: readonly TableChange[]): boolean {
  return tables.some(
    ({ table, changed }) =>
      RULE_TABLES.has(table) ||
      (table === 'terms' && changed.some(({ cells }) => cells.some(({ column }) => column === 'role'))) ||
      (table === 'treatments' &&
        changed.some(({ cells }) => cells.some(({ column }) => RULE_COLUMNS.has(column)))),
  )
}

/** What a verdict on a treatment and an outcome is made from, as one text. */
function basisOf(treatment: Treatment, outcome: string, evidence: Evidence, touched: ReadonlySet<string>) {
  return rowsOf(treatment.id, outcome, evidence)
    .map(({ finding }) => `${finding.id}${touched.has(finding.id) ? ' *' : ''}`)
    .sort()
    .join('\n')
}

function isComparable(verdict: Verdict): boolean {
  return verdict.kind === 'level' && verdict.level !== 'not-comparable'
}

/** The verdict, or undefined where one of the two is not offered or the outcome is not there. */
function askIn(evidence: Evidence, one: string, other: string, outcome: string): Verdict | undefined {
  const [first, second] = [evidence.treatmentById.get(one), evidence.treatmentById.get(other)]
  const asked = evidence.outcomeById.get(outcome)
  return first && second && asked ? verdictOfTreatments(first, second, asked, evidence) : undefined
}

function changeOf(
  pair: readonly [Treatment, Treatment],
  outcome: { readonly id: string; readonly label: string },
  before: Evidence,
  after: Evidence,
): VerdictChange | undefined {
  const [one, other] = pair
  const old = askIn(before, one.id, other.id, outcome.id)
  const now = askIn(after, one.id, other.id, outcome.id)
  const words = [
    old ? wordsOf(old, before) : 'nothing found for one of the two',
    now ? wordsOf(now, after) : 'nothing found for one of the two',
  ] as const
  if (words[0] === words[1]) return undefined
  return {
    treatments: [one.id, other.id],
    names: [one.name, other.name],
    outcome: outcome.id,
    label: outcome.label,
    before: words[0],
    after: words[1],
    levelChanged: (old !== undefined && isComparable(old)) || (now !== undefined && isComparable(now)),
  }
}

/**
 * The pairs of treatments and outcomes on which the verdict changes: may their numbers stand side by side? Asked only
 * where rows that a verdict rests on came, went or changed, or where the rules did: a verdict that looks at the same
 * rows under the same rules is the same.
 *
 * @param tables what differs between the two, from `diffTables`
 * @see docs/pair-verdict.md
 */
export function verdictChanges(
  before: Evidence,
  after: Evidence,
  tables: readonly TableChange[],
): readonly VerdictChange[] {
  const findings = tables.find(({ table }) => table === 'findings')
  const touched = new Set(findings?.changed.map(({ row }) => row.key))
  const everything = rulesChanged(tables)
  const offered = new Map(
    [...selectableTreatments(before), ...selectableTreatments(after)].map((row) => [row.id, row]),
  )
  const outcomes = new Map([...before.outcomes, ...after.outcomes].map((row) => [row.id, row]))

  return [...outcomes.values()].flatMap((outcome) => {
    const affected = new Set<string>()
    const withRows = [...offered.values()].filter((treatment) => {
      const old = basisOf(treatment, outcome.id, before, touched)
      const now = basisOf(treatment, outcome.id, after, touched)
      if (everything || old !== now || now.includes('*')) affected.add(treatment.id)
      return old !== '' || now !== ''
    })
    return pairsOf(withRows).flatMap((pair) => {
      if (!pair.some(({ id }) => affected.has(id))) return []
      return changeOf(pair, outcome, before, after) ?? []
    })
  })
}
