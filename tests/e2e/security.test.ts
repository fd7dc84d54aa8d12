import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { everyAddress } from '../support/routes'
import { startServer } from '../../scripts/serve.mjs'
import { openPage, waitUntilReady } from '../support/browser'
import { makeDataFolder } from '../support/dataFolder'
import { HOSTILE_TEXTS } from '../support/hostile'

/** Counts what the policy stops, from the first moment of each page on. */
const LISTEN = `
  window.stopped = []
  document.addEventListener('securitypolicyviolation', (event) => {
    window.stopped.push(event.effectiveDirective + ' ' + event.blockedURI)
  })
`
/** What runs text as a program or reads it as HTML, as it stands in a script made small. */
const SINKS =
  /\beval\(|\bnew Function\b|\.(?:inner|outer)HTML ?=(?!=)|insertAdjacentHTML|document\.write|createContextualFragment|srcdoc|["'`]javascript:/g

const stopped = (page: Page) =>
  page.evaluate(() => (window as unknown as { stopped: readonly string[] }).stopped)

/**
 * Each attempt stands in a script that the server itself serves: what a test tells the browser to run is not held
 * to the policy of the page, and would prove nothing.
 */
const PROBE = `addEventListener('load', () => {
  const report = {}
  const attempt = (name, act) => {
    try { const got = act(); report[name] = got === undefined ? 'done' : String(got) }
    catch (error) { report[name] = error.name }
  }
  const inBody = (element) => document.body.append(element)
  attempt('eval', () => eval('1+1'))
  attempt('Function', () => new Function('return 1')())
  attempt('timer', () => { setTimeout('window.hacked = 1') })
  attempt('innerHTML', () => { document.createElement('div').innerHTML = '<b>x</b>' })
  attempt('document.write', () => { document.write('<b>x</b>') })
  attempt('script text', () => { const s = document.createElement('script'); s.text = 'window.hacked = 1'; inBody(s) })
  attempt('script address', () => { const s = document.createElement('script'); s.src = 'data:text/javascript,window.hacked=1'; inBody(s) })
  attempt('handler', () => { const d = document.createElement('div'); d.setAttribute('onclick', 'window.hacked = 1'); inBody(d); d.click() })
  attempt('worker', () => { new Worker('data:text/javascript,0') })
  attempt('a policy of its own', () => trustedTypes.createPolicy('evil', { createHTML: (text) => text }))
  attempt('style', () => { const s = document.createElement('style'); s.textContent = 'body{outline:9px solid red}'; inBody(s); return getComputedStyle(document.body).outlineStyle })
  attempt('frame', () => { const f = document.createElement('iframe'); f.src = '/about'; inBody(f) })
  attempt('object', () => { const o = document.createElement('object'); o.data = '/icon.svg'; inBody(o) })
  attempt('base', () => { const b = document.createElement('base'); b.href = 'http://evil.example/'; document.head.append(b); return document.baseURI.startsWith(location.origin) })
  attempt('form', () => { const f = document.createElement('form'); f.action = '/form'; f.method = 'get'; f.target = '_blank'; inBody(f); f.submit() })
  attempt('image', () => { const i = new Image(); i.src = 'http://127.0.0.1:9/x.png'; inBody(i) })
  Promise.allSettled([fetch('http://127.0.0.1:9/'), fetch('https://records.example.org/')]).then((got) => {
    report.fetch = got.map(({ status }) => status).join()
    setTimeout(() => { window.probed = { ...report, hacked: String(window.hacked) } }, 500)
  })
})`

let dist = ''
let probed: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  const root = inject('repository')
  dist = mkdtempSync(join(tmpdir(), 'tn-compare-probe-'))
  cpSync(join(root, 'dist'), dist, { recursive: true })
  writeFileSync(join(dist, 'probe.js'), PROBE)
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  writeFileSync(
    join(dist, 'index.html'),
    page.replace('</head>', '<script defer src="/probe.js"></script></head>'),
  )
  probed = await startServer({ dist, data: join(root, 'data') })
})
afterAll(async () => {
  await probed?.close()
  rmSync(dist, { recursive: true, force: true })
})

