import { fileOf } from '@/domain/columns'
import type { Problem } from '@/domain/problem'
import { passOnRecordedTexts } from '@/domain/recordedText'
import { AGREEMENTS, type Agreement } from './checkAgreement'
import { problemOf, type Fault } from './fault'
import type { AnyRow } from './readRow'
import { keyOf } from './readTable'
import { brokenLink, isSound, linksOf, rowsByKey, type CheckedTable, type Link } from './tableLinks'

/** Tables by the name of their file, without `.csv`. */
export type CheckedTables = ReadonlyMap<string, CheckedTable>

/** The faults of each faulty row, by its place in the table. */
type Faults = Map<number, Fault[]>

/**
 * Checks that every link leads to a row, and that linked rows agree with one another. A row whose link leads
 * nowhere is left out, then the rows that lead to it, until nothing changes. A table that is not here, or is empty,
 * cannot be checked against: links into it are left as they are.
 *
 * @param tables all tables read so far
 * @param fresh the ones that have not been through this check yet
 */
export function checkLinks(
  tables: CheckedTables,
  fresh: ReadonlySet<string>,
): { tables: CheckedTables; problems: readonly Problem[] } {
  const standing = new Map(tables)
  const problems: Problem[] = []
  const index = indexKeys(standing)

  // Later rounds look only at what leads to a table that lost rows in the round before.
  let moved = fresh
  for (let isFirst = true; moved.size > 0; isFirst = false) {
    const lost = new Set<string>()
    for (const [name, checked] of standing) {
      const concerns = (target: string) => moved.has(target) || (isFirst && fresh.has(name))
      const links = linksOf(checked.table).filter(
        (link) => index.isFilled(link.target) && concerns(link.target),
      )
      const agreements = AGREEMENTS.filter(
        (agreement) =>
          agreement.of === name && agreement.needs.every(index.isFilled) && agreement.needs.some(concerns),
      )
      const faults: Faults = new Map()
      for (const link of links) followLink(checked, link, index, faults)
      for (const agreement of agreements) compareRows(checked, agreement, index, faults)
      if (faults.size === 0) continue

      problems.push(...problemsOf(checked, faults))
      const left = withoutFaulty(checked, faults, links, index)
      if (left.rows.length < checked.rows.length) lost.add(name)
      standing.set(name, left)
      index.forget(name)
    }
    moved = lost
  }
  return { tables: standing, problems }
}

interface KeyIndex {
  readonly isFilled: (target: string) => boolean
  readonly rowsOf: (target: string) => ReadonlyMap<string, AnyRow>
  readonly tableOf: (target: string) => CheckedTable | undefined
  readonly forget: (target: string) => void
}

const NO_ROWS: ReadonlyMap<string, AnyRow> = new Map()

/** Rows by key, indexed when first asked for and again after their table has lost rows. */
function indexKeys(tables: CheckedTables): KeyIndex {
  const indexed = new Map<string, ReadonlyMap<string, AnyRow>>()
  return {
    isFilled(target) {
      return tables.get(target)?.isEmpty === false
    },
    rowsOf(target) {
      const checked = tables.get(target)
      if (!checked) return NO_ROWS
      let rows = indexed.get(target)
      if (!rows) indexed.set(target, (rows = rowsByKey(checked)))
      return rows
    },
    tableOf: (target) => tables.get(target),
    forget: (target) => indexed.delete(target),
  }
}

/** A row that follows another out is told once, by whatever link it follows. */
function noteFault(faults: Faults, index: number, fault: Fault): void {
  const noted = faults.get(index)
  if (!noted) faults.set(index, [fault])
  else if (!fault.cause || fault.rowStands || !noted.some((other) => other.cause && !other.rowStands))
    noted.push(fault)
}

function followLink({ rows }: CheckedTable, link: Link, index: KeyIndex, faults: Faults): void {
  const { property } = link
  const keys = index.rowsOf(link.target)
  const target = index.tableOf(link.target)
  if (!target) return

  // Neighbouring rows often share a word: comparing with it is cheaper than looking it up again.
  let sound: unknown
  for (let at = 0; at < rows.length; at++) {
    const value = rows[at]?.[property]
    if (value === sound) continue
    if (typeof value === 'string') {
      if (!isSound(link, value, keys, target)) noteFault(faults, at, brokenLink(link, value, target))
      else sound = value
    } else if (Array.isArray(value)) {
      for (const member of value as readonly string[])
        if (!isSound(link, member, keys, target)) noteFault(faults, at, brokenLink(link, member, target))
    }
  }
}

function compareRows({ rows }: CheckedTable, agreement: Agreement, index: KeyIndex, faults: Faults): void {
  const find = (target: string, key: string) => index.rowsOf(target).get(key)
  for (const [at, row] of rows.entries()) {
    const fault = agreement.check(row, find)
    if (fault) noteFault(faults, at, fault)
  }
}

function problemsOf({ table, lines }: CheckedTable, faults: Faults): readonly Problem[] {
  const file = fileOf(table.name)
  return [...faults]
    .sort(([one], [other]) => one - other)
    .flatMap(([at, ofRow]) => ofRow.map((fault) => problemOf(file, lines[at] ?? 0, fault)))
}

/** The table without the rows that cannot stand; rows that can, without the links that lead nowhere. */
function withoutFaulty(
  checked: CheckedTable,
  faults: Faults,
  links: readonly Link[],
  index: KeyIndex,
): CheckedTable {
  const { table, rows, lines, leftOut } = checked
  const keptRows: AnyRow[] = []
  const keptLines: number[] = []
  const out = new Map(leftOut)
  for (const [at, row] of rows.entries()) {
    const ofRow = faults.get(at)
    const line = lines[at] ?? 0
    if (ofRow && !ofRow.every((fault) => fault.rowStands)) {
      const key = keyOf(table, row)
      if (key !== undefined) out.set(key, line)
      continue
    }
    keptRows.push(ofRow ? withoutLooseEnds(row, links, index) : row)
    keptLines.push(line)
  }
  return { ...checked, rows: keptRows, lines: keptLines, leftOut: out }
}

function withoutLooseEnds(row: AnyRow, links: readonly Link[], index: KeyIndex): AnyRow {
  const mended: Record<string, unknown> = { ...row }
  for (const link of links) {
    const target = index.tableOf(link.target)
    if (!link.column.looseLinks || !target) continue
    const keys = index.rowsOf(link.target)
    const value = row[link.property]
    if (Array.isArray(value))
      mended[link.property] = Object.freeze((value as readonly string[]).filter((member) => keys.has(member)))
    else if (typeof value === 'string' && !isSound(link, value, keys, target))
      mended[link.property] = undefined
  }
  passOnRecordedTexts(row, mended)
  return Object.freeze(mended)
}
