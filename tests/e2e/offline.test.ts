import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage, waitUntilReady } from '../support/browser'
import { copyBuild, makeNextBuild, serveBuild } from '../support/builds'
import { makeDataFolder } from '../support/dataFolder'

const KEEPS = { context: { serviceWorkers: 'allow' } } as const

/** Until the app says itself that it opens without network. */
async function waitUntilKept(page: Page) {
  await page.getByText('Settings', { exact: true }).click()
  await page.getByText('Without network: ready').waitFor({ timeout: 20_000 })
  await page.waitForFunction(async () => {
    const names = await caches.keys()
    const kept = await Promise.all(names.map((name) => caches.match('/data/kept.json', { cacheName: name })))
    return kept.some(Boolean)
  })
  await page.keyboard.press('Escape')
}

/** All that is kept, by address. */
const keptAddresses = (page: Page) =>
  page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
    const keys = await Promise.all(caches_.map((cache) => cache.keys()))
    return keys.flat().map((request) => request.url)
  })

const buildOf = (page: Page) =>
  page.evaluate(() => document.querySelector('meta[name=build]')?.getAttribute('content') ?? 'first')

describe('without network', () => {
  it('opens every page after one visit, says so, and shows a swapped data folder at the next load', async () => {
    const data = makeDataFolder()
    const server = await serveBuild(join(inject('repository'), 'dist'), data)
    const { page } = await openPage({ url: server.url, path: '/?search=carba', ...KEEPS })
    await waitUntilKept(page)
    await page.route('**/data/*.csv', (route) => route.fulfill({ status: 502 }))
    await page.reload()
    await page.getByRole('button', { name: /^Show the data kept here on / }).click()
    await page.getByText('The server did not give the data. Shown are').waitFor()
    await page.unroute('**/data/*.csv')
    await server.stop()

    // A part that was never loaded, in the page that is open.
    await page.getByRole('link', { name: 'Evidence', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor()
    for (const [path, words] of [
      ['/compare?treatments=carbamazepine,oxcarbazepine&picture=forest', 'Carbamazepine'],
      ['/network', 'Network'],
      ['/about/privacy', 'Nothing about a patient leaves the browser tab.'],
      ['/', 'All treatments in one list'],
    ] as const) {
      await page.goto(path)
      await waitUntilReady(page)
      await page.locator('main').getByText(words).first().waitFor()
    }
    const notice = page.getByText(
      /^The server cannot be reached\. Shown are the data that this computer kept/,
    )
    await expect(notice.innerText()).resolves.toMatch(/version 1\.0\.0, of 23 November 2026/)
    await expectNoAxeViolations(page)
    const kept = await keptAddresses(page)
    expect(kept.filter((address) => address.includes('?'))).toEqual([])
    expect(kept.filter((address) => address.endsWith('/findings.csv'))).toHaveLength(1)

    const swapped = makeDataFolder({
      'treatments.csv': (text) => text.replace('Carbamazepine', 'Carbamazepine renamed'),
    })
    await server.serve(join(inject('repository'), 'dist'), swapped)
    await page.getByRole('button', { name: 'Ask the server again' }).click()
    await page.getByText('Carbamazepine renamed').first().waitFor()
    expect(await notice.count()).toBe(0)
    await server.serve(join(inject('repository'), 'dist'), data)
    await page.reload()
    await waitUntilReady(page)
    expect(await page.getByText('Carbamazepine renamed').count()).toBe(0)
  })

  it('takes a new version at the reader’s word, whole, and refuses one with a changed file', async () => {
    const data = makeDataFolder()
    const [first, second, third] = [copyBuild(), copyBuild(), copyBuild()]
    await makeNextBuild(second, 'second')
    await makeNextBuild(third, 'third')
    const server = await serveBuild(first, data)
    const { page, expectQuiet } = await openPage({ url: server.url, ...KEEPS })
    await waitUntilKept(page)

    await server.serve(second, data)
    await page.reload()
    await page.getByText('A new version of the app is ready.').waitFor({ timeout: 20_000 })
    expect(await buildOf(page)).toBe('first')
    await expectNoAxeViolations(page)
    const other = await page.context().newPage()
    await other.goto(server.url)
    await other.getByText('A new version of the app is ready.').waitFor()
    await page.getByRole('button', { name: 'Use it now' }).click()
    await page.waitForFunction(() => document.querySelector('meta[name=build]') !== null)
    await waitUntilReady(page)
    expect(await buildOf(page)).toBe('second')

    // The other window stays as it is, and its parts are there though the server has them no more.
    await other.getByText('in use in another window').waitFor()
    expect(await buildOf(other)).toBe('first')
    await other.getByRole('link', { name: 'About', exact: true }).click()
    await other.getByRole('heading', { level: 1, name: 'Intended use' }).waitFor()
    await other.close()

    const chunk = readdirSync(join(third, 'assets')).find((name) => /AboutPage.*js$/.test(name))
    appendFileSync(join(third, 'assets', chunk ?? ''), '/* not what was built */')
    await server.serve(third, data)
    await page.reload()
    await waitUntilReady(page)
    await page.getByText('Settings', { exact: true }).click()
    await page.getByText('A newer version was refused').waitFor({ timeout: 20_000 })
    await server.stop()
    await page.goto(`${server.url}/about`)
    await page.getByRole('heading', { level: 1, name: 'Intended use' }).waitFor()
    expect(await buildOf(page)).toBe('second')
    expectQuiet({ allow: [/Failed to (load resource|find a valid digest)|integrity|ERR_CONNECTION/] })
  })
})
