import type { ProblemType } from '../problem'
import type { Severity } from './rule'

/** How grave it is when a file, row or cell cannot be read as its table is declared. */
export const LOADER_SEVERITY: Readonly<Record<ProblemType, Severity>> = {
  'file/missing': 'error',
  'file/unreadable': 'error',
  'file/encoding': 'error',
  'folder/hash': 'warning',
  'table/header': 'error',
  'table/empty': 'warning',
  'table/missing-column': 'error',
  'table/extra-column': 'warning',
  'table/duplicate-column': 'error',
  'row/shape': 'error',
  'row/primary-key': 'error',
  'row/sense': 'error',
  'cell/required': 'error',
  'cell/type': 'error',
  'cell/constraint': 'error',
  'cell/foreign-key': 'error',
}

/** What is said about the list of accepted problems itself. */
export const STALE_RULE = 'accepted/stale'

/** What the form of a file may mean, though it can be read. */
export const FILE_ODDITIES = {
  'column-order': {
    rule: 'table/column-order',
    message: 'The columns stand in another order than documented.',
    mending: 'See whether two headers were exchanged; the order itself does not matter.',
  },
  'last-line': {
    rule: 'file/last-line',
    message: 'The file ends within a line: it may have been cut off.',
    mending: 'Compare its end with an earlier copy; then end the last line.',
  },
} as const
