import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { makeManyRows } from '../../scripts/bench/manyRows.mjs'
import { openPage } from '../support/browser'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

function manyRows(size: { readonly treatments: number; readonly findings: number }) {
  const folder = makeManyRows(join(inject('repository'), 'data'), size)
  folders.push(folder)
  return folder
}

describe('a folder of many rows', () => {
  it('is read in a worker that says how far it is and can be ended; its long list keeps keyboard, place and paper', async () => {
    const folder = manyRows({ treatments: 420, findings: 9000 })
    const { page, expectQuiet } = await openPage({ path: '/data-check' })
    const bar = page.locator('.local-data')
    await page.locator('.found').waitFor()

    await page.getByLabel('Folder to open').setInputFiles(folder)
    const progress = page.locator('.notice-bar .work-progress')
    await progress.getByText(/\d[\d,]* of (about )?\d/).waitFor()
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await progress.waitFor({ state: 'detached' })
    expect(await bar.count()).toBe(0)
    await page.getByRole('link', { name: 'findings.csv' }).waitFor()

    await page.getByLabel('Folder to open').setInputFiles(folder)
    await bar.waitFor()
    await page.locator('.found', { hasText: 'Found:' }).waitFor()
    await page.locator('.left', { hasText: 'The first 500 of' }).waitFor()
    expect(await page.locator('.entry').count()).toBe(500)

    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Explore' }).click()
    const table = page.getByRole('table', { name: 'Treatments' })
    const rows = page.locator('.treatment-row')
    await rows.first().waitFor()
    const told = Number(await table.getAttribute('aria-rowcount'))
    expect(told).toBeGreaterThan(300)
    expect(await rows.count()).toBeLessThan(60)

    // The row with the keyboard stays in the document however far the list is moved, in its place among the others.
    const box = rows.nth(1).getByRole('checkbox')
    await box.focus()
    const label = await box.getAttribute('aria-label')
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2))
    await expect.poll(() => rows.last().getAttribute('aria-rowindex').then(Number)).toBeGreaterThan(100)
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement
        return [element?.getAttribute('aria-label') ?? null, element?.closest('[role=row]') !== null]
      })
    expect(await focused()).toEqual([label, true])
    const order = await page
      .locator('.virtual-lines > [role=row]')
      .evaluateAll((all) => all.map((row) => Number(row.getAttribute('aria-rowindex'))))
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    await page.keyboard.press('Space')
    await page
      .getByText(/1 (treatment )?ticked|Compare 1|1 of/)
      .first()
      .waitFor()

    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('.virtual-lines > [role=row]').count()).toBe(told - 1)
    await page.emulateMedia({ media: 'screen' })
    await expect.poll(() => rows.count()).toBeLessThan(60)

    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 3))
    await page.waitForTimeout(300)
    const place = await page.evaluate(() => window.scrollY)
    // Not by the mouse, which would move the page to the link first.
    await page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'Data' })
      .evaluate((link: HTMLElement) => link.click())
    await page.locator('.found').waitFor()
    await page.goBack()
    await rows.first().waitFor()
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(place * 0.9)
    expectQuiet()
  })
})
