import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage, waitUntilReady, type PageOptions } from '../support/browser'

const DRUGS = 'carbamazepine,oxcarbazepine,lamotrigine'
const OPERATIONS = 'mvd,srs,balloon-compression,rf-thermocoagulation'
const SIX = `${DRUGS},gabapentin,baclofen,botulinum-toxin-a`

/** The comparison, with its last part and its verdicts in place. */
async function openCompare(query: string, options: PageOptions = {}) {
  const opened = await openPage({ ...options, path: `/compare?${query}` })
  await built(opened.page)
  return opened
}

async function built(page: Page) {
  await page.locator('.row-sources').waitFor({ state: 'attached' })
  await page.waitForFunction(
    () => !document.querySelector('.pair-verdicts')?.textContent?.includes('Loading'),
  )
}

/** The table grows in stages: how many there are once half a second has added none. */
async function settledCount(page: Page, selector: string): Promise<number> {
  const rows = page.locator(selector)
  let before = -1
  for (let now = await rows.count(); now !== before; now = await rows.count()) {
    before = now
    await page.waitForTimeout(500)
  }
  return before
}

const columnsOf = (page: Page) =>
  page
    .locator('.compare-table thead .names th .name')
    .evaluateAll((heads) => heads.map((head) => head.textContent?.trim()))

