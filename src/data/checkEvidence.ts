import { fileOf, headerOf } from '@/domain/columns'
import { FILE_ODDITIES, LOADER_SEVERITY, STALE_RULE } from '@/domain/checks/loaderRules'
import type { Hit, RowPlace, Rule, Severity } from '@/domain/checks/rule'
import { RULES } from '@/domain/checks/rules'
import type { Problem } from '@/domain/problem'
import { recordedText } from '@/domain/recordedText'
import { TABLE_NAMES, TABLES, type TableName, type Tables } from '@/domain/tables'
import type { AcceptedProblem } from '@/domain/tables/governance'
import { lineOf, odditiesOf, type LoadedTables } from './loadTables'
import { keyOf } from './readTable'

/** A row that has part in what was found. */
export interface ReportPlace {
  readonly file: string
  readonly line?: number | undefined
}

/** One thing the check found, told to whoever can mend it. */
export interface ReportEntry extends ReportPlace {
  /** As documented in docs/data-checks.md. */
  readonly rule: string
  readonly severity: Severity
  /** The key of the row, as accepted-problems.csv names it. */
  readonly row?: string | undefined
  /** CSV header of the column. */
  readonly column?: string | undefined
  readonly cell?: string | undefined
  readonly message: string
  readonly mending: string
  /** Other rows in which the fault may stand. */
  readonly also: readonly ReportPlace[]
  /** Why this is known and left as it is; absent: nobody has accepted it. */
  readonly accepted?: string
}

/** Every rule id a report may hold. */
export const RULE_IDS: readonly string[] = [
  ...new Set([
    ...Object.keys(LOADER_SEVERITY),
    ...Object.values(FILE_ODDITIES).map(({ rule }) => rule),
    ...RULES.map((rule) => rule.id),
    STALE_RULE,
  ]),
].sort()

type AnyRow = Readonly<Record<string, unknown>>

/** Cells are quoted up to this many characters. */
const SHOWN_CHARACTERS = 200

