import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FIRST_TABLES } from '@/domain/firstTables'
import { fileOfTable } from '@/domain/tableNames'
import { BUDGETS, budgetFaults, weighFirstView } from '../../../scripts/budgets.mjs'
import { runScript } from '../../../scripts/runScript.mjs'
import { temporaryFolder } from './temporaryFolder'

const PAGE = `<script type="application/ld+json">{}</script>
<script type="module" crossorigin src="/assets/index-a.js"></script>
<link rel="modulepreload" href="/assets/shared-b.js"><link rel="icon" href="/icon.svg">`

/** Nothing compresses it, so its weight is known within a few bytes. */
const noise = (bytes: number) => randomBytes(bytes).toString('latin1')

function built({ page = PAGE, script = 1000, data = 1000 } = {}) {
  const folder = temporaryFolder({
    'dist/index.html': page,
    'dist/assets/shared-b.js': 'x',
    'dist/data/other.csv': 'not a table of the list',
    ...Object.fromEntries(FIRST_TABLES.map((name) => [`dist/data/${fileOfTable(name)}`, ''])),
    'dist/assets/later.js': 'not named by the page',
    'dist/assets/index-a.js': '',
  })
  writeFileSync(join(folder, 'dist/assets/index-a.js'), noise(script), 'latin1')
  writeFileSync(join(folder, 'dist/data/findings.csv'), noise(data), 'latin1')
  return join(folder, 'dist')
}

describe('weighFirstView', () => {
  it('weighs the scripts that the page names, and with the page and the tables of the list the first view', async () => {
    const { script, firstView } = await weighFirstView(built({ script: 5000, data: 9000 }))
    expect(script).toBeGreaterThan(5000)
    expect(script).toBeLessThan(5030)
    expect(firstView).toBeGreaterThan(14_000)
    expect(firstView).toBeLessThan(14_400)
  })

  it('finds the files of an app that is built for a path of its own', async () => {
    const page = PAGE.replaceAll('="/', '="/tools/compare/')
    expect((await weighFirstView(built({ page }))).script).toBeGreaterThan(1000)
  })

  it('takes no page without a script for a light one', async () => {
    await expect(weighFirstView(built({ page: '<p>nothing</p>' }))).rejects.toThrow('names no script')
  })
})

describe('budgetFaults', () => {
  const full = { script: BUDGETS.script, firstView: BUDGETS.firstView }

  it('is content with a budget that is used up to the last byte', () => {
    expect(budgetFaults(full)).toEqual([])
  })

  it('says by how much each budget is passed', () => {
    const [script, firstView] = budgetFaults({ script: full.script + 1, firstView: full.firstView + 300 })
    expect(script).toContain('75.0 kB, 1 bytes over its budget of 75.0 kB')
    expect(firstView).toContain('205.1 kB, 300 bytes over its budget of 204.8 kB')
  })

  it('holds tables of a hospital to no budget, but the script to its own', () => {
    const heavy = { script: full.script + 1, firstView: full.firstView * 3 }
    expect(budgetFaults(heavy, { ownData: true })).toHaveLength(1)
  })
})

describe('the build', () => {
  it.each([
    ['fails when the script is too heavy', { script: BUDGETS.script + 100 }, 1, 'over its budget'],
    ['passes when all is light', {}, 0, 'First view:'],
  ])('%s', async (_, weights, code, words) => {
    const command = join(process.cwd(), 'scripts/budgets.mjs')
    const folder = temporaryFolder({
      'package.json': JSON.stringify({ scripts: { build: `node "${command}" "${built(weights)}"` } }),
    })
    const found = await runScript(folder, 'build')
    expect(found.output).toContain(words)
    expect(found.code).toBe(code)
  })
})
