import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { checkHashes, readFileFacts } from '@/data/fileHashes'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const hashOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

const folder = (description: unknown, files: Readonly<Record<string, string>>) =>
  new Map([
    [
      'datapackage.json',
      bytesOf(typeof description === 'string' ? description : JSON.stringify(description)),
    ],
    ...Object.entries(files).map(([name, text]) => [name, bytesOf(text)] as const),
  ])

afterEach(() => vi.unstubAllGlobals())

describe('readFileFacts', () => {
  it('gives size and hash (FIPS 180-2: the digest of "abc") and passes over files that are not there', async () => {
    const facts = await readFileFacts(async (file) => {
      if (file !== 'groups.csv') throw new Error('none')
      return bytesOf('abc')
    })
    expect([...facts]).toEqual([
      [
        'groups.csv',
        { bytes: 3, hash: 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
      ],
    ])
  })
})

describe('checkHashes', () => {
  const resource = { path: 'groups.csv', bytes: 8, hash: hashOf('id\na\nb\nc') }

  it('finds nothing where files are as described, hash in capitals or not', async () => {
    const files = { 'groups.csv': 'id\na\nb\nc' }
    expect(await checkHashes(folder({ resources: [resource] }, files))).toEqual([])
    const loud = { ...resource, hash: resource.hash.replace(/[a-f\d]{64}$/, (hex) => hex.toUpperCase()) }
    expect(await checkHashes(folder({ resources: [loud] }, files))).toEqual([])
  })

  it('names a file of which one digit was changed, and leaves its rows in use', async () => {
    const problems = await checkHashes(folder({ resources: [resource] }, { 'groups.csv': 'id\na\nb\nd' }))
    expect(problems).toEqual([
      expect.objectContaining({ type: 'folder/hash', file: 'groups.csv', rowLeftOut: false }),
    ])
    expect(problems[0]?.message).toContain('changed by hand')
  })

  it('compares sizes at least where there are no digests, as on a page without HTTPS', async () => {
    vi.stubGlobal('crypto', {})
    const changed = folder({ resources: [resource] }, { 'groups.csv': 'id\na\nb\nd' })
    expect(await checkHashes(changed)).toEqual([])
    const longer = folder({ resources: [resource] }, { 'groups.csv': 'id\na\nb\nc\n' })
    expect(await checkHashes(longer)).toHaveLength(1)
  })

  it.each([
    ['no hash', { resources: [{ path: 'groups.csv' }] }],
    ['a hash of another method', { resources: [{ path: 'groups.csv', hash: 'md5:00' }] }],
    ['no list of files', {}],
    ['nothing that can be read', '<!doctype html>'],
    ['a file that was not read', { resources: [{ ...resource, path: 'sources.csv' }] }],
  ])('says nothing of a description with %s', async (_, description) => {
    expect(await checkHashes(folder(description, { 'groups.csv': 'other' }))).toEqual([])
  })
})
