import { describe, expect, it } from 'vitest'
import { recordedText } from '@/domain/recordedText'
import { lineOf, loadTables } from '@/data/loadTables'
import { loadFault, readOver, SOUND_TABLES, survivors } from './brokenFolder'

const LATER = ['sources', 'denominators', 'populations'] as const
const FIRST = SOUND_TABLES.filter((name) => !LATER.some((later) => later === name))

describe('loadTables', () => {
  it('reads a sound folder without a problem, its rows frozen', async () => {
    const { tables, problems } = await loadFault('sound')
    expect(problems).toEqual([])
    expect(Object.keys(tables).sort()).toEqual([...SOUND_TABLES].sort())
    for (const rows of Object.values(tables)) {
      expect(Object.isFrozen(rows)).toBe(true)
      for (const row of rows) expect(Object.isFrozen(row)).toBe(true)
    }
    expect(Object.isFrozen(tables.findings?.[0]?.flags)).toBe(true)
  })

  it('reads numbers as numbers, an empty optional cell as undefined, a list as its members', async () => {
    const { tables } = await loadFault('sound')
    expect(tables.findings?.[0]).toMatchObject({
      armN: 60,
      value: 53.3,
      timepointUnit: 'months',
      flags: ['subgroup', 'before-after'],
    })
    expect(tables.findings?.[1]?.flags).toEqual([])
    expect(tables.findings?.[1]).toHaveProperty('ciLow', undefined)
    expect(tables.findings?.[2]?.caveat).toBe('Small, "open" study, one centre.')
  })

  it('keeps the text of a number that says more than the number', async () => {
    const { tables } = await loadFault('sound')
    const [finding, other] = tables.findings ?? []
    expect(finding && recordedText(finding, 'value')).toBe('53.30')
    expect(finding && recordedText(finding, 'ciHigh')).toBe('65.5')
    expect(other && recordedText(other, 'ciHigh')).toBeUndefined()
  })

  it('reads line breaks in a quoted cell as text, and columns in any order', async () => {
    const caveat = 'First line,\nsecond line.\nThird.'
    const plain = await loadFault('quoted-line-breaks')
    expect(plain.tables.findings?.[0]?.caveat).toBe(caveat)
    expect(plain.tables.findings && lineOf(plain.tables.findings, 1)).toBe(5)
    const windows = await loadFault('quoted-windows-line-breaks')
    expect(windows.tables.findings?.[0]?.caveat).toBe(caveat)
    const sound = await loadFault('sound')
    for (const fault of ['other-order', 'byte-order-mark', 'windows-line-ends'])
      expect((await loadFault(fault)).tables.findings).toEqual(sound.tables.findings)
  })

  it('does not let a column named __proto__ reach any row', async () => {
    const { tables } = await loadFault('proto-column')
    expect(Object.getPrototypeOf(tables.findings?.[0])).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })

  it('keeps the first of two rows with the same id', async () => {
    const { tables } = await loadFault('duplicate-id')
    expect(tables.findings?.[0]).toMatchObject({ id: 'f1', treatment: 'drug-a', value: 53.3 })
  })

  it('tells a row that follows another out once, and names the row it follows', async () => {
    const { problems } = await loadFault('dangling-list-member')
    const following = problems.filter((problem) => problem.file === 'headlines.csv' && problem.line === 2)
    expect(following).toEqual([
      expect.objectContaining({ cause: { file: 'treatments.csv', line: 2 }, rowLeftOut: true }),
    ])
  })

  it('takes a citation that leads nowhere out of its list, and no other', async () => {
    const { tables } = await loadFault('dangling-citation')
    expect(tables.treatments?.[0]?.regimenSource).toEqual(['study-one'])
  })

  it('takes out a link that a row can do without, and keeps the row', async () => {
    const { tables } = await loadFault('faulty-group')
    expect(tables.treatments?.map(({ id, group }) => ({ id, group }))).toEqual([
      { id: 'drug-a', group: undefined },
      { id: 'drug-b', group: undefined },
      { id: 'dummy', group: undefined },
    ])
  })
})

describe('loadTables, when a file cannot be had', () => {
  it('says so once, with the reason, and keeps the rows that lead to it', async () => {
    const loaded = await loadTables(readOver('sound', ['sources.csv']), SOUND_TABLES)
    expect(loaded.tables.sources).toBeUndefined()
    expect(loaded.problems).toEqual([
      expect.objectContaining({
        type: 'file/missing',
        file: 'sources.csv',
        message: expect.stringContaining('the server answered 404 (Not Found)') as unknown,
      }),
    ])
    expect(survivors(loaded)).toEqual({ findings: 'f1 f2 f3', headlines: 'f1 f2 f1' })
  })

  it('tells every file that is gone, and never rejects', async () => {
    const { tables, problems } = await loadTables(() => Promise.reject(new Error('offline')), SOUND_TABLES)
    expect(tables).toEqual({})
    expect(problems.map((problem) => problem.type)).toEqual(SOUND_TABLES.map(() => 'file/missing'))
  })

  it('does not keep the report of a file that arrives on the second try', async () => {
    const failed = await loadTables(readOver('sound', ['sources.csv']), SOUND_TABLES)
    const { tables, problems } = await loadTables(readOver('sound'), SOUND_TABLES, failed)
    expect(problems).toEqual([])
    expect(tables.sources).toHaveLength(2)
  })
})

describe('loadTables, in two steps', () => {
  it('ends where one step ends, whatever the fault', async () => {
    for (const fault of [
      'sound',
      'faulty-source',
      'dangling-reference',
      'dangling-citation',
      'percent-sign',
    ]) {
      const once = await loadFault(fault)
      const first = await loadTables(readOver(fault), FIRST)
      const twice = await loadTables(readOver(fault), SOUND_TABLES, first)
      expect(twice.tables).toEqual(once.tables)
      expect(new Set(twice.problems)).toEqual(new Set(once.problems))
    }
  })

  it('does not fault links into tables that have not been asked for', async () => {
    const first = await loadTables(readOver('dangling-reference'), FIRST)
    expect(first.problems).toEqual([])
    expect(survivors(first).findings).toBe('f1 f2 f3')
    const second = await loadTables(readOver('dangling-reference'), LATER, first)
    expect(survivors(second)).toEqual({ findings: 'f2 f3', headlines: 'f2' })
    expect(second.problems[0]).toMatchObject({ file: 'findings.csv', line: 2, column: 'source' })
  })

  it('leaves a table that loses no row the same array, and does not read it again', async () => {
    const first = await loadTables(readOver('sound'), FIRST)
    const second = await loadTables(readOver('sound', ['findings.csv']), SOUND_TABLES, first)
    expect(second.tables.findings).toBe(first.tables.findings)
    expect(second.problems).toEqual([])
  })

  it('keeps what a number was printed as when a row loses a citation', async () => {
    const first = await loadTables(readOver('dangling-citation'), FIRST)
    const second = await loadTables(readOver('dangling-citation'), LATER, first)
    expect(second.tables.treatments?.[0]?.regimenSource).toEqual(['study-one'])
    expect(second.tables.treatments?.[1]).toBe(first.tables.treatments?.[1])
  })
})
