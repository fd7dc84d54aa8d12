import { readFileSync } from 'node:fs'
import { DATA_PACKAGE_FILE } from '@/data/dataPackage'
import { checkHashes } from '@/data/fileHashes'
import { loadTables } from '@/data/loadTables'
import { fileOf } from '@/domain/columns'
import { MAY_BE_ABSENT, TABLE_NAMES, TABLES, type TableName } from '@/domain/tables'
import { readServedFile } from '@/stores/readServedFile'
import { afterEach, describe, expect, it, vi } from 'vitest'

/** Any file of the folder may be at fault; what is said and what stays is the same for each. */
const bytesOf = (file: string) => new Uint8Array(readFileSync(`data/${file}`))
const sound = await loadTables(async (file) => bytesOf(file), TABLE_NAMES)

const answer = (body: BodyInit | null, type = 'text/csv', status = 200) =>
  new Response(body, { status, headers: { 'content-type': type } })

function cutOff(): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('id,na'))
      controller.error(new TypeError('network error'))
    },
  })
  return answer(body)
}

async function readWith(name: TableName, served: (file: string) => Promise<Response>) {
  vi.stubGlobal('fetch', async (address: string) => served(address.replace('/data/', '')))
  const tables = Object.fromEntries(Object.entries(sound.tables).filter(([other]) => other !== name))
  return loadTables(readServedFile, [name], { tables, problems: [] })
}

afterEach(() => vi.unstubAllGlobals())

const cases = TABLE_NAMES.map((name) => [fileOf(TABLES[name].name), name] as const)

describe.each(cases)('%s', (file, name) => {
  it.each([
    ['missing', async () => answer('', 'text/plain', 404), 'status 404'],
    ['refused by a broken server', async () => answer('', 'text/plain', 500), 'status 500'],
    [
      'behind no network',
      () => Promise.reject(new TypeError('Failed to fetch')),
      'the server gave no answer',
    ],
    ['broken off', async () => cutOff(), 'the answer of the server broke off'],
    ['a page', async () => answer('<!doctype html><p>Sign in</p>', 'text/html'), 'a web page instead'],
  ])('is named, and nothing else is lost, when it is %s', async (_, served, words) => {
    const { tables, problems } = await readWith(name, served)
    const others = TABLE_NAMES.filter((other) => other !== name)
    expect(others.filter((other) => tables[other]?.length !== sound.tables[other]?.length)).toEqual([])
    if (MAY_BE_ABSENT.has(name)) return expect([tables[name], problems]).toEqual([[], []])
    expect(tables[name]).toBeUndefined()
    expect(problems).toEqual([expect.objectContaining({ type: 'file/missing', file })])
    expect(problems[0]?.message).toContain(words)
  })

  it.each([
    ['JSON', '{"error": "try later"}', 'application/json'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff]), 'image/png'],
    ['nothing', '', 'text/csv'],
  ])('gives no row, and says so, when the answer is %s', async (_, body, type) => {
    const { tables, problems } = await readWith(name, async () => answer(body as BodyInit, type))
    expect(tables[name] ?? []).toEqual([])
    expect(problems.filter((problem) => problem.file === file)).not.toEqual([])
  })

  it('is named as another than described when it is cut off, and its whole rows are the same', async () => {
    const whole = bytesOf(file)
    const cut = whole.slice(0, Math.floor(whole.length * 0.6))
    const { tables } = await readWith(name, async () => answer(cut))
    const before = (sound.tables[name] ?? []) as readonly object[]
    const after = (tables[name] ?? []) as readonly object[]
    expect(after.length).toBeLessThan(before.length)
    expect(after.slice(0, -1).filter((row) => !before.some((other) => isSame(row, other)))).toEqual([])
    const problems = await checkHashes(
      new Map([
        [DATA_PACKAGE_FILE, bytesOf(DATA_PACKAGE_FILE)],
        [file, cut],
      ]),
    )
    expect(problems).toEqual([expect.objectContaining({ type: 'folder/hash', file })])
  })
})

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
