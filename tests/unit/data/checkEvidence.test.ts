import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkEvidence, RULE_IDS, type ReportEntry } from '@/data/checkEvidence'
import { checkFolder } from '@/data/checkFolder'
import { loadTables, type LoadedTables, type ReadFile } from '@/data/loadTables'
import { RULES } from '@/domain/checks/rules'
import { LOADER_SEVERITY } from '@/domain/checks/loaderRules'
import { TABLE_NAMES } from '@/domain/tables'

const DATA = new URL('../../../data/', import.meta.url)
const text = (file: string) => readFileSync(new URL(file, DATA), 'utf8')
const encode = (words: string) => new TextEncoder().encode(words)
/** The shipped folder with some files in other words. */
const readWith =
  (others: Readonly<Record<string, string>>): ReadFile =>
  (file) =>
    Promise.resolve(encode(others[file] ?? text(file)))

/** What is open, but for the hash of the files that a test has changed on purpose. */
const unaccepted = (report: readonly ReportEntry[]) =>
  report.filter((entry) => entry.accepted === undefined && entry.rule !== 'folder/hash')

describe('the data check on the shipped folder', () => {
  let loaded: LoadedTables
  beforeAll(async () => {
    loaded = await loadTables(readWith({}), TABLE_NAMES)
  })

  it('finds nothing that is not accepted with a reason', () => {
    expect(unaccepted(checkEvidence(loaded))).toEqual([])
  })

  it('has run every rule', () => {
    expect(RULES.filter((rule) => rule.reads.some((name) => loaded.tables[name] === undefined))).toEqual([])
  })

  it('finds all that is accepted again once nothing is accepted', async () => {
    const known = checkEvidence(loaded).length
    const header = 'rule,table,row,column,reason\n'
    const { report } = await checkFolder(readWith({ 'accepted-problems.csv': header }))
    // The empty list is itself told, as a table without rows.
    expect(unaccepted(report)).toHaveLength(known + 1)
  })
})

describe('the list of what is accepted', () => {
  it('is told where it no longer matches anything', async () => {
    const list = `${text('accepted-problems.csv')}share/events,findings,no-such-row,value,It was so once.\n`
    const { report } = await checkFolder(readWith({ 'accepted-problems.csv': list }))
    const [entry, ...others] = unaccepted(report)
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      rule: 'accepted/stale',
      severity: 'warning',
      file: 'accepted-problems.csv',
    })
    expect(entry?.line).toBe(list.trim().split('\n').length)
  })

  it('is told where it names a rule that does not exist', async () => {
    const list = `${text('accepted-problems.csv')}share/evnets,findings,no-such-row,value,A slip of the pen.\n`
    const { report } = await checkFolder(readWith({ 'accepted-problems.csv': list }))
    expect(unaccepted(report).map((entry) => entry.rule)).toEqual(['accepted/stale'])
  })

  it('may be absent, and then everything is open', async () => {
    const reader: ReadFile = (file) =>
      file === 'accepted-problems.csv' ? Promise.reject(new Error('404')) : readWith({})(file)
    const { report } = await checkFolder(reader)
    expect(report.filter((entry) => entry.accepted !== undefined)).toEqual([])
    expect(report.map((entry) => entry.rule)).not.toContain('file/missing')
    expect(report.filter((entry) => entry.severity === 'error').map((entry) => entry.rule)).toEqual([
      'share/events',
    ])
  })

  it('gives no cover to a fault that the loader refuses', async () => {
    const list = `${text('accepted-problems.csv')}cell/type,claims,c01,verdict,We like it so.\n`
    const claims = text('claims.csv').replace(',supported,', ',suported,')
    const { report } = await checkFolder(readWith({ 'accepted-problems.csv': list, 'claims.csv': claims }))
    expect(
      unaccepted(report).some((entry) => entry.file === 'claims.csv' && entry.severity === 'error'),
    ).toBe(true)
  })
})

describe('the report', () => {
  it('names rule, file, line, row, column, cell and the other rows that have part in it, errors first', async () => {
    const findings = text('findings.csv').replace('35.4,,,,,,,percent,ijtm', '354.0,,,,,,,percent,ijtm')
    const sources = text('sources.csv').replace('10.7759/cureus.35638', '10.7759/cureus.35638.')
    const { report } = await checkFolder(readWith({ 'findings.csv': findings, 'sources.csv': sources }))
    const open = unaccepted(report)
    expect(open[0]).toMatchObject({ rule: 'row/sense', severity: 'error', file: 'findings.csv', cell: '354' })
    const doi = open.find((entry) => entry.rule === 'source/doi')
    expect(doi).toMatchObject({
      severity: 'warning',
      file: 'sources.csv',
      line: 3,
      row: 'garcia-2023-continuous-ketamine',
      column: 'doi',
      cell: '10.7759/cureus.35638.',
    })
  })

  it('skips the rules that lack a table instead of finding everything missing', async () => {
    const reader: ReadFile = (file) =>
      file === 'findings.csv' ? Promise.reject(new Error('404')) : readWith({})(file)
    const { report } = await checkFolder(reader)
    expect(report.map((entry) => entry.rule)).not.toContain('source/unused')
    expect(unaccepted(report).filter((entry) => entry.file !== 'findings.csv')).toEqual([])
  })
})

describe('docs/data-checks.md', () => {
  const rows = [
    ...readFileSync(new URL('../../../docs/data-checks.md', import.meta.url), 'utf8').matchAll(
      /^\| `([a-z/-]+)` +\| (\w+) +\|/gm,
    ),
  ].map(([, id, severity]) => [id, severity] as const)

  it('tells every rule, and only rules that exist', () => {
    expect(rows.map(([id]) => id).sort()).toEqual(RULE_IDS)
  })

  it('tells the degree that each rule has', () => {
    const degrees = new Map<string, string>([
      ...Object.entries(LOADER_SEVERITY),
      ...RULES.map((rule) => [rule.id, rule.severity] as const),
    ])
    for (const [id, severity] of rows)
      expect(`${id} ${severity}`).toBe(`${id} ${degrees.get(id ?? '') ?? severity}`)
  })
})
