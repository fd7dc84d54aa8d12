import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { startServer } from '../../scripts/serve.mjs'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage, waitUntilReady } from '../support/browser'
import { CLIENT_ID, startRecordSystem, type RecordSystemServer, type Trouble } from '../support/recordSystem'

/** Words that are nowhere but in the record. */
const TELLING = ['Ann', '1950', 'Amlodipine', 'p1', 'sclerosis', 'Warfarin', '131']

let folder = ''
let app: Awaited<ReturnType<typeof startServer>>
let records: RecordSystemServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tn-compare-records-'))
  const recordFile = join(folder, 'record-systems.json')
  const root = inject('repository')
  app = await startServer({ dist: join(root, 'dist'), data: join(root, 'data'), recordFile })
  records = await startRecordSystem(`${app.url}/smart`)
  const systems = [{ name: 'Ward records', issuer: records.issuer, clientId: CLIENT_ID }]
  writeFileSync(recordFile, JSON.stringify({ systems }))
})
afterAll(async () => {
  await app?.close()
  await records?.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => records.set('none'))

const LAUNCH = () => `/smart?iss=${encodeURIComponent(records.issuer)}&launch=launch-1`

async function open(path: string) {
  const opened = await openPage({ path: `${app.url}${path}`, ready: 'none', context: { baseURL: app.url } })
  const violations: string[] = []
  opened.page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) violations.push(message.text())
  })
  return { ...opened, violations }
}

async function launch(trouble: Trouble = 'none') {
  records.set(trouble)
  return open(LAUNCH())
}

/** All that is left behind in the browser, and the address. */
async function leftBehind(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      location.href,
      history.state,
      document.title,
    ]),
  )
}

