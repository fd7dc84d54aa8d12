import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage } from '../support/browser'

const folder = () => join(inject('repository'), 'examples', 'made-up-condition')
const files = () => readdirSync(folder()).map((name) => [name, readFileSync(join(folder(), name))] as const)

/** Drops files on the page, as from the desktop. */
async function drop(page: Page, dropped: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  const encoded = dropped.map(({ name, bytes }) => ({ name, text: Buffer.from(bytes).toString('base64') }))
  await page.evaluate((all) => {
    const transfer = new DataTransfer()
    for (const { name, text } of all)
      transfer.items.add(new File([Uint8Array.from(atob(text), (one) => one.charCodeAt(0))], name))
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
      )
  }, encoded)
}

const visit = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click()
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('opening other data', () => {
  it('shows a folder of another condition on every page, in this tab only, and the shipped data again', async () => {
    const { page, expectQuiet } = await openPage({ path: '/data-check' })
    const stored = () => page.evaluate(async () => [Object.keys(localStorage), await caches.keys()])
    const before = await stored()
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url())
    })
    await page.getByLabel('Folder to open').setInputFiles(folder())
    const bar = page.locator('.local-data')
    await bar.getByText('made-up-condition, version 0.1.0.').waitFor()
    expect(await page.locator('.found').innerText()).not.toMatch(/error/)
    await expectNoAxeViolations(page)

    await visit(page, 'Explore')
    await page.getByRole('row').filter({ hasText: 'Blue drops' }).first().waitFor()
    expect(await page.locator('main').innerText()).toMatch(/Is it glass itch\?[\s\S]*60 of 100/)
    expect(await page.locator('body').innerText()).not.toMatch(/\bTN\b(?! Compare)|neuralgia/i)
    await page.getByRole('checkbox', { name: /Blue drops/ }).check()
    await page.getByRole('checkbox', { name: /Red drops/ }).check()
    await visit(page, 'Compare')
    await page.getByText('No itch for a day').first().waitFor()
    expect(await page.locator('main').innerText()).toMatch(
      /compared (directly|in one study)|same study|head to head/i,
    )
    expect(await page.locator('body').innerText()).not.toMatch(/\bTN\b(?! Compare)|neuralgia/i)
    await bar.getByText('Local data, this tab only.').waitFor()

    await page.getByRole('button', { name: 'This patient' }).click()
    await page
      .getByRole('group', { name: /thin skin|Thin skin/i })
      .getByText('Yes')
      .click()
    await page.keyboard.press('Escape')
    await page.getByText('the skin may tear').first().waitFor()

    await page.emulateMedia({ media: 'print' })
    expect(await bar.isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    for (const name of ['Evidence', 'About', 'Data']) {
      await visit(page, name)
      expect(await bar.innerText()).toContain('Local data, this tab only.')
    }
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(sent).toEqual([])
    expect(await stored()).toEqual(before)

    await bar.getByRole('button', { name: 'Back to the shipped data' }).click()
    await page.getByRole('link', { name: 'translations.csv' }).waitFor()
    expect(await bar.count()).toBe(0)
    expectQuiet()
  })

  it('takes what is dropped anywhere: a zip archive, or single tables over the shipped ones; a broken one changes nothing', async () => {
    const { page, expectQuiet } = await openPage()
    const bar = page.locator('.local-data')
    const rows = page.locator('.treatment-row')
    const shipped = await rows.count()
    const broken = zipSync(Object.fromEntries(files().filter(([name]) => name !== 'outcomes.csv')))
    await drop(page, [{ name: 'broken.zip', bytes: broken }])
    await page.getByText('broken.zip was not opened; what is shown stays.').waitFor()
    await page.getByText('The folder lacks outcomes.csv.').waitFor()
    expect([await bar.count(), await rows.count()]).toEqual([0, shipped])
    await page.getByRole('button', { name: 'Dismiss' }).first().click()

    const glossary = readFileSync(join(inject('repository'), 'data', 'glossary.csv'))
    await drop(page, [{ name: 'glossary.csv', bytes: glossary }])
    await bar.getByText('glossary.csv in place of the shipped table; all else is shipped.').waitFor()
    expect(await rows.count()).toBe(shipped)

    await drop(page, [{ name: 'example.zip', bytes: zipSync(Object.fromEntries(files())) }])
    await bar.getByText('example.zip, version 0.1.0.').waitFor()
    await page.getByRole('row').filter({ hasText: 'Blue drops' }).first().waitFor()
    expect(await rows.count()).toBeLessThan(10)

    await bar.getByRole('button', { name: 'Back to the shipped data' }).click()
    await expect.poll(() => rows.count()).toBe(shipped)
    expect(await bar.count()).toBe(0)
    expectQuiet()
  })
})
