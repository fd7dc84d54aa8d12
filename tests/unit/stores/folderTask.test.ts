import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { checkEvidence } from '@/data/checkEvidence'
import { openFiles, readOpened } from '@/data/openFolder'
import type { WorkProgress } from '@/domain/workProgress'
import { Cancelled, checkFolder, openFolder } from '@/stores/folderTask'
import { folderWorkerOn } from '../../support/workerPair'

const EXAMPLE = 'examples/made-up-condition'
const bytesOf = (file: string) => new Uint8Array(readFileSync(`${EXAMPLE}/${file}`))
const nothing = () => Promise.reject(new Error('nothing is served'))
const picked = (
  change: (name: string, bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (_, bytes) => bytes,
) =>
  ({
    kind: 'picked',
    files: readdirSync(EXAMPLE).map((file) => ({
      name: `mine/${file}`,
      file: new Blob([change(file, bytesOf(file))]),
    })),
  }) as const

/** Lets the page start this in place of a worker. */
function withWorker(served: Parameters<typeof folderWorkerOn>[0] = nothing) {
  const { PretendWorker, ended } = folderWorkerOn(served)
  vi.stubGlobal('Worker', PretendWorker)
  return ended
}

afterEach(() => vi.unstubAllGlobals())

describe('work on a data folder, in a worker', () => {
  it('gives the rows, problems and report that reading in the page gives, says how far it is, and ends the worker', async () => {
    const ended = withWorker()
    const steps: WorkProgress[] = []
    const opened = await openFolder(picked(), (progress) => steps.push(progress)).result
    const files = readdirSync(EXAMPLE).map((file) => ({ name: `mine/${file}`, bytes: bytesOf(file) }))
    const here = await readOpened(await openFiles(files, nothing))
    expect(opened.loaded).toEqual(here.loaded)
    expect(opened.info).toEqual(here.info)
    expect(opened.report).toEqual(checkEvidence(here.loaded))
    expect([...new Set(steps.map(({ step }) => step))]).toEqual(['files', 'rows', 'rules', 'shown'])
    expect(steps.every(({ done, of }) => done >= 0 && done <= of)).toBe(true)
    expect(ended).toEqual(['terminated'])
  })

  it('can be ended: nothing comes of it, and the worker is gone', async () => {
    const ended = withWorker()
    const { result, cancel } = openFolder(picked(), () => cancel())
    await expect(result).rejects.toBeInstanceOf(Cancelled)
    expect(ended).toEqual(['terminated'])
  })

  it('tells in words, with the figure, why a folder is refused', async () => {
    withWorker()
    const many = picked((name, bytes) => (name === 'findings.csv' ? new Uint8Array(250_100).fill(10) : bytes))
    await expect(openFolder(many, () => undefined).result).rejects.toThrow(
      /about 250,\d{3} rows; at most 250,000/,
    )
    const huge = { size: 200_000_001, arrayBuffer: () => Promise.reject(new Error('was read')) }
    const files = [{ name: 'findings.csv', file: huge as unknown as Blob }]
    vi.unstubAllGlobals()
    await expect(openFolder({ kind: 'picked', files }, () => undefined).result).rejects.toThrow(
      'The files have 200,000,001 bytes; at most 200,000,000 are opened.',
    )
  })

  it('refuses a folder of the server that is too large while it is fetched, not after', async () => {
    const asked: string[] = []
    withWorker((file) => {
      asked.push(file)
      return Promise.resolve(new Uint8Array(file === 'outcomes.csv' ? 250_100 : 10).fill(10))
    })
    await expect(openFolder({ kind: 'served' }, () => undefined).result).rejects.toThrow(/at most 250,000/)
    expect(asked.at(-1)).toBe('outcomes.csv')
  })

  it('opens less where workers are barred, since the page stands still then', async () => {
    vi.stubGlobal('Worker', undefined)
    const opened = await openFolder(picked(), () => undefined).result
    expect(opened.loaded.tables.treatments?.length).toBeGreaterThan(2)
    const many = picked((name, bytes) => (name === 'findings.csv' ? new Uint8Array(60_100).fill(10) : bytes))
    await expect(openFolder(many, () => undefined).result).rejects.toThrow(/at most 60,000/)
  })

  it('goes on in the page when the script of the worker does not come, and says so when it dies later', async () => {
    class NoScript extends EventTarget {
      postMessage = () => setTimeout(() => this.dispatchEvent(new Event('error')))
      terminate = () => undefined
    }
    vi.stubGlobal('Worker', NoScript)
    expect((await openFolder(picked(), () => undefined).result).replaced).toEqual([])
    class Dying extends NoScript {
      override postMessage = () => {
        const data = { kind: 'progress', progress: { step: 'rows', done: 0, of: 1 } }
        this.dispatchEvent(new MessageEvent('message', { data }))
        return setTimeout(() => this.dispatchEvent(new Event('error')))
      }
    }
    vi.stubGlobal('Worker', Dying)
    await expect(openFolder(picked(), () => undefined).result).rejects.toThrow(/memory did not do/)
  })

  it('runs the data check on files that the page has read, with what was told of them then', async () => {
    withWorker()
    const files = new Map(readdirSync(EXAMPLE).map((file) => [file, bytesOf(file)]))
    const known = [
      { type: 'file/missing', file: 'x.csv', message: 'm', mending: 'n', rowLeftOut: false },
    ] as const
    const report = await checkFolder({ kind: 'read', files }, known, () => undefined).result
    expect(report.filter(({ file }) => file === 'x.csv')).toHaveLength(1)
  })
})
