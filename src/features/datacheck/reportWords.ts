import type { ReportEntry } from '@/data/checkEvidence'
import type { Shown } from '@/domain/checks/reportView'

/** What the degrees are called, one and many. */
export const KIND_WORDS: Readonly<Record<Shown, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  advice: ['piece of advice', 'pieces of advice'],
  accepted: ['known and accepted', 'known and accepted'],
}

export const KIND_LABELS: Readonly<Record<Shown, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  advice: 'Advice',
  accepted: 'Known and accepted',
}

/** What each degree means, for whoever reads the list. */
export const KIND_MEANINGS: Readonly<Record<Shown, string>> = {
  error: 'Cannot be so. A row that contradicts itself is left out.',
  warning: 'Most likely wrong. The row is shown.',
  advice: 'May be right. Someone should look.',
  accepted: 'Looked at, and left as it is for the reason given.',
}

/** "2 errors, 1 warning", without degrees of which there are none; accepted entries are told apart. */
export function reportSummary(report: readonly ReportEntry[]): string {
  const open = report.filter((entry) => entry.accepted === undefined)
  const known = report.length - open.length
  const parts = (['error', 'warning', 'advice'] as const).flatMap((kind) => {
    const count = open.filter((entry) => entry.severity === kind).length
    return count === 0 ? [] : [`${count} ${KIND_WORDS[kind][count === 1 ? 0 : 1]}`]
  })
  const found =
    parts.length === 0
      ? known === 0
        ? 'Nothing is wrong in the data, as far as the rules can tell.'
        : 'Nothing new was found.'
      : `Found: ${parts.join(', ')}.`
  return known === 0
    ? found
    : `${found} ${known} ${known === 1 ? 'thing is' : 'things are'} known and accepted.`
}

/** Where an entry is: "line 12, column value, row smith-2020-f1". */
export function entryPlace({ line, column }: ReportEntry): string {
  const parts = [line === undefined ? '' : `line ${line}`, column === undefined ? '' : `column ${column}`]
  return parts.filter(Boolean).join(', ') || 'the file'
}

export const REPORT_COLUMNS = [
  'severity',
  'rule',
  'file',
  'line',
  'row',
  'column',
  'cell',
  'message',
  'mending',
  'accepted',
] as const

/** The cells of an entry, in the order of REPORT_COLUMNS. */
export function entryCells(entry: ReportEntry): readonly string[] {
  return REPORT_COLUMNS.map((column) => String(entry[column] ?? ''))
}
