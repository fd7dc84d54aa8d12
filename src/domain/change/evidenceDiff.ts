import type { Evidence } from '../evidence'
import { cautionChanges, type CautionChange } from './cautionChanges'
import { numberChanges, type NumberChange } from './numberChanges'
import { diffTables, type TableChange } from './rowChanges'
import { verdictChanges, type VerdictChange } from './verdictChanges'

/** What differs between two folders of data, and what that does on screen. */
export interface EvidenceDiff {
  readonly tables: readonly TableChange[]
  readonly numbers: readonly NumberChange[]
  readonly verdicts: readonly VerdictChange[]
  readonly cautions: readonly CautionChange[]
}

/**
 * What differs between two folders of data: rows and cells, and what each change does on screen: the numbers that
 * stand in a cell, the verdicts on pairs, the strictest cautions.
 *
 * @param before, after all tables of a folder, indexed; tables that could not be read count as empty
 */
export function diffEvidence(before: Evidence, after: Evidence): EvidenceDiff {
  const tables = diffTables(before, after)
  return {
    tables,
    numbers: numberChanges(before, after),
    verdicts: verdictChanges(before, after, tables),
    cautions: cautionChanges(before, after),
  }
}
