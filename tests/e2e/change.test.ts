import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bundle } from 'fhir/r5'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { diffFolders, readFolder } from '@/data/diffFolders'
import { openChosen, readerOf } from '@/data/openArchive'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage } from '../support/browser'
import { makeDataFolder } from '../support/dataFolder'

/** Presses a button and takes the file that it saves. */
async function download(page: Page, button: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

const shipped = async (file: string) =>
  new Uint8Array(await readFile(join(inject('repository'), 'data', file)))
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('taking and comparing data', () => {
  it('gives the whole folder as it is, the findings as FHIR, templates, and tells what another folder changes', async () => {
    const { page, expectQuiet } = await openPage({
      path: '/data-check',
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    })
    await page.getByRole('link', { name: /^Take the data/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Take and compare data' }).waitFor()

    const all = await download(page, 'Save all tables as Zip')
    expect(all.name).toMatch(/^data-\d+\.\d+\.\d+\.zip$/)
    const opened = await readFolder(readerOf(openChosen([{ name: all.name, bytes: all.bytes }])))
    expect(opened.problems).toEqual([])
    expect(diffFolders(await readFolder(shipped), opened).release).toBe('none')

    const fhir = await download(page, /^Save findings with counts/)
    const bundle = JSON.parse(fhir.bytes.toString('utf8')) as Bundle
    expect(bundle.resourceType).toBe('Bundle')
    expect(bundle.entry?.length).toBeGreaterThan(100)

    const templates = await download(page, 'Save all templates as Zip')
    expect(openChosen([{ name: templates.name, bytes: templates.bytes }]).size).toBeGreaterThan(30)
    await page.getByText('One by one').click()
    const single = await download(page, 'Save template findings.csv')
    expect(single.bytes.toString('utf8')).toMatch(/^id,treatment,.*\nexample-findings,example-treatments,/)

    const folder = makeDataFolder({
      'findings.csv': (text) =>
        text.replace(/(wu-2012-botulinum-f1,.*?,22),15,(.*?),68\.18,/, '$1,16,$2,72.73,'),
      'cautions.csv': (text) => text.replace(',contraindicated,', ',caution,'),
    })
    await page.getByLabel('Folder to compare with').setInputFiles(folder)
    const result = page.locator('.diff-result')
    await result.getByText(/^2 rows changed in 2 tables\. On screen: 2 numbers/).waitFor()
    expect(await result.innerText()).toMatch(/68 of 100[\s\S]*73 of 100/)
    expect(await result.innerText()).toContain('Contraindicated')
    await result.locator('summary', { hasText: 'findings.csv' }).click()
    await result.getByRole('row', { name: /wu-2012-botulinum-f1 arm_events 15 16/ }).waitFor()
    await expectNoAxeViolations(page)

    await result.getByRole('button', { name: 'Copy as a release note' }).click()
    await page.getByText('Note copied.').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('- `wu-2012-botulinum-f1`, `arm_events`: “15” → “16”')
    const note = await download(page, 'Save the release note as Markdown')
    expect(note.bytes.toString('utf8')).toBe(copied)

    await result.getByRole('button', { name: 'Swap the two' }).click()
    await result.getByText(/Before: “/).waitFor()
    expect(await result.innerText()).toMatch(/73 of 100[\s\S]*68 of 100/)

    await page.setViewportSize({ width: 390, height: 844 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)

    const zip = { name: 'again.zip', mimeType: 'application/zip', buffer: all.bytes }
    await page.getByLabel('Files to compare with').setInputFiles(zip)
    await result.getByText('No difference.').waitFor()
    await page
      .getByLabel('Files to compare with')
      .setInputFiles({ name: 'half.zip', mimeType: 'application/zip', buffer: all.bytes.subarray(0, 5000) })
    await page.getByText('half.zip could not be unpacked: it is damaged, or no zip archive.').waitFor()
    expectQuiet()
  })

  it('exports the list and the comparison as they are on screen', async () => {
    const { page, url, expectQuiet } = await openPage({ path: '/?search=botulinum' })
    await page.getByRole('group', { name: 'Export the list' }).waitFor()
    const list = await download(page, 'Export the list as CSV')
    const lines = list.bytes.toString('utf8').split('\r\n')
    expect(lines[0]).toMatch(/^treatment_id,treatment,place,.*,data_version,data_date,address$/)
    expect(list.bytes.toString('utf8')).toContain('Botulinum toxin type A,Leading benefit,')
    expect(list.bytes.toString('utf8')).not.toContain('carbamazepine,Carbamazepine')

    await page.goto(`${url}/compare?treatments=mvd,srs`)
    await page.getByRole('group', { name: 'Export the table' }).waitFor()
    const table = await download(page, 'Export the table as JSON')
    const read = JSON.parse(table.bytes.toString('utf8')) as {
      dataVersion: string
      cells: { treatment_id: string; kind: string; shown: string }[]
    }
    expect(read.dataVersion).toMatch(/^\d+\.\d+\.\d+$/)
    expect(new Set(read.cells.map((cell) => cell.treatment_id))).toEqual(new Set(['mvd', 'srs']))
    const onScreen = (await page.locator('.compare-table').innerText()).replaceAll(/\s+/g, ' ')
    const numbers = read.cells.filter((cell) => cell.kind === 'number' && cell.shown.endsWith('of 100'))
    expect(numbers.length).toBeGreaterThan(5)
    for (const { shown } of numbers) expect(onScreen).toContain(shown)
    expectQuiet()
  })
})
