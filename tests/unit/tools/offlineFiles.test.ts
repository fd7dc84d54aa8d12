import { createHash } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { listOwnFiles, writeServiceWorker } from '../../../tools/offlineFiles.mjs'
import { temporaryFolder } from '../scripts/temporaryFolder'

const FILES = [
  'index.html',
  'assets/index-abc.js',
  'assets/index-abc.js.br',
  'data/findings.csv',
  'icons/icon-192.png',
  'record-systems.json',
  'sw.js',
  '_headers',
]

const integrity = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

describe('the list of the app’s own files', () => {
  it('holds each with its SHA-256, and neither data nor copies nor what a hospital writes', async () => {
    const folder = temporaryFolder(Object.fromEntries(FILES.map((file) => [file, file])))
    expect(await listOwnFiles(folder)).toEqual([
      ['assets/index-abc.js', integrity('assets/index-abc.js')],
      ['icons/icon-192.png', integrity('icons/icon-192.png')],
      ['', integrity('index.html')],
    ])
  })

  it('gives a service worker of its own version to other files only', () => {
    const build = (files: [string, string][]) =>
      runInNewContext(`${writeServiceWorker(files, '')};BUILD`) as { version: string }
    const files: [string, string][] = [['', integrity('a')]]
    expect(build(files).version).toBe(build([...files]).version)
    expect(build(files).version).not.toBe(build([['', integrity('b')]]).version)
  })
})