function cellText(row: AnyRow, column: string): string {
  const value = row[column]
  if (value === undefined) return ''
  const text = Array.isArray(value)
    ? value.join(';')
    : typeof value === 'number'
      ? (recordedText(row, column) ?? '')
      : String(value)
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)} …` : text
}

/** Finds the line of a row; rows are numbered once for each table that is asked for. */
function lineFinder(tables: Partial<Tables>): (place: RowPlace) => number | undefined {
  const numbers = new Map<TableName, ReadonlyMap<object, number>>()
  return ({ table, row }) => {
    const rows: readonly object[] = tables[table] ?? []
    let places = numbers.get(table)
    if (!places) numbers.set(table, (places = new Map(rows.map((one, at) => [one, at]))))
    const at = places.get(row)
    return at === undefined ? undefined : lineOf(rows, at)
  }
}

function entryOfProblem(problem: Problem): ReportEntry {
  const { type, file, line, column, cell, message, mending, cause } = problem
  const also = cause ? [cause] : []
  return { rule: type, severity: LOADER_SEVERITY[type], file, line, column, cell, message, mending, also }
}

/** What is odd about the files of the tables that are read. */
function entriesOfFiles(tables: Partial<Tables>): readonly ReportEntry[] {
  return TABLE_NAMES.flatMap((name) =>
    odditiesOf(tables[name] ?? []).map((oddity) => {
      const { rule, message, mending } = FILE_ODDITIES[oddity]
      return {
        rule,
        severity: 'advice' as const,
        file: fileOf(TABLES[name].name),
        message,
        mending,
        also: [],
      }
    }),
  )
}

function entryOfHit(rule: Rule, hit: Hit, lineIn: (place: RowPlace) => number | undefined): ReportEntry {
  const table = TABLES[hit.table]
  const row = hit.row as AnyRow
  return {
    rule: rule.id,
    severity: rule.severity,
    file: fileOf(table.name),
    line: lineIn(hit),
    row: keyOf(table, row),
    column: headerOf(hit.column),
    // Working notes are never shown.
    cell: hit.column === 'note' ? undefined : cellText(row, hit.column),
    message: hit.message,
    mending: hit.mending,
    also: hit.also.map((place) => ({ file: fileOf(TABLES[place.table].name), line: lineIn(place) })),
  }
}

/** The rules that can judge what was read: all their tables are here, and nothing they would miss was left out. */
function rulesFor(
  tables: Partial<Tables>,
  incomplete: ReadonlySet<string>,
  changed?: ReadonlySet<TableName>,
): readonly Rule[] {
  return RULES.filter((rule) => {
    if (rule.reads.some((name) => tables[name] === undefined)) return false
    if (rule.findsAbsence && rule.reads.some((name) => incomplete.has(fileOf(TABLES[name].name))))
      return false
    return changed === undefined || rule.reads.some((name) => changed.has(name))
  })
}

const placeKey = (...parts: readonly (string | undefined)[]) => parts.join('\n')

/** True unless a rule that would have found it did not run, or a row it rests on may have been left out. */
function wasLookedFor(
  { rule, table }: AcceptedProblem,
  ran: ReadonlySet<Rule>,
  incomplete: ReadonlySet<string>,
): boolean {
  const name = TABLE_NAMES.find((one) => TABLES[one].name === table)
  const concerned = RULES.filter((one) => one.id === rule && (name === undefined || one.reads.includes(name)))
  const isWhole = (one: Rule) => one.reads.every((read) => !incomplete.has(fileOf(TABLES[read].name)))
  return concerned.every((one) => ran.has(one) && isWhole(one))
}

/** Marks what is accepted, and reports what was accepted and is no longer there. */
function withAccepted(
  entries: readonly ReportEntry[],
  tables: Partial<Tables>,
  ran: ReadonlySet<Rule>,
  incomplete: ReadonlySet<string>,
  lineIn: (place: RowPlace) => number | undefined,
): readonly ReportEntry[] {
  const rows = tables.acceptedProblems ?? []
  const accepted = new Map(rows.map((row) => [placeKey(row.rule, row.table, row.row, row.column), row]))
  const met = new Set<object>()
  const marked = entries.map((entry) => {
    const found = accepted.get(
      placeKey(entry.rule, entry.file.replace(/\.csv$/, ''), entry.row, entry.column),
    )
    if (!found) return entry
    met.add(found)
    return { ...entry, accepted: found.reason }
  })
  const stale = rows.filter((row) => !met.has(row) && wasLookedFor(row, ran, incomplete))
  return [
    ...marked,
    ...stale.map((row): ReportEntry => {
      const hit: Hit = {
        table: 'acceptedProblems',
        row,
        column: 'row',
        message: `${row.rule} finds nothing (any more) in "${row.row}" of ${row.table}.csv, column ${row.column}.`,
        mending: 'Delete the line, or correct it.',
        also: [],
      }
      return entryOfHit({ id: STALE_RULE, severity: 'warning', reads: [], check: () => [] }, hit, lineIn)
    }),
  ]
}

const RANK: readonly Severity[] = ['error', 'warning', 'advice']

/**
 * Everything found in a folder: what the loader refused and what the rules of docs/data-checks.md find in the rows
 * that stand. Errors first, then by file and line. A rule that lacks a table is skipped. What accepted-problems.csv
 * names is marked with its reason, and an entry of that list that matches nothing is itself reported.
 *
 * @param changed only the rules that look at one of these tables are run; left out: all
 * @param onRule is told before each rule how many have run, of how many
 */
export function checkEvidence(
  loaded: LoadedTables,
  changed?: ReadonlySet<TableName>,
  onRule?: (done: number, of: number) => void,
): readonly ReportEntry[] {
  const { tables, problems } = loaded
  const lineIn = lineFinder(tables)
  /** Files of which a row was left out: what is missing there is no finding of its own. */
  const incomplete = new Set(problems.filter((problem) => problem.rowLeftOut).map((problem) => problem.file))
  const rules = rulesFor(tables, incomplete, changed)
  const all = { ...Object.fromEntries(TABLE_NAMES.map((name) => [name, []])), ...tables } as unknown as Tables
  const found = rules.flatMap((rule, at) => {
    onRule?.(at, rules.length)
    return rule.check(all).map((hit) => entryOfHit(rule, hit, lineIn))
  })
  const ran = new Set(rules)
  const entries = withAccepted(
    [...problems.map(entryOfProblem), ...entriesOfFiles(tables), ...found],
    tables,
    ran,
    incomplete,
    lineIn,
  )
  return entries.toSorted(
    (one, other) =>
      RANK.indexOf(one.severity) - RANK.indexOf(other.severity) ||
      one.file.localeCompare(other.file) ||
      (one.line ?? 0) - (other.line ?? 0),
  )
}
