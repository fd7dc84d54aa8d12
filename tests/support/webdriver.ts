import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { programPath } from '../../scripts/engines.mjs'

/** The few commands of W3C WebDriver that the journey needs. @see https://www.w3.org/TR/webdriver2/ */
export interface WebDriver {
  readonly command: <Answer>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: object,
  ) => Promise<Answer>
  readonly close: () => Promise<void>
}

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
export type ElementReference = Readonly<Record<typeof ELEMENT, string>>
export const elementPath = (element: ElementReference) => `/element/${element[ELEMENT]}`

/** Keys that are no characters. */
export const KEYS = { PageDown: '\uE00F', Escape: '\uE00C', Enter: '\uE007', Tab: '\uE004' } as const
export type Key = keyof typeof KEYS

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function stop(child: ChildProcess | undefined) {
  if (!child || child.exitCode !== null) return
  const gone = new Promise((exit) => child.once('exit', exit))
  child.kill('SIGTERM')
  await gone
}

/** A screen that nobody sees, for an engine that has no mode without one. */
async function startScreen(): Promise<{ readonly display: string; readonly child: ChildProcess }> {
  const program = programPath('Xvfb')
  if (program === undefined) throw new Error('Xvfb is not installed.')
  const child = spawn(program, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    child.stdio[3]?.once('data', (text: Buffer) => resolve(text.toString().trim()))
    child.once('exit', () => reject(new Error('Xvfb stopped at once.')))
  })
  return { display: `:${number}`, child }
}

async function untilItAnswers(base: string) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await fetch(`${base}/status`).catch(() => undefined)) return
    await new Promise((later) => setTimeout(later, 100))
  }
  throw new Error('The driver does not answer.')
}

async function ask<Answer>(url: string, method: string, body?: object): Promise<Answer> {
  const sent = method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}
  const response = await fetch(url, { method, ...sent })
  const { value } = (await response.json()) as { value: Answer }
  if (!response.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`)
  return value
}

/** Starts a driver with a browser of its own memory; `close` ends both. */
export async function startWebDriver(program: string): Promise<WebDriver> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  const screen = (DISPLAY ?? WAYLAND_DISPLAY) ? undefined : await startScreen()
  const port = await freePort()
  const env = { ...process.env, ...(screen ? { DISPLAY: screen.display } : {}) }
  const driver = spawn(program, [`--port=${port}`], { env, stdio: 'ignore' })
  const base = `http://127.0.0.1:${port}`
  const end = async () => {
    await stop(driver)
    await stop(screen?.child)
  }
  try {
    await untilItAnswers(base)
    const { sessionId } = await ask<{ sessionId: string }>(`${base}/session`, 'POST', {
      capabilities: { alwaysMatch: {} },
    })
    const session = `${base}/session/${sessionId}`
    return {
      command: (method, path, body) => ask(session + path, method, body),
      close: async () => {
        await ask(session, 'DELETE').catch(() => undefined)
        await end()
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}
