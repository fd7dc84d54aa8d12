import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage, waitUntilReady } from '../support/browser'

const COMPARE = '/compare?treatments=carbamazepine,oxcarbazepine&outcome=any-relief'

describe('a browser that bars much', () => {
  it('works without storage, canvas, printing, clipboard and service worker, and says each where it matters', async () => {
    const { page, expectQuiet } = await openPage()
    await page.addInitScript(() => {
      const barred = (): never => {
        throw new DOMException('barred', 'SecurityError')
      }
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, { get: barred })
      HTMLCanvasElement.prototype.getContext = () => null
      window.print = () => undefined
      navigator.clipboard.writeText = () => Promise.reject(new Error('barred'))
    })
    await page.goto(COMPARE)
    await waitUntilReady(page)
    await page.getByText('This browser bars the canvas').waitFor()
    await page.getByText('Settings', { exact: true }).click()
    await page.getByLabel('Dark').check()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.getByText('Without network: not possible here, because this browser keeps no files.').waitFor()
    await expectNoAxeViolations(page)

    await page.goto(COMPARE.replace('/compare', '/handout'))
    await waitUntilReady(page)
    await page.getByRole('button', { name: 'Copy', exact: false }).first().click()
    await page.getByText('This browser did not let the app copy.').waitFor()
    await page.getByRole('button', { name: 'Print or save as PDF' }).click()
    await page.getByText('This browser did not begin to print.').waitFor()
    await page.getByRole('link', { name: 'Explore' }).click()
    await page.getByText('80 of 80 treatments', { exact: true }).waitFor()
    expectQuiet()
  })
})

describe('a server that fails', () => {
  it('is told by name and status, and a table that is late, missing or cut off takes nothing else with it', async () => {
    const { page, expectQuiet } = await openPage({ path: '/about' })
    await page.route('**/data/findings.csv', (route) => route.fulfill({ status: 500 }))
    await page.route('**/data/cautions.csv', (route) => route.fulfill({ status: 404 }))
    const sources = readFileSync('data/sources.csv', 'utf8')
    await page.route('**/data/sources.csv', (route) =>
      route.fulfill({ contentType: 'text/csv', body: sources.slice(0, sources.length / 2) }),
    )
    await page.goto('/')
    const failure = page.getByRole('alert')
    await failure.getByText('findings.csv').first().waitFor()
    expect(await failure.innerText()).toMatch(/status 500/)

    await page.unroute('**/data/findings.csv')
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/data/treatments.csv', async (route) => {
      await held
      await route.continue()
    })
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('The data are slow to come').waitFor({ timeout: 15_000 })
    release()
    await page.getByText('80 of 80 treatments', { exact: true }).waitFor()
    await waitUntilReady(page)
    expect(await page.getByText('The data are slow to come').count()).toBe(0)
    const bar = page.getByText(/^Could not be read: cautions\.csv\./)
    await expect(bar.innerText()).resolves.toMatch(/Not as the data folder describes it.*sources\.csv/)
    await expectNoAxeViolations(page)
    expectQuiet({ allow: [/status of (500|404)/] })
  })

  it('says so when a page or a chart does not come, and the rest goes on', async () => {
    const { page, expectQuiet } = await openPage()
    for (const part of ['ClaimsPage', 'ForestPlot', 'intervalBarsChart'])
      await page.route(`**/assets/${part}-*.js`, (route) => route.abort())
    await page.goto(COMPARE)
    await waitUntilReady(page)
    await page.getByText('The chart could not be loaded: here it is drawn another way').waitFor()
    expect(await page.getByText('A part of the app could not be loaded').count()).toBe(0)
    await page.goto(COMPARE.replace('/compare?', '/compare?picture=forest&'))
    const notice = page.getByText('A part of the app could not be loaded')
    await notice.waitFor()
    await page.locator('main table').first().waitFor()

    await page.goto('/evidence')
    await waitUntilReady(page)
    await page.locator('main a[href^="/claims"]').first().click()
    await notice.waitFor()
    expect(new URL(page.url()).pathname).toBe('/evidence')
    await page.unroute('**/assets/ClaimsPage-*.js')
    await page.getByRole('link', { name: 'Explore' }).click()
    await page.getByText('80 of 80 treatments', { exact: true }).waitFor()
    expectQuiet({ allow: [/ERR_FAILED/] })
  })
})
