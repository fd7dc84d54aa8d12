import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axeFaults } from '../support/accessibility'
import { openPage, waitUntilReady } from '../support/browser'
import { everyAddress } from '../support/routes'

const TWO = 'treatments=carbamazepine,oxcarbazepine'
const LISTED = `/?line=first&search=a&hidden=show&${TWO}`
/** States that no bare address shows. */
const STATES = [
  LISTED,
  '/?line=first&family=procedure',
  '/?line=first&finding=wu-2012-botulinum-f1',
  `/compare?${TWO}`,
  `/matters?${TWO}`,
  `/prepare?${TWO}`,
  '/sources?search=botulinum',
  '/sources/wu-2012-botulinum',
  '/claims?search=carbamazepine',
]
const ADDRESSES = [...STATES, ...everyAddress()]

/** As a link of the app goes there, without loading the app anew. */
async function goTo(page: Page, address: string) {
  await page.evaluate((path) => {
    history.pushState({}, '', path)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, address)
  await page.locator('main h1').first().waitFor()
  // The check of the whole evidence says how far it is until it is done.
  await page.locator('.skeleton, .work-progress').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(200)
}

/** Pixels by which the page is wider than its window, and what hangs over. */
const overhangOf = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName} ${element.className}`)
  })

/**
 * What can be pressed and is smaller than 24 pixels with another such thing in the 24 pixels around its middle, as
 * success criterion 2.5.8 measures; what stands in a sentence is left out, as there.
 *
 * @see https://www.w3.org/TR/WCAG22/#target-size-minimum
 */
const smallTargetsOf = (page: Page) =>
  page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, textarea'),
    ]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.visually-hidden'))
      .map((one) => ({
        one,
        box: (
          (one.matches('[type=checkbox], [type=radio]') && one.closest('label')) ||
          one
        ).getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 0 && box.height > 0)
    return all
      .filter(({ one, box }) => {
        if (box.width >= 23.5 && box.height >= 23.5) return false
        if (one.closest('p, dd, .glossary-text, .source-reference') && one.matches('a, button')) return false
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
        return all.some((other) => {
          if (other.one === one || other.one.contains(one) || one.contains(other.one)) return false
          const across = Math.max(other.box.x - x, 0, x - other.box.right)
          const down = Math.max(other.box.y - y, 0, y - other.box.bottom)
          return Math.hypot(across, down) < 12
        })
      })
      .map(
        ({ one, box }) =>
          `${one.outerHTML.slice(0, 90)} ${Math.round(box.width)} x ${Math.round(box.height)}`,
      )
  })

/** The focus walks once through the page: every stop is seen, and none goes back up the column it stands in. */
async function walkByKeyboard(page: Page, most: number) {
  const unseen: string[] = []
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab')
    const look = await page.evaluate(() => {
      const one = document.activeElement
      if (!one || one === document.body) return undefined
      const ringed = [one, one.parentElement, one.closest('label')].some((element) => {
        if (!element) return false
        const style = getComputedStyle(element)
        return (
          (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1.5) ||
          style.boxShadow !== 'none'
        )
      })
      const { width, height } = one.getBoundingClientRect()
      return { what: one.outerHTML.slice(0, 120), seen: ringed && width > 0 && height > 0 }
    })
    if (!look) return unseen
    if (!look.seen) unseen.push(look.what)
  }
  return unseen
}

/** In parts, so that no single test outlasts its time on a busy machine. */
const PARTS = [1, 2, 3, 4].map((part) => ({
  part,
  paths: ADDRESSES.filter((_, place) => place % 4 === part - 1),
}))

describe('every page, for every hand and eye', () => {
  it.each(PARTS)(
    'has no fault in dark and forced colours, at 200 % letters and 320 pixels: part $part of 4',
    async ({ paths }) => {
      const { page, expectQuiet } = await openPage({ path: '/about' })
      const faults: Record<string, readonly string[]> = {}
      const note = (where: string, found: readonly string[]) => {
        if (found.length > 0) faults[where] = found
      }
      for (const path of paths) {
        await goTo(page, path)
        note(`${path}, targets`, await smallTargetsOf(page))
        for (const media of [
          { colorScheme: 'dark' },
          { forcedColors: 'active', colorScheme: 'light' },
        ] as const) {
          await page.emulateMedia(media)
          note(`${path}, ${JSON.stringify(media)}`, await axeFaults(page, ['color-contrast']))
        }
        await page.emulateMedia({ forcedColors: 'none' })
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
        note(`${path}, letters of 200 %`, await overhangOf(page))
        await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
        // 1280 pixels at 400 %.
        await page.setViewportSize({ width: 320, height: 640 })
        note(`${path}, 320 pixels`, await overhangOf(page))
        note(`${path}, axe at 320 pixels`, await axeFaults(page))
        await page.setViewportSize({ width: 1440, height: 900 })
      }
      expect(faults).toEqual({})
      expectQuiet()
    },
  )

  it('shows where the focus is on the whole way through a page', async () => {
    const { page } = await openPage({ path: LISTED })
    for (const path of [LISTED, `/compare?${TWO}`, `/matters?${TWO}`]) {
      await page.goto(path)
      await waitUntilReady(page)
      expect(await walkByKeyboard(page, 60)).toEqual([])
    }
  })

  it('says the new verdicts when another outcome is asked about', async () => {
    const { page } = await openPage({ path: `/compare?${TWO}` })
    const spoken = page.locator('.pair-verdicts [role=status]')
    await page.locator('.row-sources').waitFor({ state: 'attached' })
    expect((await spoken.textContent())?.trim()).toBe('')
    await page.locator('.pair-verdicts select').selectOption('withdrawal-adverse')
    await expect
      .poll(() => spoken.textContent())
      .toMatch(/Stopped because of side effects\. Carbamazepine and Oxcarbazepine: Head-to-head\./)
  })
})
