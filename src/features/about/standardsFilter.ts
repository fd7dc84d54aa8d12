import { STANDARD_STATUSES, type Standard, type StandardStatus } from '@/domain/tables/governance'
import { say } from '@/words/interface/about'

export const STATUS_WORDS: Readonly<Record<StandardStatus, string>> = {
  met: say('met'),
  partly: say('partly'),
  'not-met': say('notMet'),
  'not-applicable': say('notApplicable'),
}

export interface StatusChoice {
  readonly id: StandardStatus | ''
  readonly label: string
  readonly count: number
}

/** Names of the standards, each once, in the order of the table. */
export function standardNames(rows: readonly Standard[]): readonly string[] {
  return [...new Set(rows.map((row) => row.standard))]
}

/** Rows of one standard and one status; an empty word leaves that open. */
export function filterStandards(
  rows: readonly Standard[],
  standard: string,
  status: StandardStatus | '',
): readonly Standard[] {
  return rows.filter(
    (row) => (standard === '' || row.standard === standard) && (status === '' || row.status === status),
  )
}

/** How many criteria of a standard (or of all) have each status: what a choice would leave on screen. */
export function statusChoices(rows: readonly Standard[], standard: string): readonly StatusChoice[] {
  const count = (status: StandardStatus | '') => filterStandards(rows, standard, status).length
  return [
    { id: '', label: say('all'), count: count('') },
    ...STANDARD_STATUSES.map((id) => ({ id, label: STATUS_WORDS[id], count: count(id) })),
  ]
}
