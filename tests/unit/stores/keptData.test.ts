import { keepFolder, openKeptFolder } from '@/stores/keptData'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MemoryCaches } from '../../support/cacheStorage'

const folder = (text: string) =>
  new Map([
    ['groups.csv', new TextEncoder().encode(text)],
    ['datapackage.json', new TextEncoder().encode('{}')],
  ])
const textOf = async (file: string) => new TextDecoder().decode(await (await openKeptFolder())?.read(file))
const day = (number: number) => new Date(Date.UTC(2026, 10, number))

let memory: MemoryCaches
beforeEach(() => {
  memory = new MemoryCaches()
  vi.stubGlobal('caches', memory)
})
afterEach(() => vi.unstubAllGlobals())

describe('the kept data folder', () => {
  it('gives back what was read whole, with the day on which it was', async () => {
    expect(await openKeptFolder()).toBeUndefined()
    await keepFolder(folder('id\na\n'), day(23))
    expect((await openKeptFolder())?.at).toBe('2026-11-23T00:00:00.000Z')
    expect(await textOf('groups.csv')).toBe('id\na\n')
    await expect((await openKeptFolder())?.read('other.csv')).rejects.toThrow('not among the files kept')
  })

  it('notes the day and writes nothing anew for the same files', async () => {
    await keepFolder(folder('id\na\n'), day(23))
    const [name] = await memory.keys()
    await keepFolder(folder('id\na\n'), day(24))
    expect(await memory.keys()).toEqual([name])
    expect((await openKeptFolder())?.at).toBe('2026-11-24T00:00:00.000Z')
  })

  it('replaces a folder as a whole', async () => {
    await keepFolder(folder('id\na\n'), day(23))
    await keepFolder(folder('id\nb\n'), day(24))
    expect(await memory.keys()).toHaveLength(1)
    expect(await textOf('groups.csv')).toBe('id\nb\n')
  })

  it('leaves what was kept as it was when there is no room for the next', async () => {
    await keepFolder(folder('id\na\n'), day(23))
    memory.room = 4
    await expect(keepFolder(folder('id\nb\n'), day(24))).rejects.toThrow('no room')
    expect(await memory.keys()).toHaveLength(1)
    expect(await textOf('groups.csv')).toBe('id\na\n')
  })

  it('does not take half a folder for one, nor the caches of others', async () => {
    await (await memory.open('tn-compare / data 2026-11-25')).put('/data/groups.csv', new Response('id'))
    await (await memory.open('another app')).put('/data/kept.json', new Response('{"at":"2027"}'))
    expect(await openKeptFolder()).toBeUndefined()
    await keepFolder(folder('id\na\n'), day(23))
    expect(await memory.keys()).toContain('another app')
  })

  it('says that there is nothing where the browser keeps nothing', async () => {
    vi.stubGlobal('caches', undefined)
    expect(await openKeptFolder()).toBeUndefined()
  })
})
