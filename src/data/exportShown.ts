import type { DataPackageInfo } from './dataPackage'
import { SHOWN_COLUMNS, type ShownRecord } from './exportRecords'
import { tableAsCsv } from './exportTable'

/** What every row of the file says of where it comes from. */
export interface ShownOrigin {
  /** The page, such as "Compare". */
  readonly page: string
  /** The address of what was on screen. */
  readonly address: string
  readonly dataVersion: string
  readonly dataDate: string
}

/** Where the rows of a file come from; a folder that does not give its version is said to be so. */
export function originOf(page: string, address: string, info: DataPackageInfo | undefined): ShownOrigin {
  return {
    page,
    address,
    dataVersion: info?.version ?? 'not stated',
    dataDate: info?.created.slice(0, 10) ?? 'not stated',
  }
}

function cellOf(value: string | number | undefined): string {
  return value === undefined ? '' : String(value)
}

/** What is on screen as CSV, one line a cell; the version of the data and the address stand in every line. */
export function shownAsCsv(records: readonly ShownRecord[], origin: ShownOrigin): string {
  const end = [origin.dataVersion, origin.dataDate, origin.address]
  return tableAsCsv(
    [...SHOWN_COLUMNS, 'data_version', 'data_date', 'address'],
    records.map((record) => [...SHOWN_COLUMNS.map((column) => cellOf(record[column])), ...end]),
  )
}

/** What is on screen as JSON: where it comes from, and the same cells; what is missing is null. */
export function shownAsJson(records: readonly ShownRecord[], origin: ShownOrigin): string {
  const cells = records.map((record) =>
    Object.fromEntries(SHOWN_COLUMNS.map((column) => [column, record[column] ?? null])),
  )
  return `${JSON.stringify({ ...origin, cells }, null, 2)}\n`
}
