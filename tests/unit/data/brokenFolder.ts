import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileOf } from '@/domain/columns'
import { TABLE_NAMES, TABLES, type TableName } from '@/domain/tables'
import { loadTables, type LoadedTables, type ReadFile } from '@/data/loadTables'

const ROOT = new URL('../../data/', import.meta.url)

/** The broken folders, by the fault they are named after. */
export const FAULTS = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'sound')
  .map((entry) => entry.name)

/** The tables of the small sound collection. */
export const SOUND_TABLES: readonly TableName[] = TABLE_NAMES.filter((name) =>
  existsSync(new URL(`sound/${fileOf(TABLES[name].name)}`, ROOT)),
)

export function bytesOf(fault: string, file: string): Uint8Array {
  const own = new URL(`${fault}/${file}`, ROOT)
  return new Uint8Array(readFileSync(existsSync(own) ? own : new URL(`sound/${file}`, ROOT)))
}

/** Reads the sound collection with the files of one broken folder in place of its own; some may be gone. */
export function readOver(fault: string, gone: readonly string[] = []): ReadFile {
  return (file) =>
    gone.includes(file)
      ? Promise.reject(new Error('the server answered 404 (Not Found)'))
      : Promise.resolve(bytesOf(fault, file))
}

export function loadFault(fault: string): Promise<LoadedTables> {
  return loadTables(readOver(fault), SOUND_TABLES)
}

/** The ids of findings, and the findings of headlines: what a clinician would still see. */
export function survivors({ tables }: LoadedTables): {
  findings: string | undefined
  headlines: string | undefined
} {
  return {
    findings: tables.findings?.map((finding) => finding.id).join(' '),
    headlines: tables.headlines?.map((headline) => headline.findingId).join(' '),
  }
}
