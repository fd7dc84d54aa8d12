import { chromium } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { MOST_GROWTH, soak, STEADY_HEAP } from '../../scripts/soak.mjs'
import { readTables } from '../support/evidence'

it(
  'goes through 200 random states without an error, a leak, or a state that its address does not show',
  { retry: 0, timeout: 600_000 },
  async () => {
    const { args, ...found } = inject('browser')
    const browser = await chromium.launch({ ...found, args: [...args, STEADY_HEAP] })
    try {
      const url = inject('appUrl')
      const tables = { ...readTables() } as unknown as Record<string, never>
      const { problems, compared, growth } = await soak({
        browser,
        url,
        tables,
        states: 200,
        seed: 1,
        freshEvery: 10,
      })
      expect(problems).toEqual([])
      expect(compared).toBe(20)
      expect(growth).toBeLessThan(MOST_GROWTH)
    } finally {
      await browser.close()
    }
  },
)
