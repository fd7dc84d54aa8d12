import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxeViolations, expectNoAxeViolationsLightAndDark } from '../support/accessibility'
import { openPage } from '../support/browser'

const DRAWER = 'dialog[open]'

/** The size of the page must not pass that of the window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  const stream = await file.createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return { name: file.suggestedFilename(), text: Buffer.concat(parts).toString('utf8') }
}

describe('the library of sources', () => {
  it.each([
    { path: '/evidence', width: 1440 },
    { path: '/sources', width: 1440 },
    { path: '/sources?source-search=botulinum', width: 390 },
    { path: '/sources/zhang-2014-botulinum', width: 1440 },
    { path: '/sources/zhang-2014-botulinum', width: 390 },
    { path: '/sources/moradi-2024-nma', width: 1024 },
    { path: '/sources/nice-cg173', width: 390 },
  ])('has no fault that axe finds at $path, $width wide, and fits its window', async ({ path, width }) => {
    const { page, expectQuiet } = await openPage({ path, viewport: { width, height: 900 } })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await expectNoAxeViolationsLightAndDark(page)
    expectQuiet()
  })

  it('is searched, read, cited and left again with the keyboard alone', async () => {
    const { page, expectQuiet } = await openPage({
      path: '/',
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    })
    const press = async (name: string, role: 'link' | 'button' = 'link') => {
      await page.getByRole(role, { name }).first().focus()
      await page.keyboard.press('Enter')
    }
    await press('Evidence')
    await press('Sources')
    await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor()
    await page.getByRole('searchbox', { name: 'Search sources' }).focus()
    await page.keyboard.type('wu 2012 cephalalgia')
    await page.getByText('1 of 525 sources', { exact: true }).waitFor()
    expect(new URL(page.url()).searchParams.get('source-search')).toBe('wu 2012 cephalalgia')

    await press('Botulinum toxin type A for the treatment')
    await page.getByRole('heading', { level: 1, name: /^Botulinum toxin type A/ }).waitFor()
    await press('Copy citation', 'button')
    await page.getByText('Citation copied.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Wu C, .*10\.1177/)

    await press('Open the source of: 68', 'button')
    await page.locator(DRAWER).getByRole('heading', { name: 'The study' }).waitFor()
    await page.locator(DRAWER).getByRole('button', { name: 'Copy a report' }).focus()
    await page.keyboard.press('Enter')
    await page.locator(DRAWER).getByText('Report copied; nothing was sent.').waitFor()
    const report = await page.evaluate(() => navigator.clipboard.readText())
    expect(report).toContain('Row: wu-2012-botulinum-f1')
    expect(report).toMatch(/Data: .*version \d/)
    expect(report).toMatch(/Address: http:.*finding=wu-2012-botulinum-f1/)

    await page.keyboard.press('Escape')
    await page.locator(DRAWER).waitFor({ state: 'detached' })
    await page.goBack()
    await page.goBack()
    await page.goBack()
    await page.getByText('1 of 525 sources', { exact: true }).waitFor()
    expectQuiet()
  })

  it('filters with the back button as the way out, at the width of a phone', async () => {
    const { page } = await openPage({ path: '/sources', viewport: { width: 390, height: 844 } })
    await page.getByRole('button', { name: 'Filters' }).click()
    await page.locator(DRAWER).getByLabel('Guideline').check()
    await page
      .locator(DRAWER)
      .getByRole('button', { name: /^Show 30 of 525/ })
      .click()
    expect(await page.locator('.source-row').count()).toBe(30)
    await page.goBack()
    await page.getByText('525 of 525 sources', { exact: true }).waitFor()
  })

  it('saves what is ticked, or all that is found, as files under the ids of the sources', async () => {
    const { page, expectQuiet } = await openPage({ path: '/sources?source-type=guideline' })
    const ris = await download(page, 'Save as RIS')
    expect(ris.name).toBe('tn-compare-sources.ris')
    expect(ris.text.match(/^TY {2}- /gm)).toHaveLength(30)
    await page
      .getByRole('checkbox', { name: /^Tick for export/ })
      .first()
      .check()
    await page.getByText('Save the 1 ticked source:').waitFor()
    const bibtex = await download(page, 'Save as BibTeX')
    expect(bibtex.text.match(/^@/gm)).toHaveLength(1)
    expectQuiet()
  })

  it('shows the text, selected, where the clipboard is barred', async () => {
    const { page } = await openPage({ path: '/sources/wu-2012-botulinum' })
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('barred'))
    })
    await page.getByRole('button', { name: 'Copy citation' }).click()
    await page.getByLabel(/did not let the app copy/).waitFor()
    expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toMatch(/^Wu C/)
    await expectNoAxeViolations(page)
  })

  it('prints the record and its numbers whole, without buttons', async () => {
    const { page } = await openPage({ path: '/sources/moradi-2024-nma' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Copy citation' }).isVisible()).toBe(false)
    expect(await page.locator('.source-findings tbody tr').count()).toBe(11)
    expect(await page.locator('.source-findings').innerText()).toContain('−1.32')
    const foot = await page.locator('.print-foot').innerText()
    expect(foot).toMatch(/data version \d.*Printed on \d{4}-.* from http.*\/sources\/moradi-2024-nma$/)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
