import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, expect, inject, onTestFinished } from 'vitest'
import { serveData } from './dataFolder'

export interface PageOptions {
  /** From the first slash on, with the query: '/compare?treatments=...'. */
  readonly path?: string
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  readonly reducedMotion?: 'reduce' | 'no-preference'
  /** Where the app is served, if not by the server of all tests. */
  readonly url?: string
  /** Another data folder, served by a second server; see makeDataFolder. */
  readonly dataFolder?: string
  /**
   * What to wait for: every table read and shown ('all', the usual case), the list ('first'), or nothing beyond the
   * load of the page ('none'), as with a data folder so broken that the list cannot be shown.
   */
  readonly ready?: 'all' | 'first' | 'none'
  /** Anything else of a Playwright context: touch, zoom, media, downloads. */
  readonly context?: BrowserContextOptions
}

export interface OpenPage {
  readonly page: Page
  /** Where this page's app is served. */
  readonly url: string
  readonly consoleErrors: readonly string[]
  readonly pageErrors: readonly string[]
  readonly foreignRequests: readonly string[]
  /** Fails on a console error, an uncaught error or a request to another host, but for console errors that are allowed. */
  readonly expectQuiet: (options?: { readonly allow?: readonly RegExp[] }) => void
}

const READY = { all: '[data-ready="all"]', first: '[data-ready]', none: 'html' }

let launched: Promise<Browser> | undefined

/** A name that leads to this computer: unlike its number, it is no safe place to a browser without HTTPS. */
export const NAMED_HOST = 'tn-compare.test'

/** One browser for all tests of a file. No host but this computer has an address in it. */
function browserOfFile(): Promise<Browser> {
  const { args, ...found } = inject('browser')
  const noOtherHost = `--host-resolver-rules=MAP ${NAMED_HOST} 127.0.0.1 , MAP * ~NOTFOUND , EXCLUDE 127.0.0.1`
  launched ??= chromium.launch({ ...found, args: [...args, noOtherHost] })
  return launched
}

afterAll(async () => {
  const browser = await launched
  await browser?.close()
})

/** Closes with the test it was opened in; a page opened in beforeAll stays until the file is done. */
function closeWithTest(page: Page) {
  try {
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await keepScreenshot(page, task.name)
      await page.context().close()
    })
  } catch {
    // Not inside a test.
  }
}

async function keepScreenshot(page: Page, testName: string) {
  const folder = join(inject('repository'), 'test-results')
  mkdirSync(folder, { recursive: true })
  const name = testName.replaceAll(/[^a-z\d]+/gi, '-').slice(0, 100)
  await page.screenshot({ path: join(folder, `${name}.png`) }).catch(() => undefined)
}

function listen(page: Page, url: string) {
  const consoleErrors: string[] = []
  const pageErrors: string[] = []
  const foreignRequests: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => pageErrors.push(String(error)))
  page.context().on('request', (request) => {
    const isOurs = request.url().startsWith(`${url}/`) || /^(data|blob):/.test(request.url())
    if (!isOurs) foreignRequests.push(request.url())
  })
  return { consoleErrors, pageErrors, foreignRequests }
}

/** Opens the app in a browser of its own memory: no storage, cache or cookie of another page. */
export async function openPage(options: PageOptions = {}): Promise<OpenPage> {
  const url = options.url ?? (options.dataFolder ? await serveData(options.dataFolder) : inject('appUrl'))
  const browser = await browserOfFile()
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    baseURL: url,
    // Each page would fetch the whole app to keep it; tests of that ask for it.
    serviceWorkers: 'block',
    ...options.context,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  closeWithTest(page)
  const heard = listen(page, url)
  await page.goto(options.path ?? '/')
  await waitUntilReady(page, options.ready)
  const expectQuiet: OpenPage['expectQuiet'] = ({ allow = [] } = {}) => {
    const unexpected = heard.consoleErrors.filter((text) => !allow.some((allowed) => allowed.test(text)))
    const faults = [
      ...unexpected.map((text) => `console error: ${text}`),
      ...heard.pageErrors.map((text) => `uncaught: ${text}`),
      ...heard.foreignRequests.map((address) => `request to another host: ${address}`),
    ]
    expect(faults).toEqual([])
  }
  return { page, url, ...heard, expectQuiet }
}

/** For after a reload or a visit to another address; moves inside the app need no such wait. */
export async function waitUntilReady(page: Page, ready: 'all' | 'first' | 'none' = 'all'): Promise<void> {
  await page.locator(READY[ready]).waitFor({ state: 'attached' })
}
