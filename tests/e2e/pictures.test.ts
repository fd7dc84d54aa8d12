import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage, type PageOptions } from '../support/browser'
import { faultOfXml, parseSvg } from '../unit/charts/parseSvg'

const DRUGS = 'carbamazepine,oxcarbazepine,lamotrigine'
const OPERATIONS = 'mvd,srs,balloon-compression,rf-thermocoagulation'

/** The comparison with its picture drawn. */
async function openPicture(query: string, options: PageOptions = {}) {
  const opened = await openPage({ ...options, path: `/compare?${query}` })
  const figure = opened.page.locator('.compare-picture figure')
  await figure.locator('svg.scene').first().waitFor()
  return { ...opened, figure }
}

/** The table twin, folded or not. */
async function twinOf(figure: Locator): Promise<readonly (readonly string[])[]> {
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
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

describe('pictures of a comparison', () => {
  it('are chosen with tabs; the address keeps picture, outcome and harm, and Back undoes each', async () => {
    const { page, figure, expectQuiet } = await openPicture(`treatments=${DRUGS}&outcome=pain-free`)
    const tabs = page.getByRole('group', { name: 'Kind of picture' })
    await tabs.getByRole('button', { name: '100 people' }).click()
    await figure.getByRole('heading', { name: 'of 100 people' }).waitFor()
    expect(page.url()).toContain('picture=icons')
    await tabs.getByRole('button', { name: 'Benefit against harm' }).click()
    await figure.getByLabel('Harm', { exact: true }).selectOption('hyponatraemia')
    await figure.getByRole('heading', { name: /sodium/i }).waitFor()
    expect(page.url()).toContain('harm=hyponatraemia')
    await page.goBack()
    await page.goBack()
    await figure.getByRole('heading', { name: 'of 100 people' }).waitFor()
    await page.goBack()
    await page.locator('.compare-picture canvas').first().waitFor()
    await page
      .locator('.compare-picture')
      .getByLabel('Outcome', { exact: true })
      .selectOption('withdrawal-adverse')
    await figure.getByRole('heading', { name: 'Stopped because of side effects' }).waitFor()
    expect(page.url()).toContain('outcome=withdrawal-adverse')
    expectQuiet()
  })

  it('draw bars on a canvas where the layout says, and agree with the table number for number', async () => {
    const { figure, expectQuiet } = await openPicture(`treatments=${DRUGS}&outcome=withdrawal-adverse`)
    const canvas = figure.locator('canvas')
    await canvas.waitFor()
    const drawn = (await figure.locator('svg.scene text').allTextContents()).join(' ')
    const [head = [], ...rows] = await twinOf(figure)
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['Carbamazepine', '30 of 100'],
      ['Oxcarbazepine', '13 of 100'],
      ['Lamotrigine', '4 of 100'],
    ])
    for (const row of rows) expect(drawn).toContain(row[head.indexOf('Result')])
    // Ink of the bar at 15 of 100 and none at 45, in the band of the first bar.
    const ink = await canvas.evaluate((element: HTMLCanvasElement) => {
      const pen = element.getContext('2d')
      const [width, height] = [element.width - 16, element.height]
      const at = (percent: number) =>
        pen?.getImageData(8 + (percent / 100) * width, height / 6 - 6, 1, 1).data[3]
      return [at(15), at(45)]
    })
    expect(ink).toEqual([255, 0])
    expectQuiet()
  })

  it('open the source of a mark with the keyboard alone, and give the focus back', async () => {
    const { page, figure } = await openPicture(`treatments=${OPERATIONS}&outcome=pain-relief-any`)
    const marks = figure.locator('.mark-list button')
    await marks.first().focus()
    await page.keyboard.press('ArrowDown')
    const second = marks.nth(1)
    expect(await second.evaluate((mark) => mark === document.activeElement)).toBe(true)
    expect(await second.getAttribute('aria-label')).toMatch(
      /^Balloon compression: Result 100 of 100; Range 96 to 100/,
    )
    await page.keyboard.press('Enter')
    await page.waitForURL(/finding=/)
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await second.evaluate((mark) => mark === document.activeElement)).toBe(true)
  })

  it.each([
    ['bars', 'withdrawal-adverse', DRUGS],
    ['icons', 'pain-free-no-meds', OPERATIONS],
    ['benefit-harm', 'pain-free', DRUGS],
  ])(
    'save %s as SVG with every number, PNG at twice its size and CSV equal to the table',
    async (picture, outcome, treatments) => {
      const { page, figure, expectQuiet } = await openPicture(
        `treatments=${treatments}&outcome=${outcome}&picture=${picture}`,
      )
      const [head = [], ...rows] = await twinOf(figure)
      const svg = await save(page, figure, 'SVG')
      const text = svg.bytes.toString('utf8')
      expect(svg.name).toMatch(/\.svg$/)
      expect(faultOfXml(text)).toBeUndefined()
      const all = parseSvg(text).texts.join(' ')
      const number = head.findIndex((column) => column === 'Result' || column === 'With the result')
      for (const row of rows) expect(all).toContain(row[number])
      expect(all).toMatch(/data version .*Not reviewed by a clinician yet\./)

      const png = await save(page, figure, 'PNG')
      expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
      const width = Number(/ width="(\d+)/.exec(text)?.[1])
      expect(png.bytes.readUInt32BE(16)).toBe(2 * width)

      const csv = await save(page, figure, 'CSV')
      const { data } = Papa.parse<string[]>(csv.bytes.toString('utf8'), { skipEmptyLines: true })
      expect(data).toEqual([head, ...rows])
      expectQuiet()
    },
  )

  it.each(['bars', 'icons', 'benefit-harm'])(
    'show %s without a fault of access or anything cut off, dark and on a phone',
    async (picture) => {
      for (const [width, colorScheme] of [
        [1440, 'dark'],
        [390, 'light'],
      ] as const) {
        const { page, figure } = await openPicture(
          `treatments=${OPERATIONS}&outcome=pain-relief-any&picture=${picture}`,
          {
            viewport: { width, height: 900 },
            colorScheme,
          },
        )
        await expectNoAxeViolations(page, '.compare-picture')
        const cut = await figure
          .locator('svg.scene')
          .first()
          .evaluate((drawing) => {
            const frame = drawing.getBoundingClientRect()
            return [...drawing.querySelectorAll('text')]
              .filter((text) => {
                const box = text.getBoundingClientRect()
                return (
                  box.right > frame.right + 1 || box.left < frame.left - 1 || box.bottom > frame.bottom + 1
                )
              })
              .map((text) => text.textContent)
          })
        expect(cut).toEqual([])
      }
    },
  )

  it('print in ink with the table open', async () => {
    const { page, figure } = await openPicture(`treatments=${DRUGS}&outcome=withdrawal-adverse`)
    await figure.locator('canvas').waitFor()
    await page.emulateMedia({ media: 'print' })
    await figure.locator('details[open]').waitFor()
    expect(await figure.locator('canvas').count()).toBe(0)
    const colours = await figure
      .locator('svg.scene :is(rect, path, text)')
      .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).fill))
    const isGrey = (fill: string) => /^(none|url.*|rgba?\((\d+), \2, \2(, .*)?\))$/.test(fill)
    expect(colours.filter((fill) => !isGrey(fill))).toEqual([])
    expect(colours).toContain('rgb(0, 0, 0)')
  })
})
