import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ensureBuilt, isBuildFresh } from '../../../scripts/build.mjs'
import { temporaryFolder } from './temporaryFolder'

const EARLIER = 1_700_000_000

/** A project whose build writes a page, and whose files are all older than any build. */
function project(build = 'node build.cjs') {
  const names = ['src/app/main.ts', 'src/old.ts', 'index.html', 'package-lock.json', 'data/findings.csv']
  const folder = temporaryFolder({
    ...Object.fromEntries(names.map((name) => [name, 'text'])),
    'package.json': JSON.stringify({ scripts: { build } }),
    'build.cjs': `const fs = require('node:fs'); fs.mkdirSync('dist', { recursive: true }); fs.writeFileSync('dist/index.html', 'page'); console.log('built')`,
  })
  for (const name of [...names, 'package.json', 'src/app', 'src'])
    utimesSync(join(folder, name), EARLIER, EARLIER)
  return folder
}

describe('ensureBuilt', () => {
  it('builds once, and not again while nothing changes', async () => {
    const folder = project()
    expect(await ensureBuilt(folder)).toEqual({ isNew: true, output: 'built\n' })
    expect(await ensureBuilt(folder)).toEqual({ isNew: false, output: '' })
  })

  it.each([
    ['a source file changes', (folder: string) => writeFileSync(join(folder, 'src/app/main.ts'), 'new')],
    ['a source file is deleted', (folder: string) => rmSync(join(folder, 'src/old.ts'))],
    ['the packages change', (folder: string) => writeFileSync(join(folder, 'package-lock.json'), '{}')],
    ['the build is gone', (folder: string) => rmSync(join(folder, 'dist'), { recursive: true })],
  ])('builds again when %s', async (_, change) => {
    const folder = project()
    await ensureBuilt(folder)
    await new Promise((resolve) => setTimeout(resolve, 20))
    change(folder)
    expect(isBuildFresh(folder)).toBe(false)
    expect((await ensureBuilt(folder)).isNew).toBe(true)
  })

  it('does not build for new evidence, which is served as it is', async () => {
    const folder = project()
    await ensureBuilt(folder)
    writeFileSync(join(folder, 'data/findings.csv'), 'new')
    expect(isBuildFresh(folder)).toBe(true)
  })

  it('counts a file saved while the build ran as not in it', async () => {
    const folder = project(
      `node build.cjs && node -e "require('node:fs').writeFileSync('src/app/main.ts','later')"`,
    )
    await ensureBuilt(folder)
    expect(isBuildFresh(folder)).toBe(false)
  })

  it('fails with the words of the build', async () => {
    const folder = project(`node -e "console.error('no such module'); process.exit(1)"`)
    await expect(ensureBuilt(folder)).rejects.toThrow('no such module')
  })
})
