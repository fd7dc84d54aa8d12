import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage, type PageOptions } from '../support/browser'
import { faultOfXml, parseSvg } from '../unit/charts/parseSvg'

const OPERATIONS = 'mvd,srs,balloon-compression,rf-thermocoagulation'

async function openFigure(path: string, options: PageOptions = {}) {
  const opened = await openPage({ ...options, path })
  const figure = opened.page.locator('figure.chart-figure')
  await figure.locator('svg.scene').first().waitFor()
  return { ...opened, figure }
}

async function rowsOf(figure: Locator): Promise<readonly (readonly string[])[]> {
  return figure.locator('.twin tr').evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => {
        const copy = cell.cloneNode(true) as HTMLElement
        for (const hidden of copy.querySelectorAll('.visually-hidden')) hidden.remove()
        return copy.textContent?.trim() ?? ''
      }),
    ),
  )
}

async function save(page: Page, figure: Locator, kind: 'PNG' | 'SVG' | 'CSV') {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: kind, exact: true }).click(),
  ])
  return readFile(await download.path())
}

const PICTURES: readonly (readonly [string, string])[] = [
  ['a forest plot', `/compare?treatments=${OPERATIONS}&outcome=pain-free-no-meds&picture=forest`],
  ['curves', `/compare?treatments=${OPERATIONS}&picture=curves`],
  ['the network', '/network?treatments=carbamazepine,oxcarbazepine'],
]

describe.each(PICTURES)('%s', (_, path) => {
  it('saves files that hold what the table holds', async () => {
    const { page, figure, expectQuiet } = await openFigure(path)
    const rows = await rowsOf(figure)
    const csv = (await save(page, figure, 'CSV')).toString('utf8').replace(/^\uFEFF/, '')
    expect(Papa.parse<string[]>(csv, { skipEmptyLines: true }).data).toEqual(rows)
    const svg = (await save(page, figure, 'SVG')).toString('utf8')
    expect(faultOfXml(svg)).toBeUndefined()
    const written = parseSvg(svg).texts.join(' ')
    expect(written).toContain('Not reviewed by a clinician yet.')
    for (const row of rows.slice(1))
      for (const word of row[0]?.split(' ') ?? []) expect(written).toContain(word.replace(',', ''))
    const png = await save(page, figure, 'PNG')
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expectQuiet()
  })

  it.each([
    [1440, 'light'],
    [390, 'dark'],
  ] as const)('has no fault that axe finds and fits the window at %i pixels, %s', async (width, scheme) => {
    const { page, expectQuiet } = await openFigure(path, {
      viewport: { width, height: 900 },
      colorScheme: scheme,
    })
    await expectNoAxeViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    expectQuiet()
  })
})

it('opens the source of a number of the forest plot with the keyboard', async () => {
  const { page, figure } = await openFigure(PICTURES[0]?.[1] ?? '')
  await figure.locator('.mark-list button').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  expect(page.url()).toContain('finding=')
})

it('draws alternatives among the curves only when asked, and keeps that in the address', async () => {
  const { page, figure } = await openFigure(PICTURES[1]?.[1] ?? '')
  const before = (await rowsOf(figure)).length
  await figure.getByLabel(/Also draw/).check()
  await expect.poll(async () => (await rowsOf(figure)).length).toBeGreaterThan(before)
  expect(page.url()).toContain('curves=alternatives')
  await page.goBack()
  await expect.poll(async () => (await rowsOf(figure)).length).toBe(before)
})

it('opens the numbers behind a line of the network with the keyboard, and Back closes them', async () => {
  const { page, figure, expectQuiet } = await openFigure(PICTURES[2]?.[1] ?? '')
  await figure.getByRole('button', { name: /^Carbamazepine and Oxcarbazepine/ }).focus()
  await page.keyboard.press('Enter')
  const rows = page.getByRole('region', { name: 'Carbamazepine and Oxcarbazepine' })
  await rows.waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    'Carbamazepine and Oxcarbazepine',
  )
  await rows
    .getByRole('button', { name: /odds ratio/ })
    .first()
    .press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await rows.waitFor()
  await rows.getByRole('button', { name: 'Close' }).click()
  await rows.waitFor({ state: 'detached' })
  await page.goBack()
  await rows.waitFor()
  expectQuiet()
})

it('narrows the network to families, in the address', async () => {
  const { page, figure } = await openFigure('/network')
  const all = (await rowsOf(figure)).length
  await page.getByLabel('Procedures', { exact: true }).check()
  await expect.poll(async () => (await rowsOf(figure)).length).toBeLessThan(all)
  expect(page.url()).toContain('family=procedure')
})
