import { chromium, firefox, type Browser, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { elementPath, KEYS, startWebDriver, type ElementReference, type Key } from './webdriver'

/** What the journey asks of a browser, whichever engine it is; the functions given to it run in the page. */
export interface EngineDriver {
  /** In the first window, a path of the app or an address; any other window is closed, so that a test can be tried again. */
  readonly open: (path: string) => Promise<void>
  readonly ask: <Answer>(question: (words: string) => Answer, words?: string) => Promise<Answer>
  /** Clicks as a pointer does, so what is covered or out of reach fails. */
  readonly click: (find: (words: string) => Element | null | undefined, words?: string) => Promise<void>
  readonly press: (key: Key) => Promise<void>
  /** What follows is asked of the window that the page opened, or of the first again. */
  readonly toWindow: (which: 'first' | 'second') => Promise<void>
  /** The page as it would be printed; undefined where the engine cannot be asked for it. */
  readonly print: (() => Promise<Buffer>) | undefined
  /** Uncaught errors of the page since it was opened. */
  readonly faults: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

const SIZE = { width: 1440, height: 900 }

async function playwrightDriver(
  browser: Browser,
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<EngineDriver> {
  const context = await browser.newContext({
    viewport: SIZE,
    baseURL: inject('appUrl'),
    locale: 'en-GB',
    serviceWorkers,
  })
  context.setDefaultTimeout(20_000)
  const first = await context.newPage()
  const faults: string[] = []
  const listen = (page: Page) => page.on('pageerror', (error) => faults.push(String(error)))
  listen(first)
  context.on('page', listen)
  let page = first
  return {
    open: async (path) => {
      page = first
      await Promise.all(context.pages().map((other) => other !== first && other.close()))
      await page.goto(path)
    },
    ask: (question, words = '') => page.evaluate(question as (words: string) => never, words),
    click: async (find, words = '') => {
      const element = (await page.evaluateHandle(find, words)).asElement()
      if (!element) throw new Error(`Nothing to click: ${find}`)
      await element.click()
    },
    press: (key) => page.keyboard.press(key),
    toWindow: async (which) => {
      if (which === 'first') page = first
      else page = context.pages()[1] ?? (await context.waitForEvent('page'))
    },
    print: () => page.pdf(),
    faults: async () => faults,
    close: () => browser.close(),
  }
}

async function webDriver(program: string): Promise<EngineDriver> {
  const { command, close } = await startWebDriver(program)
  await command('POST', '/window/rect', SIZE)
  const run = <Answer>(script: string, words = '') =>
    command<Answer>('POST', '/execute/sync', { script, args: [words] })
  const first = await command<string>('GET', '/window')
  const others = async () =>
    (await command<readonly string[]>('GET', '/window/handles')).filter((handle) => handle !== first)
  return {
    open: async (path) => {
      for (const handle of await others()) {
        await command('POST', '/window', { handle })
        await command('DELETE', '/window')
      }
      await command('POST', '/window', { handle: first })
      await command('POST', '/url', { url: new URL(path, inject('appUrl')).href })
      await run(
        "window.faults = []; addEventListener('error', (event) => window.faults.push(String(event.message)))",
      )
    },
    ask: (question, words) => run(`return (${question})(arguments[0])`, words),
    click: async (find, words) => {
      const script = `return (${find})(arguments[0]) ?? null`
      const element = await run<ElementReference | null>(script, words)
      if (!element) throw new Error(`Nothing to click: ${find}`)
      await command('POST', `${elementPath(element)}/click`)
    },
    press: async (key) => {
      const element = await command<ElementReference>('GET', '/element/active')
      await command('POST', `${elementPath(element)}/value`, { text: KEYS[key] })
    },
    toWindow: async (which) => {
      const handle = which === 'first' ? first : (await others())[0]
      if (handle === undefined) throw new Error('There is no second window.')
      await command('POST', '/window', { handle })
    },
    print: undefined,
    faults: () => run<readonly string[]>('return window.faults ?? []'),
    close,
  }
}

/** Chromium is the one of all browser tests, where others look at service workers; the paths of the others come from findEngines. */
export async function startEngine(name: string, path: string): Promise<EngineDriver> {
  if (name === 'WebKitGTK') return webDriver(path)
  if (name === 'Firefox') {
    const launched = await firefox.launch({ channel: 'moz-firefox', executablePath: path, timeout: 60_000 })
    return playwrightDriver(launched, 'allow')
  }
  return playwrightDriver(await chromium.launch(inject('browser')))
}
