import type { EvidenceDiff } from './evidenceDiff'
import { countedTables, type ShapeChange } from './releaseRule'
import type { TableChange } from './rowChanges'

/** What the note says of the two folders. */
export interface NoteHead {
  readonly title: string
  /** The folder before, such as "version 1.0.0 of 2026-11-23". */
  readonly before: string
  readonly after: string
}

/** Lists of a release note stay readable: beyond, what is left is counted. */
const MOST_LINES = 400
const MOST_LETTERS = 300

/** Text of the data as plain text of Markdown: nothing in it may start a link, a heading, code or HTML. */
function plain(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const cut = line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS - 1)}…` : line
  return cut.replace(/[\\`*_[\]<>#|~]/g, '\\$&')
}

function cell(text: string): string {
  return text === '' ? '(empty)' : `“${plain(text)}”`
}

function lines(all: readonly string[]): readonly string[] {
  if (all.length <= MOST_LINES) return all
  return [...all.slice(0, MOST_LINES), `- and ${all.length - MOST_LINES} more`]
}

function part(title: string, all: readonly string[]): readonly string[] {
  return all.length === 0 ? [] : [`### ${title} (${all.length})`, '', ...lines(all), '']
}

function onScreen({ numbers, verdicts, cautions }: EvidenceDiff): readonly string[] {
  const moved = verdicts.filter(({ levelChanged }) => levelChanged)
  const rest = verdicts.length - moved.length
  const parts = [
    ...part(
      'Numbers',
      numbers.map(
        (change) =>
          `- **${plain(change.name)}**, ${plain(change.place)}: ${plain(change.before)} → ${plain(change.after)}`,
      ),
    ),
    ...part(
      'May these stand side by side?',
      moved.map(
        ({ names, label, before, after }) =>
          `- **${names.map(plain).join('** and **')}**, ${plain(label)}: ${plain(before)} → ${plain(after)}`,
      ),
    ),
    ...(rest > 0
      ? [`${rest} more ${rest === 1 ? 'pair stays' : 'pairs stay'} not comparable, for another reason.`, '']
      : []),
    ...part(
      'Strictest cautions',
      cautions.map(
        ({ name, label, before, after }) => `- **${plain(name)}**, ${plain(label)}: ${before} → ${after}`,
      ),
    ),
  ]
  return ['## On screen', '', ...(parts.length > 0 ? parts : ['Nothing reads differently.', ''])]
}

function tableLines({ file, added, removed, changed, reordered }: TableChange): readonly string[] {
  const row = ({ key, words }: { key: string; words: string }) =>
    `\`${key.replaceAll('`', "'")}\`${words ? `: ${plain(words)}` : ''}`
  return [
    `### ${file}`,
    '',
    ...lines([
      ...added.map((name) => `- added ${row(name)}`),
      ...removed.map((name) => `- removed ${row(name)}`),
      ...changed.flatMap(({ row: name, cells }) =>
        cells.map(
          ({ column, before, after }) =>
            `- \`${name.key.replaceAll('`', "'")}\`, \`${column}\`: ${cell(before)} → ${cell(after)}`,
        ),
      ),
      ...(reordered ? ['- the order of its rows'] : []),
    ]),
    '',
  ]
}

function shapeLines(shape: ShapeChange): readonly string[] {
  const all = [
    ...shape.filesAdded.map((file) => `- new file ${file}`),
    ...shape.filesRemoved.map((file) => `- file gone: ${file}`),
    ...shape.columnsAdded.map((column) => `- new column ${column}`),
    ...shape.columnsRemoved.map((column) => `- column gone: ${column}`),
  ]
  return all.length === 0 ? [] : ['## Files and columns', '', ...all, '']
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** One sentence that counts what changed, for the history of versions. */
export function summaryOfDiff(diff: EvidenceDiff): string {
  const tables = countedTables(diff)
  const sum = (count: (table: TableChange) => number) => tables.reduce((all, table) => all + count(table), 0)
  const rows = [
    [sum(({ added }) => added.length), 'added'],
    [sum(({ removed }) => removed.length), 'removed'],
    [sum(({ changed }) => changed.length), 'changed'],
  ] as const
  const told = rows.filter(([count]) => count > 0).map(([count, what]) => `${counted(count, 'row')} ${what}`)
  if (told.length === 0) return tables.length === 0 ? 'Nothing changed.' : 'The order of rows changed.'
  const moved = diff.verdicts.filter(({ levelChanged }) => levelChanged).length
  return `${told.join(', ')} in ${counted(tables.length, 'table')}. On screen: ${[
    counted(diff.numbers.length, 'number'),
    counted(moved, 'verdict on a pair', 'verdicts on pairs'),
    counted(diff.cautions.length, 'strictest caution'),
  ].join(', ')}.`
}

/** The whole difference as Markdown, for a release note: on screen first, then file by file. */
export function changeNote(diff: EvidenceDiff, shape: ShapeChange, head: NoteHead): string {
  const tables = countedTables(diff)
  const text = [
    `# ${plain(head.title)}`,
    '',
    `From ${plain(head.before)} to ${plain(head.after)}. ${summaryOfDiff(diff)}`,
    '',
    ...onScreen(diff),
    ...shapeLines(shape),
    ...(tables.length > 0 ? ['## Rows', '', ...tables.flatMap(tableLines)] : []),
  ]
  return `${text.join('\n').trimEnd()}\n`
}
