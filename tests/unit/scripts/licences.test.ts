import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import licences from '@/features/about/licences.json'
import { licenceText, shippedPackages } from '../../../scripts/shippedPackages.mjs'

interface Component {
  readonly name: string
  readonly version: string
  readonly hashes?: readonly { readonly alg: string }[]
}

const packages = await shippedPackages('.')
const named = packages.map(({ name, version }) => `${name} ${version}`)
const bill = JSON.parse(readFileSync('docs/sbom.cdx.json', 'utf8')) as {
  bomFormat: string
  components: Component[]
}

describe('the lists of packages ("npm run write-licences" makes them anew)', () => {
  it('name under About what the lock file names', () => {
    expect(licences).toEqual(packages.map(({ name, version, licence }) => ({ name, version, licence })))
    expect(named).toEqual(
      expect.arrayContaining([expect.stringMatching(/^vue 3/), expect.stringMatching(/^chart\.js /)]),
    )
    expect(named.join()).not.toMatch(/vitest|playwright|eslint /)
  })

  it('name the same in the bill of materials, each with its checksum', () => {
    expect(bill.bomFormat).toBe('CycloneDX')
    expect(bill.components.map(({ name, version }) => `${name} ${version}`).sort()).toEqual([...named].sort())
    for (const { name, hashes = [] } of bill.components)
      expect({ name, hashes: hashes.length > 0 }).toEqual({ name, hashes: true })
  })

  it('hold the words of each licence', async () => {
    const words = readFileSync('public/licences.txt', 'utf8')
    for (const { name, version, path } of packages) {
      expect(words).toContain(`${name} ${version}`)
      if (existsSync(path)) expect(words).toContain(await licenceText('.', path))
    }
  })

  it('have no licence that asks for more than its notice', () => {
    const kind = /^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|Apache-2\.0 AND BSL-1\.0|0BSD|CC0-1\.0)$/
    expect(licences.filter(({ licence }) => !kind.test(licence))).toEqual([])
  })
})
