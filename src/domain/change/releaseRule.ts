import type { EvidenceDiff } from './evidenceDiff'
import type { TableChange } from './rowChanges'

/** Files and columns that came or went. */
export interface ShapeChange {
  readonly filesAdded: readonly string[]
  readonly filesRemoved: readonly string[]
  /** "findings.csv: arm_n" */
  readonly columnsAdded: readonly string[]
  readonly columnsRemoved: readonly string[]
}

export type Release = 'major' | 'minor' | 'patch' | 'none'

/** Tables that hold words about the facts, and none of the facts: whatever changes in them is wording. */
const WORDING_TABLES: ReadonlySet<string> = new Set([
  'about-texts.csv',
  'accepted-problems.csv',
  'fact-groups.csv',
  'glossary.csv',
  'outcome-rules.csv',
  'show-steps.csv',
  'standards.csv',
  'starting-links.csv',
  'translations.csv',
])
/** The history itself: a release writes it. */
const HISTORY = 'changes.csv'

/** Columns that say a fact in other words, and change none. */
const WORDING_COLUMNS: ReadonlySet<string> = new Set([
  'label',
  'plain_label',
  'plain_name',
  'short_name',
  'plain_summary',
  'plain_question',
  'plain_note',
  'plain_text',
  'plain_definition',
  'other_names',
  'others_label',
  'hint',
  'note',
  'why',
])

function isWordingOnly({ file, added, removed, changed }: TableChange): boolean {
  if (WORDING_TABLES.has(file)) return true
  if (added.length + removed.length > 0) return false
  return changed.every(({ cells }) => cells.every(({ column }) => WORDING_COLUMNS.has(column)))
}

/** What counts for a release: everything but the history of releases. */
export function countedTables(diff: EvidenceDiff): readonly TableChange[] {
  return diff.tables.filter(({ file }) => file !== HISTORY)
}

/**
 * How far the version goes up. A file or column that is gone breaks whoever reads it: major. A fact that came, went
 * or changed, and a new file or column: minor. Words alone: patch. The rule errs upwards: what it does not know to be
 * wording is a fact.
 *
 * @see docs/releasing.md
 */
export function releaseOf(diff: EvidenceDiff, shape: ShapeChange): Release {
  if (shape.filesRemoved.length + shape.columnsRemoved.length > 0) return 'major'
  if (shape.filesAdded.length + shape.columnsAdded.length > 0) return 'minor'
  const tables = countedTables(diff)
  if (tables.length === 0) return 'none'
  return tables.every(isWordingOnly) ? 'patch' : 'minor'
}

/**
 * The version after a release, such as 1.1.0 after 1.0.3 for `minor`.
 *
 * @throws RangeError for a version that is not three whole numbers joined by points
 */
export function nextVersion(version: string, release: Release): string {
  const parts = /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number)
  const [major, minor, patch] = parts ?? []
  if (major === undefined || minor === undefined || patch === undefined)
    throw new RangeError(`"${version}" is not a version such as 1.0.0`)
  if (release === 'major') return `${major + 1}.0.0`
  if (release === 'minor') return `${major}.${minor + 1}.0`
  return release === 'patch' ? `${major}.${minor}.${patch + 1}` : version
}
