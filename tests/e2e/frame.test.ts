import { describe, expect, it } from 'vitest'
import { expectNoAxeViolationsLightAndDark } from '../support/accessibility'
import { openPage, waitUntilReady } from '../support/browser'
import { makeDataFolder, writeDataFolder } from '../support/dataFolder'

describe('the app as npm start serves it', () => {
  it('opens under the strict content policy without an error and without asking another host', async () => {
    const { page, expectQuiet } = await openPage()
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expectQuiet()
  })

  it.each(['/', '/compare', '/about', '/data-check'])('has no fault that axe finds at %s', async (path) => {
    const { page, expectQuiet } = await openPage({ path })
    await expectNoAxeViolationsLightAndDark(page)
    expectQuiet()
  })

  it('hears of a page that is not quiet, and the policy bars what it calls', async () => {
    const { page, consoleErrors, foreignRequests, expectQuiet } = await openPage()
    await page.evaluate(() => {
      console.error('something broke')
      return fetch('https://example.org/').catch(() => undefined)
    })
    expect(consoleErrors[0]).toContain('something broke')
    expect(consoleErrors[1]).toMatch(/Content Security Policy/)
    expect(foreignRequests).toEqual([])
    expect(() => expectQuiet()).toThrow()
    expect(() => expectQuiet({ allow: [/something broke/] })).toThrow()
    expect(() =>
      expectQuiet({ allow: [/something broke/, /Content Security Policy/, /Fetch API/] }),
    ).not.toThrow()
  })
})

describe('the data folder', () => {
  it('is read anew when it is swapped while the app is served', async () => {
    const folder = makeDataFolder()
    const { page } = await openPage({ dataFolder: folder, path: '/about' })
    const read = () =>
      page.evaluate(async () => (await (await fetch('/data/treatments.csv')).text()).slice(0, 20))
    const before = await read()
    writeDataFolder(folder, { 'treatments.csv': (text) => `new${text}` })
    await page.reload()
    await waitUntilReady(page, 'none')
    expect(await read()).toBe(`new${before}`.slice(0, 20))
  })
})