/** Pixels by which the page is wider than its window. */
const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('the comparison', () => {
  it.each([
    ['two', 'mvd,srs', 1440],
    ['three', DRUGS, 1440],
    ['three', DRUGS, 1024],
    ['three', DRUGS, 768],
    ['four', OPERATIONS, 1024],
    ['six', SIX, 1440],
    ['three', DRUGS, 390],
    ['six', SIX, 390],
  ])('shows %s columns of %s in %d pixels without anything cut off', async (_, treatments, width) => {
    const { page, expectQuiet } = await openCompare(`treatments=${treatments}`, {
      viewport: { width, height: 900 },
    })
    expect(await columnsOf(page)).toHaveLength(treatments.split(',').length)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    const tooNarrow = await page
      .locator('.compare-table tbody td:not([colspan])')
      .evaluateAll(
        (cells) =>
          cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1 || cell.clientWidth < 140).length,
      )
    expect(tooNarrow).toBe(0)
    expectQuiet()
  })

  it('scrolls six columns inside their frame on a tablet, heads and first column in view', async () => {
    const { page } = await openCompare(`treatments=${SIX}`, { viewport: { width: 1024, height: 768 } })
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    const places = await page.locator('.scroller').evaluate((scroller) => {
      scroller.scrollTo(300, 1500)
      const left = scroller.getBoundingClientRect().left
      const head = scroller.querySelector('.names th:nth-child(3)')?.getBoundingClientRect()
      const row = [...scroller.querySelectorAll('tbody th[scope=row]')].find(
        (candidate) => candidate.getBoundingClientRect().top > scroller.getBoundingClientRect().top + 100,
      )
      return {
        scrolled: scroller.scrollLeft,
        head: (head?.top ?? 0) - scroller.getBoundingClientRect().top,
        row: (row?.getBoundingClientRect().left ?? 0) - left,
      }
    })
    expect(places.scrolled).toBe(300)
    expect(Math.abs(places.head)).toBeLessThan(2)
    expect(Math.abs(places.row)).toBeLessThan(2)
  })

  it('adds, moves, pins and removes a column with the keyboard alone; Back and reload keep the rest', async () => {
    const { page, expectQuiet } = await openCompare('treatments=carbamazepine,oxcarbazepine')
    const spoken = page.locator('[role=status].visually-hidden').last()
    await page.getByRole('combobox', { name: 'Add a treatment' }).focus()
    await page.keyboard.type('lamic')
    await page.keyboard.press('Enter')
    await page.waitForURL(/lamotrigine/)
    expect(await columnsOf(page)).toEqual(['Carbamazepine', 'Oxcarbazepine', 'Lamotrigine'])
    await expect.poll(() => spoken.textContent()).toContain('Lamotrigine added, 3 of 6 columns')

    await page.getByRole('button', { name: 'Move Lamotrigine left' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/carbamazepine,lamotrigine,oxcarbazepine/)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()))
      .toBe('Move Lamotrigine left')

    await page.getByRole('button', { name: 'Pin Oxcarbazepine as reference column' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/reference=oxcarbazepine/)
    expect(await columnsOf(page)).toEqual(['Oxcarbazepine', 'Carbamazepine', 'Lamotrigine'])

    await page.getByRole('button', { name: 'Remove Carbamazepine' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => columnsOf(page)).toEqual(['Oxcarbazepine', 'Lamotrigine'])
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()))
      .toMatch(/^Remove/)

    await page.goBack()
    await expect.poll(() => columnsOf(page)).toEqual(['Oxcarbazepine', 'Carbamazepine', 'Lamotrigine'])
    await page.reload()
    await waitUntilReady(page)
    await built(page)
    expect(await columnsOf(page)).toEqual(['Oxcarbazepine', 'Carbamazepine', 'Lamotrigine'])
    expectQuiet()
  })

  it('begins from nothing: two treatments are found by name and stand side by side', async () => {
    const { page } = await openPage({ path: '/compare' })
    await page.getByRole('combobox', { name: 'First treatment' }).fill('gamma')
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Next treatment' }).fill('jannetta')
    await page.keyboard.press('Enter')
    await built(page)
    expect(await columnsOf(page)).toEqual(['Radiosurgery (SRS)', 'MVD'])
  })

  it('opens the source of a number from its cell, and gives the focus back', async () => {
    const { page, expectQuiet } = await openCompare('treatments=botulinum-toxin-a,carbamazepine')
    const number = page.getByRole('button', { name: /68 of 100.*At least 50 percent less pain/ })
    await number.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    expect(page.url()).toContain('finding=wu-2012-botulinum-f1')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => number.evaluate((element) => element === document.activeElement)).toBe(true)
    expectQuiet()
  })

  it('hides the rows that agree, in the address', async () => {
    const { page } = await openCompare('treatments=cbt,tens')
    const before = await settledCount(page, '.compare-table tbody tr')
    await page.getByRole('button', { name: 'Differences only' }).click()
    await page.waitForURL(/rows=differences/)
    expect(await page.locator('.compare-table tbody tr').count()).toBeLessThan(before)
    await page.goBack()
    await expect.poll(() => page.locator('.compare-table tbody tr').count()).toBe(before)
  })

  it('lets a reader choose and order the rows from the keyboard', async () => {
    const { page, expectQuiet } = await openCompare('treatments=mvd,srs')
    await page.getByRole('button', { name: 'Choose rows' }).click()
    const dialog = page.getByRole('dialog', { name: 'Choose rows' })
    await dialog.getByRole('button', { name: /^Down.*Pain free, with or without medicine/ }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/outcomes=pain-free-no-meds,pain-free/)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain('Down: Pain free, with or without medicine')
    await dialog.getByRole('searchbox').fill('satisfied')
    await dialog.getByRole('button', { name: 'Add Satisfied with the treatment' }).click()
    await dialog.getByRole('button', { name: 'Close' }).click()
    expect(await page.locator('#section-experience').count()).toBe(1)
    expectQuiet()
  })

  it('says before any picture how far each pair may be compared, and opens reasons and rows', async () => {
    const { page, expectQuiet } = await openCompare(`treatments=${DRUGS}&outcome=withdrawal-adverse`)
    const first = page.locator('.pair-line').first()
    expect(await first.innerText()).toContain('Head-to-head.')
    await first.locator('summary').click()
    await first
      .getByRole('button', { name: /30 of 100/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    expect(page.url()).toContain('finding=di-stefano-2021-354-f3')
    expectQuiet()
  })

  it('prints what is open on screen, and always sources and what to do', async () => {
    const { page } = await openCompare('treatments=carbamazepine,cbt')
    const open = page.locator('.compare-table details[open]')
    await page
      .locator('.compare-table summary', { hasText: /other row/ })
      .first()
      .click()
    await expect.poll(() => open.count()).toBe(1)
    await page.emulateMedia({ media: 'print' })
    await expect
      .poll(() => page.getByText('List the sources').locator('xpath=ancestor::details[@open]').count())
      .toBe(2)
    expect(await page.getByText('The source says:').first().isVisible()).toBe(true)
    expect(await open.locator('> summary', { hasText: /other row/ }).count()).toBe(1)
    expect(await page.locator('.section-jumps').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await expect.poll(() => open.count()).toBe(1)
  })

  it.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (colorScheme) => {
    const { page, expectQuiet } = await openCompare(`treatments=${OPERATIONS}`, { colorScheme })
    await page.locator('.pair-triangle button').first().click()
    await page.locator('.compare-table summary').first().click()
    await expectNoAxeViolations(page)
    expectQuiet()
  })

  it('has no fault that axe finds on a phone and in its dialog', async () => {
    const { page } = await openCompare(`treatments=${DRUGS}`, { viewport: { width: 390, height: 844 } })
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Choose rows' }).click()
    await expectNoAxeViolations(page, '[open].base-dialog')
  })
})
