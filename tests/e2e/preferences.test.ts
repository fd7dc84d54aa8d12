import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage, type PageOptions } from '../support/browser'

const OPERATIONS = '/matters?treatments=balloon-compression,mvd,rf-thermocoagulation'

/** Opens the group with the keyboard and picks with the keyboard. */
async function pick(page: Page, group: string, ...labels: readonly string[]) {
  const head = page.locator('.criterion-picker summary', { hasText: group })
  if ((await head.locator('..').getAttribute('open')) === null) await head.press('Enter')
  for (const label of labels) await page.getByLabel(label, { exact: true }).press('Space')
}

async function weigh(page: Page, label: string, ...keys: readonly string[]) {
  const slider = page.getByRole('slider', { name: label })
  for (const key of keys) await slider.press(key)
  return slider
}

const orderText = (page: Page) => page.getByRole('region', { name: 'Which is nearest' }).innerText()

async function openWeighed(options: PageOptions = {}) {
  const opened = await openPage({ ...options, path: OPERATIONS })
  const { page } = opened
  await pick(page, 'What you hope for', 'Some pain relief')
  await pick(page, 'What the treatment asks of you', 'An open operation', 'Being put fully to sleep')
  await weigh(page, 'Some pain relief', 'End')
  await weigh(page, 'An open operation', '6')
  await weigh(page, 'Being put fully to sleep', '4', 'ArrowRight', 'ArrowLeft')
  return opened
}

describe('what matters', () => {
  it('is weighed and put in order with the keyboard alone, and leaves no trace outside the memory of the tab', async () => {
    const opened = await openWeighed()
    const { page, expectQuiet } = opened
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    const before = page.url()
    const chances = page.getByRole('region', { name: 'How often each option comes first' })
    await chances.getByRole('table').waitFor()
    expect(await orderText(page)).toMatch(
      /is nearest to what you said, because of this: being put fully to sleep/,
    )
    expect(await chances.locator('tbody tr').first().innerText()).toMatch(/\b\d+\s+\d+\s+\d+\b/)

    // Not weighed is not 0 and not 50.
    await pick(page, 'What the treatment asks of you', 'Blood tests')
    const untouched = page.getByRole('slider', { name: 'Blood tests' })
    expect(await untouched.getAttribute('aria-valuetext')).toBe('not weighed yet')
    expect(await orderText(page)).toContain('1 thing is not weighed yet')

    // More than half of the weight on gaps: no order, the bars stay.
    await pick(page, 'What you hope for', 'Still no pain after 5 years')
    await weigh(page, 'Still no pain after 5 years', 'End')
    await weigh(page, 'Blood tests', '9')
    expect(await orderText(page)).toContain('We cannot put these options in order.')
    expect(await chances.count()).toBe(0)
    const figure = page.locator('figure.chart-figure')
    expect(await figure.locator('svg.scene rect[fill^="url"]').count()).toBeGreaterThan(3)

    // An order, by keys and by dragging.
    await page.getByRole('button', { name: 'An order' }).press('Enter')
    for (let left = 3; left > 0; left -= 1)
      await page
        .getByRole('button', { name: /^Put in the order: (Some|An open|Being)/ })
        .first()
        .press('Enter')
    await page.getByRole('button', { name: /^Move: An open operation/ }).press('Home')
    const lines = page.locator('.order-list ol .label')
    expect(await lines.allInnerTexts()).toEqual([
      'An open operation',
      'Some pain relief',
      'Being put fully to sleep',
    ])
    const handle = page.getByRole('button', { name: /^Move: Being put/ })
    await handle.scrollIntoViewIfNeeded()
    const [from, to] = [await handle.boundingBox(), await lines.first().boundingBox()]
    if (!from || !to) throw new RangeError('the list is not on screen')
    await page.mouse.move(from.x + 40, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(from.x + 40, to.y + 30, { steps: 4 })
    await page.mouse.move(from.x + 40, to.y - 4, { steps: 4 })
    await page.mouse.up()
    expect((await lines.allInnerTexts())[0]).toBe('Being put fully to sleep')
    expect(await orderText(page)).toMatch(/nearest/)

    expect(page.url()).toBe(before)
    expect(
      await page.evaluate(() =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]),
      ),
    ).not.toMatch(/pain-relief|open-surgery|weight/)
    expect(requests.filter((url) => !/\/assets\/|\.woff2?$/.test(url))).toEqual([])
    await page.reload()
    await page.locator('.criterion-picker').waitFor()
    expect(await page.getByRole('slider').count()).toBe(0)
    expectQuiet()
  })

  it.each([
    [768, 'light'],
    [390, 'dark'],
  ] as const)('has no fault that axe finds and fits the window at %i pixels, %s', async (width, scheme) => {
    const { page, expectQuiet } = await openWeighed({ viewport: { width, height: 900 }, colorScheme: scheme })
    await page.getByRole('table').first().waitFor()
    await expectNoAxeViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    await page.getByText('Same numbers as a table').click()
    await page.locator('.twin button').first().click()
    await page.getByRole('dialog').waitFor()
    expectQuiet()
  })
})