describe('the content policy', () => {
  it('stops nothing that the app does, on any page', async () => {
    const { page, consoleErrors } = await openPage({ path: '/' })
    await page.addInitScript(LISTEN)
    await page.reload()
    await waitUntilReady(page)
    // Without loading anew: a violation is one wherever the page came from, and each path's header has its own test.
    for (const path of everyAddress()) {
      await page.evaluate((address) => {
        history.pushState({}, '', address)
        dispatchEvent(new PopStateEvent('popstate', { state: {} }))
      }, path)
      await page.waitForFunction(() => document.querySelector('main')?.textContent?.trim() !== '')
      await page.waitForTimeout(150)
      expect({ path, stopped: await stopped(page) }).toEqual({ path, stopped: [] })
    }
    expect(consoleErrors.filter((text) => /Content Security|Trusted/i.test(text))).toEqual([])
  })

  it('bites: what a foreign script would try is stopped, each time, and is seen to be', async () => {
    const { page } = await openPage({ path: `${probed.url}/about`, ready: 'none' })
    await page.addInitScript(LISTEN)
    await page.reload()
    await page.waitForFunction(() => 'probed' in window)
    const report = await page.evaluate(() => (window as unknown as { probed: Record<string, string> }).probed)
    expect(report).toMatchObject({
      eval: 'EvalError',
      Function: 'EvalError',
      innerHTML: 'TypeError',
      timer: 'TypeError',
      handler: 'TypeError',
      'script text': 'TypeError',
      'script address': 'TypeError',
      worker: 'TypeError',
      'document.write': 'TypeError',
      'a policy of its own': 'TypeError',
      style: 'none',
      base: 'true',
      fetch: 'rejected,rejected',
      hacked: 'undefined',
    })
    const what = [...new Set((await stopped(page)).map((line) => line.split(' ')[0]))]
    expect(what).toEqual(
      expect.arrayContaining([
        'require-trusted-types-for',
        'trusted-types',
        'style-src-elem',
        'frame-src',
        'base-uri',
        'form-action',
        'connect-src',
        'img-src',
      ]),
    )
  })
})

describe('the shipped scripts', () => {
  it('run no text, and put text into the page as HTML only where the framework does, behind its own policy', () => {
    const folder = join(inject('repository'), 'dist', 'assets')
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(20)
    const found = scripts.flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(SINKS)].map(([sink]) => sink.replaceAll(' ', '')),
    )
    // Vue's own: static parts of templates, which a build makes from our files alone, and v-html, which lint bars.
    expect(found.filter((sink) => sink !== '.innerHTML=')).toEqual([])
    expect(found.length).toBeLessThanOrEqual(2)
  })
})

describe('hostile input in the browser', () => {
  it('in an address never breaks the page, runs nothing, and leaves the list standing', async () => {
    const { page, pageErrors } = await openPage()
    const addresses = [
      '/?__proto__=x&sort=number',
      `/?search=${encodeURIComponent('<img src=x onerror="window.hacked=1">')}`,
      `/compare?treatments=${'x'.repeat(10_000)}`,
      `/compare?treatments=mvd,srs&outcome=${encodeURIComponent('\u202E"><script>window.hacked=1</script>')}`,
      '/?family=%00%E0%A4%A&line=constructor&finding=__proto__',
      `/${'a/'.repeat(500)}`,
    ]
    for (const address of addresses) {
      await page.goto(address)
      await page.locator('main').getByRole('heading', { level: 1 }).waitFor()
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    }
    expect(pageErrors).toEqual([])
  })

  it('in the data is shown as the text it is', async () => {
    const evil = '<img src=x onerror="window.hacked=1">{{ 7*7 }}'
    const dataFolder = makeDataFolder({
      'treatments.csv': (text) => text.replace('Carbamazepine tablets', `"${evil.replaceAll('"', '""')}"`),
      'about-texts.csv': (text) =>
        text.replace('No funding is recorded in this project.', evil.replaceAll('"', "'")),
      'glossary.csv': HOSTILE_TEXTS.slice(0, 20).join('\n'),
    })
    const { page, pageErrors, url } = await openPage({ dataFolder, path: '/about/makers' })
    await page.getByText("<img src=x onerror='window.hacked=1'>{{ 7*7 }}").waitFor()
    await page.goto(`${url}/data-check`)
    await page
      .locator('main')
      .getByText('glossary.csv', { exact: false })
      .locator('visible=true')
      .first()
      .waitFor()
    await page.goto(`${url}/`)
    await page.locator('main h1').waitFor()
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(pageErrors).toEqual([])
  })
})
