import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Runs axe on what is on screen; a line for each element at fault.
 *
 * The content policy bars a script element with axe's text, so the text is evaluated through the debugger, which
 * stands above the policy: the page under test keeps its real headers.
 *
 * @param page wait until what is to be judged is there
 * @param rules all of them, if none are named
 * @param within a CSS selector, for a part of the page
 */
export async function axeFaults(
  page: Page,
  rules: readonly string[] = [],
  within = 'html',
): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  if (!isThere) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    ([selector, only]) => {
      const { run } = (globalThis as unknown as { axe: typeof axe }).axe
      const runOnly = only.length > 0 ? { runOnly: [...only] } : {}
      return run(selector, { resultTypes: ['violations'], ...runOnly })
    },
    [within, rules] as const,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} (${node.any[0]?.message ?? node.html})`),
  )
}

/** Runs all rules of axe on what is on screen and fails with a line for each element at fault. */
export async function expectNoAxeViolations(page: Page, within = 'html'): Promise<void> {
  expect(await axeFaults(page, [], within)).toEqual([])
}

/** The rules whose answer depends on the colours; all others ask for the same elements whatever their colour. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** All rules in the colours the page is shown in, then what the other scheme can change. */
export async function expectNoAxeViolationsLightAndDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await expectNoAxeViolations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  expect(dark).toBe(true)
  expect(await axeFaults(page, COLOUR_RULES)).toEqual([])
}
