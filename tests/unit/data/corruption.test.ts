import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkEvidence, type ReportEntry } from '@/data/checkEvidence'
import { loadTables, type LoadedTables } from '@/data/loadTables'
import { fileOf, type Column } from '@/domain/columns'
import { TABLE_NAMES, TABLES, type TableName } from '@/domain/tables'
import { CELL_KINDS } from '../../support/cellCorruptions'
import { FACT_TABLES, type Corruption, type Kind, type Shipped } from '../../support/corruptions'
import { FILE_KINDS } from '../../support/fileCorruptions'
import { FINDING_KINDS } from '../../support/findingCorruptions'
import { ROW_KINDS } from '../../support/rowCorruptions'
import { readCsv, seeded } from '../../support/csvText'

const DATA = new URL('../../../data/', import.meta.url)
const SEED = Number(process.env['CORRUPTION_SEED'] ?? 20261123)
const EACH = Number(process.env['CORRUPTION_EACH'] ?? 8)

/** The faults that are put in, by name. Each draws its place at random among all places where it changes something. */
const KINDS: Readonly<Record<string, Kind>> = { ...CELL_KINDS, ...FINDING_KINDS, ...ROW_KINDS, ...FILE_KINDS }

const fileOfTable = (name: TableName) => fileOf(TABLES[name].name)
const read = (file: string) => new Uint8Array(readFileSync(new URL(file, DATA)))

function shippedFolder(): Shipped {
  const csv = Object.fromEntries(
    TABLE_NAMES.map((name) => [name, readCsv(readFileSync(new URL(fileOfTable(name), DATA), 'utf8'))]),
  ) as unknown as Shipped['csv']
  const used = new Map<TableName, ReadonlySet<string>>()
  const usedKeys = (name: TableName) => {
    const known = used.get(name) ?? keysInUse(name, csv)
    used.set(name, known)
    return known
  }
  return { csv, usedKeys }
}

function keysInUse(name: TableName, csv: Shipped['csv']): ReadonlySet<string> {
  const keys = new Set<string>()
  if (TABLES[name].key.length > 1) return keys
  for (const other of FACT_TABLES)
    Object.entries<Column>(TABLES[other].columns).forEach(([, column], at) => {
      if (column.refersTo !== TABLES[name].name) return
      for (const row of csv[other].rows) for (const key of (row[at] ?? '').split(';')) keys.add(key)
    })
  return keys
}

/** Draws until the fault changes something. */
function draw(kind: Kind, shipped: Shipped, random: () => number): Corruption {
  for (let tries = 0; tries < 5000; tries++) {
    const made = kind(shipped, random)
    if (made) return made
  }
  throw new Error('no place was found for this fault')
}

/** Named at the right place: the row itself, as the place of the fault or as having part in it. */
function isCaught({ table, lines, lostKey }: Corruption, report: readonly ReportEntry[]): boolean {
  const file = fileOfTable(table)
  return report.some((entry) => {
    if (entry.accepted !== undefined) return false
    const places = [entry, ...entry.also].filter((place) => place.file === file)
    // The row that looks for a lost key is told, with the file in which it is lost.
    if (lostKey !== undefined && entry.cell?.includes(lostKey) && entry.message.includes(file)) return true
    if (lines.length === 0) return places.length > 0
    return places.some((place) => place.line !== undefined && lines.includes(place.line))
  })
}

describe('the data check on a folder into which one fault was put', () => {
  let shipped: Shipped
  let sound: LoadedTables
  beforeAll(async () => {
    shipped = shippedFolder()
    sound = await loadTables((file) => Promise.resolve(read(file)), TABLE_NAMES)
  })

  async function reportOn({ table, bytes }: Corruption): Promise<readonly ReportEntry[]> {
    const before = { tables: { ...sound.tables, [table]: undefined }, problems: [] }
    const loaded = await loadTables(() => Promise.resolve(bytes), [table], before)
    const changed = new Set(TABLE_NAMES.filter((name) => loaded.tables[name] !== sound.tables[name]))
    return checkEvidence(loaded, changed)
  }

  it('names the right file and row in at least 95 of 100 cases', async () => {
    const lines: string[] = []
    const missed: string[] = []
    let [caught, total] = [0, 0]
    for (const [at, [name, kind]] of Object.entries(KINDS).entries()) {
      const random = seeded(SEED + at)
      let ofKind = 0
      for (let time = 0; time < EACH; time++) {
        const corruption = draw(kind, shipped, random)
        if (isCaught(corruption, await reportOn(corruption))) ofKind++
        else missed.push(`${name}: ${corruption.what}`)
      }
      lines.push(`${String(ofKind).padStart(4)} of ${EACH}  ${name}`)
      caught += ofKind
      total += EACH
    }
    const share = (100 * caught) / total
    console.log(
      [
        `Seeded faults caught at the right place: ${caught} of ${total} (${share.toFixed(1)} percent)`,
        ...lines,
        'Missed:',
        ...missed,
      ].join('\n'),
    )
    expect(Object.keys(KINDS).length).toBeGreaterThanOrEqual(15)
    expect(total).toBeGreaterThanOrEqual(200)
    expect(share).toBeGreaterThanOrEqual(95)
  }, 240_000)
})
