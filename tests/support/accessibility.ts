import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Runs axe on what is on screen, all its rules, and fails with a line for each element at fault.
 *
 * The content policy bars a script element with axe's text, so the text is evaluated through the debugger, which
 * stands above the policy: the page under test keeps its real headers.
 *
 * @param page wait until what is to be judged is there
 * @param within a CSS selector, for a part of the page
 */
export async function expectNoAxeViolations(page: Page, within = 'html'): Promise<void> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate((selector) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe
    return run(selector, { resultTypes: ['violations'] })
  }, within)
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} (${node.any[0]?.message ?? node.html})`),
  )
  expect(faults).toEqual([])
}
