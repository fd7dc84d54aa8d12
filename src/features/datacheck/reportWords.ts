import type { ReportEntry } from '@/data/checkEvidence'
import type { Shown } from '@/domain/checks/reportView'
import { say } from '@/words/interface/datacheck'

/** The degrees of what is still open, counted. */
const COUNTED = {
  error: (count: number) => say('countErrors', { count }),
  warning: (count: number) => say('countWarnings', { count }),
  advice: (count: number) => say('countAdvice', { count }),
} as const

export const KIND_LABELS: Readonly<Record<Shown, string>> = {
  error: say('errors'),
  warning: say('warnings'),
  advice: say('advice'),
  accepted: say('knownAndAcceptedHeading'),
}

/** What each degree means, for whoever reads the list. */
export const KIND_MEANINGS: Readonly<Record<Shown, string>> = {
  error: say('cannotBeSoARow'),
  warning: say('mostLikelyWrongTheRow'),
  advice: say('mayBeRightSomeoneShould'),
  accepted: say('lookedAtAndLeftAs'),
}

/** "2 errors, 1 warning", without degrees of which there are none; accepted entries are told apart. */
export function reportSummary(report: readonly ReportEntry[]): string {
  const open = report.filter((entry) => entry.accepted === undefined)
  const known = report.length - open.length
  const parts = (['error', 'warning', 'advice'] as const).flatMap((kind) => {
    const count = open.filter((entry) => entry.severity === kind).length
    return count === 0 ? [] : [COUNTED[kind](count)]
  })
  const found =
    parts.length === 0
      ? known === 0
        ? say('nothingIsWrongInThe')
        : say('nothingNewWasFound')
      : say('foundList', { list: parts.join(', ') })
  return known === 0 ? found : say('thingsAreKnownAndAccepted', { found, known })
}

/** Where an entry is: "line 12, column value, row smith-2020-f1". */
export function entryPlace({ line, column }: ReportEntry): string {
  const parts = [
    line === undefined ? '' : say('line', { line }),
    column === undefined ? '' : say('column', { column }),
  ]
  return parts.filter(Boolean).join(', ') || say('theFile')
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
