import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { arePackagesInstalled, isNodeSupported } from '../../../scripts/packages.mjs'
import { temporaryFolder } from './temporaryFolder'

const lock = (packages: object) => JSON.stringify({ packages })
const vue = { version: '3.5.0', integrity: 'sha512-a' }

function project({ wanted = {}, installed = {} }: { wanted?: object; installed?: object }) {
  return temporaryFolder({
    'package-lock.json': lock({ '': { name: 'app' }, 'node_modules/vue': vue, ...wanted }),
    'node_modules/.package-lock.json': lock({ 'node_modules/vue': vue, ...installed }),
    'node_modules/vue/package.json': '{}',
    'node_modules/extra/package.json': '{}',
  })
}

describe('isNodeSupported', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0', '26.0.0'])('takes %s', (version) => {
    expect(isNodeSupported(version)).toBe(true)
  })

  it.each(['18.20.8', '20.18.3', '21.7.3', '22.11.0'])('refuses %s', (version) => {
    expect(isNodeSupported(version)).toBe(false)
  })
})

describe('arePackagesInstalled', () => {
  it('is content when what is installed is what the lock names', () => {
    expect(arePackagesInstalled(project({}))).toBe(true)
  })

  it('says no on a fresh clone', () => {
    expect(arePackagesInstalled(temporaryFolder({ 'package-lock.json': lock({}) }))).toBe(false)
  })

  it.each([
    ['another version', { version: '3.5.1', integrity: 'sha512-a' }],
    ['another content', { version: '3.5.0', integrity: 'sha512-b' }],
  ])('says no to %s', (_, entry) => {
    expect(arePackagesInstalled(project({ wanted: { 'node_modules/vue': entry } }))).toBe(false)
  })

  it('says no when a package is missing, but not when it is an optional one for another system', () => {
    const extra = { version: '1.0.0', integrity: 'sha512-c' }
    expect(arePackagesInstalled(project({ wanted: { 'node_modules/extra': extra } }))).toBe(false)
    const optional = { ...extra, optional: true }
    expect(arePackagesInstalled(project({ wanted: { 'node_modules/extra': optional } }))).toBe(true)
  })

  it('says no when a package is left over from an earlier lock', () => {
    const extra = { version: '1.0.0', integrity: 'sha512-c' }
    expect(arePackagesInstalled(project({ installed: { 'node_modules/extra': extra } }))).toBe(false)
  })

  it('says no when a package was deleted by hand', () => {
    const folder = project({})
    rmSync(join(folder, 'node_modules', 'vue'), { recursive: true })
    expect(arePackagesInstalled(folder)).toBe(false)
  })
})
