import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { NAMED_HOST, openPage, waitUntilReady } from '../support/browser'

interface Answer {
  readonly path: string
  readonly status: number
  /** Of the body, as they went over the wire. */
  readonly bytes: number
}

/** Stands before the server of the app and counts what it answers, whoever asks: a page or a service worker. */
let counter: Server
let url = ''
let answers: Answer[] = []
let underWay = 0

beforeAll(async () => {
  const { port } = new URL(inject('appUrl'))
  counter = createServer((asked, answered) => {
    underWay += 1
    const { method, headers, url: path = '/' } = asked
    const passedOn = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      const { statusCode: status = 0 } = answer
      let bytes = 0
      answered.writeHead(status, answer.headers)
      answer.on('data', (part: Buffer) => (bytes += part.length))
      answer.on('end', () => {
        answers.push({ path, status, bytes })
        underWay -= 1
      })
      answer.pipe(answered)
    })
    passedOn.on('error', () => answered.destroy()).end()
  })
  await new Promise<void>((listening) => counter.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(counter.address() as AddressInfo).port}`
})
afterAll(() => {
  counter.closeAllConnections()
  counter.close()
})
beforeEach(() => void (answers = []))

/** No answer is under way, and none has come for a second: what an idle browser fetches has come too. */
async function untilQuiet() {
  let before = -1
  while (answers.length !== before || underWay > 0) {
    before = answers.length
    await new Promise((later) => setTimeout(later, 1000))
  }
}

describe('a second visit', () => {
  it.each(['block', 'allow'] as const)(
    'costs no byte of a body, with service workers: %s',
    async (serviceWorkers) => {
      const { page } = await openPage({ url, context: { serviceWorkers } })
      await untilQuiet()
      const first = answers.reduce((sum, { bytes }) => sum + bytes, 0)
      expect(first).toBeGreaterThan(100_000)
      await page.close()

      answers = []
      const again = await page.context().newPage()
      await again.goto(url)
      await waitUntilReady(again)
      await untilQuiet()
      expect(answers.filter(({ path }) => path.startsWith('/data/')).length).toBeGreaterThan(20)
      expect(answers.filter(({ status, bytes }) => status !== 304 || bytes > 0)).toEqual([])
    },
  )
})

it('works without HTTPS under the name of a host, without offline, and says so', async () => {
  const named = inject('appUrl').replace('127.0.0.1', NAMED_HOST)
  const { page, expectQuiet } = await openPage({ url: named, context: { serviceWorkers: 'allow' } })
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await page.getByText('80 of 80 treatments', { exact: true }).waitFor()
  await page.getByText('Settings', { exact: true }).click()
  await page
    .getByText(
      'Without network: not possible here, because this address is not HTTPS. Everything else works.',
    )
    .waitFor()
  await page.goto('/handout?treatments=carbamazepine,oxcarbazepine')
  await waitUntilReady(page)
  await page.getByRole('button', { name: 'Copy' }).first().click()
  await page.getByText('This browser did not let the app copy.').waitFor()
  await page.goto('/data-check')
  await waitUntilReady(page)
  await page.locator('main h1').waitFor()
  expect(await page.getByText('Not as the data folder describes it').count()).toBe(0)
  expectQuiet({ allow: [/Cross-Origin-Opener-Policy/] })
})