describe('a launch from a record system', () => {
  it('offers what the record says, takes over what is confirmed, and leaves nothing behind', async () => {
    const { page, violations, pageErrors, consoleErrors } = await launch()
    await page.getByText('Record of Ann Example, born 1950-03-04, female').waitFor()
    expect(new URL(page.url()).href).toBe(`${app.url}/smart`)
    const waiting = page.getByRole('button', { name: /^Take over/ })
    expect(await waiting.count()).toBe(9)
    expect(await page.getByText('Hay fever').count()).toBe(1)
    await expectNoAxeViolations(page)

    await page.getByRole('button', { name: /^Take over ?: Multiple sclerosis: yes/ }).click()
    await page.getByRole('button', { name: /^Take over ?: Takes already: Carbamazepine/ }).click()
    await page.getByRole('button', { name: /^Take over ?: Blood thinners: warfarin type/ }).press('Enter')
    await page.getByRole('button', { name: /^Take back ?: Blood thinners/ }).click()
    expect(await waiting.count()).toBe(7)
    const left = await leftBehind(page)
    for (const word of [...TELLING, 'launch-1', 'code=', 'state']) expect(left).not.toContain(word)
    expect(await page.context().cookies()).toEqual([])

    await page.getByRole('link', { name: 'All treatments' }).click()
    await waitUntilReady(page)
    const button = page.getByRole('button', { name: /^This patient/ })
    await button.click()
    const panel = page.getByRole('dialog', { name: 'This patient' })
    await panel.getByRole('group', { name: /^Multiple sclerosis/ }).waitFor()
    expect(
      await panel
        .getByRole('group', { name: /^Multiple sclerosis/ })
        .getByLabel('Yes')
        .isChecked(),
    ).toBe(true)
    expect(
      await panel
        .getByRole('group', { name: /^Blood thinners/ })
        .getByLabel('Not asked')
        .isChecked(),
    ).toBe(true)
    expect(await leftBehind(page)).not.toContain('sclerosis')
    expect([violations, pageErrors, consoleErrors]).toEqual([[], [], []])
    expect(records.asked.filter((line) => line.startsWith('POST'))).toEqual(['POST /token'])
  })

  it('forgets what was read when the page is left or another patient comes', async () => {
    const { page } = await launch()
    await page.getByRole('button', { name: /^Take over ?: Multiple sclerosis: yes/ }).click()
    await page.getByRole('button', { name: /^This patient/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'New patient' }).click()
    await page.getByText('What was read has been forgotten').waitFor()
    expect(await page.getByText('Ann Example').count()).toBe(0)
  })

  it('can begin in the app, at a listed system', async () => {
    const { page } = await open('/smart')
    await page.getByRole('button', { name: 'Sign in at Ward records' }).click()
    await page.getByText('Record of Ann Example').waitFor()
  })

  it('says in words when it goes wrong, offers nothing and leaves nothing', async () => {
    const troubles: readonly (readonly [Trouble, RegExp])[] = [
      ['refuses', /access was refused\. Nothing was read/],
      ['other-state', /does not belong to a sign-in that was started here/],
      ['bad-token', /The sign-in at the record system failed/],
      ['expired', /The permission to read has run out/],
      ['no-record', /is not the record of a patient/],
      ['no-s256', /does not describe its sign-in/],
    ]
    const { page, pageErrors } = await open('/smart')
    for (const [trouble, words] of troubles) {
      records.set(trouble)
      await page.goto(LAUNCH())
      await page.getByRole('alert').filter({ hasText: words }).waitFor()
      expect(await page.getByRole('button', { name: /^Take over/ }).count()).toBe(0)
      expect(new URL(page.url()).search).toBe('')
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    }
    expect(pageErrors).toEqual([])
  })

  it('keeps what could be read when the permission runs out midway, and says what is missing', async () => {
    const { page } = await launch('expires-later')
    await page
      .getByRole('alert')
      .filter({ hasText: /^Medicines could not be read.*run out/ })
      .waitFor()
    expect(await page.getByRole('button', { name: /^Take over ?: Multiple sclerosis/ }).count()).toBe(1)
    expect(await page.getByText('Carbamazepine 200 mg').count()).toBe(0)
  })

  it('reads nothing of another patient', async () => {
    const { page } = await launch('other-patient')
    await page.getByText(/^9 entries speak of another person/).waitFor()
    expect(await page.getByRole('button', { name: /^Take over/ }).count()).toBe(1)
  })

  it('does not talk to a server that is not listed, and the policy of the page would not let it', async () => {
    const before = records.asked.length
    const { page, foreignRequests } = await open(
      `/smart?iss=${encodeURIComponent('http://127.0.0.1:9/fhir')}&launch=x`,
    )
    await page.getByRole('alert').filter({ hasText: 'does not list' }).waitFor()
    expect(foreignRequests.filter((address) => !address.startsWith(app.url))).toEqual([])
    expect(records.asked.length).toBe(before)
  })

  it('refuses an answer that nobody in this tab has asked for', async () => {
    const before = records.asked.length
    const { page } = await open('/smart?code=stolen&state=guessed')
    await page.getByRole('alert').filter({ hasText: 'thrown away' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    expect(records.asked.length).toBe(before)
  })
})

describe('a copy of the app without record systems', () => {
  it('fetches nothing of this on any other page, and the page itself asks no one', async () => {
    const { page, expectQuiet } = await openPage()
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))
    await page.reload()
    await waitUntilReady(page)
    await page.locator('.app-nav').getByRole('link', { name: 'About' }).click()
    await page.waitForURL(/about/)
    await page.waitForTimeout(1500)
    expect(fetched.filter((address) => /record-systems|RecordPage|smart/i.test(address))).toEqual([])
    await page.goto('/smart?iss=https%3A%2F%2Frecords.example.org%2Ffhir&launch=1')
    await page.getByText('No record system is set up').waitFor()
    expect(new URL(page.url()).search).toBe('')
    expectQuiet()
  })

  it('asks no one where factors of a patient are switched off, listed systems or not', async () => {
    const before = records.asked.length
    const { page } = await open('/about')
    await page.evaluate(() => localStorage.setItem('tn-compare-settings', '{"patientFactors":"off"}'))
    await page.goto(LAUNCH())
    await page.getByText('switched off in the settings').waitFor()
    await page.waitForTimeout(500)
    expect(records.asked.length).toBe(before)
    expect(new URL(page.url()).search).toBe('')
  })
})
