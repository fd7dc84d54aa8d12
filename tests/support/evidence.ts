import { readFile } from 'node:fs/promises'
import { loadTables } from '@/data/loadTables'
import { indexEvidence, type Evidence } from '@/domain/evidence'
import { TABLE_NAMES, type Tables } from '@/domain/tables'

// Tests run in the root of the repository. A file address would not do in component tests, whose page is http.
const loaded = await loadTables((file) => readFile(`data/${file}`), TABLE_NAMES)
const tables = loaded.tables as Tables

/** All tables of data/. */
export function readTables(): Tables {
  const missing = TABLE_NAMES.filter((name) => loaded.tables[name] === undefined)
  if (missing.length > 0) throw new Error(`data/ cannot be read: ${missing.join(', ')}`)
  return tables
}

let remembered: Evidence | undefined

/** The evidence of data/, read once for each test file. */
export function realEvidence(): Evidence {
  return (remembered ??= indexEvidence(readTables()))
}

/** The evidence of data/ with some tables replaced or changed. */
export function evidenceWith(change: (tables: Tables) => Partial<Tables>): Evidence {
  return indexEvidence({ ...readTables(), ...change(readTables()) })
}

function found<Row>(row: Row | undefined, what: string): Row {
  if (row === undefined) throw new RangeError(`${what} is not in data/`)
  return row
}

/** A row of the data by id; throws when there is none, so that a renamed id breaks the test that names it. */
export const findingOf = (id: string) => found(realEvidence().findingById.get(id), `finding ${id}`)
export const treatmentOf = (id: string) => found(realEvidence().treatmentById.get(id), `treatment ${id}`)
export const outcomeOf = (id: string) => found(realEvidence().outcomeById.get(id), `outcome ${id}`)
