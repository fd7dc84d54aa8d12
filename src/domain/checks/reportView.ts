import { SEVERITIES, type Severity } from './rule'
import { textOf, type Query } from '../view'

/** What can be chosen on the page of the data check: one degree, or what is known and accepted. */
export const SHOWN = [...SEVERITIES, 'accepted'] as const
export type Shown = Severity | 'accepted'

/** What the page of the data check keeps in the address. */
export interface ReportView {
  readonly show: Shown | undefined
  /** File whose entries are shown; undefined: all. */
  readonly file: string | undefined
}

/** The part of an address that belongs to the data check; unknown words fall back to everything. */
export function readReportView(query: Query): ReportView {
  const show = textOf(query, 'check-show')
  return { show: SHOWN.find((one) => one === show), file: textOf(query, 'check-file') || undefined }
}

/** The query of it: what does not differ from the default is empty. */
export function writeReportView({ show, file }: ReportView): Record<string, string> {
  return { 'check-show': show ?? '', 'check-file': file ?? '' }
}
