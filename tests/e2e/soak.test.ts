import { chromium } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { MOST_GROWTH, soak, STEADY_HEAP } from '../../scripts/soak.mjs'
import { readTables } from '../support/evidence'

it('goes through 200 states in one tab, each as a fresh load of its address shows it, and keeps no more memory', async () => {
  const found = inject('browser')
  const browser = await chromium.launch({ ...found, args: [...found.args, STEADY_HEAP] })
  try {
    const { problems, done, loads, growth } = await soak({
      browser,
      url: inject('appUrl'),
      tables: readTables(),
      states: 200,
      seed: 1,
    })
    expect(problems).toEqual([])
    expect(done).toBe(200)
    expect(loads).toBeGreaterThan(60)
    expect(growth).toBeLessThanOrEqual(MOST_GROWTH)
  } finally {
    await browser.close()
  }
}, 420_000)
