import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage, waitUntilReady } from '../support/browser'

const TYPED = 'Zzyxomab'
/** Words that are on no page and in no file name unless they come from what was said of the patient. */
const TELLING = [
  TYPED,
  'sclerosis',
  'depress',
  'suicid',
  'anticoag',
  'DOAC',
  'glaucoma',
  'does-not-apply',
  'phenytoin',
]

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'This patient' })
const question = (page: Page, name: RegExp) => panelOf(page).getByRole('group', { name })

async function openPanel(page: Page) {
  await page.getByRole('button', { name: /^This patient/ }).click()
  await panelOf(page).getByLabel('Age', { exact: true }).waitFor()
}

async function closePanel(page: Page) {
  await panelOf(page).getByRole('button', { name: 'Close', exact: true }).click()
}

const say = (page: Page, name: RegExp, answer: string) => question(page, name).getByLabel(answer).check()

/** Everything that a clinician can say of a patient: answers of each kind, medicines, marks, a search. */
async function fillIn(page: Page) {
  await openPanel(page)
  const panel = panelOf(page)
  await panel.getByLabel('Age', { exact: true }).fill('73')
  await say(page, /^Multiple sclerosis/, 'Yes')
  await say(page, /^Heart rhythm or/, 'Yes')
  await say(page, /^Blood thinners/, 'Direct anticoagulant (DOAC)')
  await panel.getByText('Takes already').click()
  await panel.getByLabel(/^Phenytoin/).check()
  await panel.getByLabel('Name of a medicine').fill(TYPED)
  await panel.getByText('not in our list: check by hand').waitFor()
  await panel.getByRole('button', { name: 'Keep it with this patient' }).click()
  await panel.getByLabel('Search the questions').fill('glaucoma')
  await say(page, /^Glaucoma/, 'Yes')
  await panel.getByLabel('Search the questions').fill('low mood')
  await panel.getByText('No question here has these words').waitFor()
  await panel.getByLabel('Search the questions').fill('')
  await say(page, /^Depression/, 'Yes')
  const urgent = page.getByRole('dialog', { name: 'Depression or suicidal thoughts' })
  await urgent.getByText('act on the answer the same day').waitFor()
  await urgent.getByRole('button', { name: 'Close' }).click()
  await panel.getByLabel('Hide treatments that are contraindicated').check()
  await closePanel(page)
}

async function markOne(page: Page) {
  await page.getByRole('button', { name: /cautions: Carbamazepine$/ }).click()
  const drawer = page.getByRole('dialog', { name: 'Carbamazepine', exact: true })
  await drawer.getByLabel('Does not apply').first().check()
  await drawer.getByText('(marked: does not apply)').waitFor()
  await page.keyboard.press('Escape')
}

/** What is weighed, typed for the show and for the page to take home, printed and copied. */
async function goOnWithTheConsult(page: Page) {
  const go = (name: string) => page.locator('.consult-links').getByRole('link', { name }).click()
  await page.getByRole('link', { name: 'What matters', exact: true }).click()
  await page.getByLabel('Some pain relief', { exact: true }).check()
  await page.getByRole('slider', { name: 'Some pain relief' }).press('7')
  await page
    .getByText(/nearest|cannot put/)
    .first()
    .waitFor()
  await go('Get ready to show')
  await page.getByLabel(/^Notes for yourself/).fill(`${TYPED} notes`)
  await page.getByRole('button', { name: 'Show on this screen' }).click()
  const screen = page.locator('.show-here .patient-screen')
  await screen.waitFor()
  for (;;) {
    const told = (await screen.innerText()).toLowerCase()
    for (const word of ['suicid', 'mood', 'depress', TYPED.toLowerCase(), 'anticoag', 'caution'])
      expect(told).not.toContain(word)
    if (await page.locator('.show-here .controls button').nth(1).isDisabled()) break
    await page.keyboard.press('PageDown')
  }
  await page.keyboard.press('Escape')
  await go('Take home')
  for (const field of ['What was decided', 'Questions to ask', 'When to call us', 'Who to call'])
    await page.getByRole('textbox', { name: field }).fill(`${TYPED} ${field}`)
  const sheet = page.getByRole('article')
  await sheet.getByText(`${TYPED} What was decided`).waitFor()
  // What cannot wait is printed only when it is chosen.
  expect(await sheet.innerText()).not.toMatch(/suicid|mood|depress/i)
  await page.getByLabel(/Not printed unless ticked/).check()
  await sheet.getByText(/mood/i).first().waitFor()
  await page.getByRole('button', { name: 'Print or save as PDF' }).click()
  await page.locator('.consult-links').getByRole('link', { name: 'Back to Compare' }).click()
}

/** All that a browser keeps for an origin, as one text; caches by address, and by content for what was typed. */
async function keptByBrowser(page: Page): Promise<string> {
  return page.evaluate(async (typed) => {
    const cached: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const text = await (await cache.match(request))?.text()
        cached.push(name, request.url, text?.includes(typed) ? typed : '')
      }
    }
    const databases = await indexedDB.databases()
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      databases.map((database) => database.name),
      cached,
      document.cookie,
      document.title,
      location.href,
      history.state,
      window.name,
    ])
  }, TYPED)
}

describe('what was said of a patient', () => {
  it('is in no storage, address, cache, cookie, console message or request after a full session', async () => {
    const { page, expectQuiet } = await openPage()
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    page.on('console', (message) => sent.push(message.text()))
    page.on('framenavigated', (frame) => sent.push(frame.url()))

    await fillIn(page)
    await markOne(page)
    await page.getByText(/hidden as contraindicated for this patient/).waitFor()
    await page.getByRole('button', { name: 'Show them' }).click()
    for (const name of ['Carbamazepine', 'Gabapentin'])
      await page.getByRole('checkbox', { name: `Compare ${name}`, exact: true }).check({ force: true })
    await page.locator('.app-nav').getByRole('link', { name: 'Compare' }).click()
    await page.locator('#section-patient').waitFor()
    await page.getByText('people without MS or mixed').first().waitFor()
    await goOnWithTheConsult(page)
    await page.locator('#section-patient').waitFor()
    await page.locator('.app-nav').getByRole('link', { name: 'About' }).click()
    await page.waitForURL(/\/about/)
    await page.goBack()
    await page.locator('#section-patient').waitFor()
    await openPanel(page)

    const kept = `${await keptByBrowser(page)} ${sent.join(' ')}`.toLowerCase()
    for (const word of TELLING) expect(kept).not.toContain(word.toLowerCase())
    expect(new URL(page.url()).search).toBe('?treatments=carbamazepine,gabapentin')
    expect(await page.context().cookies()).toEqual([])
    expect(JSON.stringify(await page.context().storageState())).not.toContain('73')
    expectQuiet()
  })

  it('is gone after a reload', async () => {
    const { page } = await openPage()
    await fillIn(page)
    await page.reload()
    await waitUntilReady(page)
    await openPanel(page)
    await panelOf(page).getByText('Nothing is set.').waitFor()
    expect(await panelOf(page).getByLabel('Age', { exact: true }).inputValue()).toBe('')
  })

  it('is asked for in fields that no browser remembers, checks or translates', async () => {
    const { page, expectQuiet } = await openPage()
    await openPanel(page)
    const panel = panelOf(page)
    await panel.getByText('Takes already').click()
    for (const more of await panel.getByText(/ more question/).all()) await more.click()
    const faults = await panel.evaluate((dialog) =>
      [...dialog.querySelectorAll('input, textarea')]
        .filter((field) => {
          const isText = field.getAttribute('type') === 'text' || field.localName === 'textarea'
          const isPlain = !isText || field.getAttribute('spellcheck') === 'false'
          return (
            field.getAttribute('autocomplete') !== 'off' || !isPlain || !field.closest('[translate="no"]')
          )
        })
        .map((field) => field.outerHTML),
    )
    expect(faults).toEqual([])
    expect(await panel.locator('input').count()).toBeGreaterThan(200)
    await expectNoAxeViolations(page)
    expectQuiet()
  })

  it('is on no print of a page', async () => {
    const { page } = await openPage()
    await fillIn(page)
    await page.emulateMedia({ media: 'print' })
    const text = (await page.evaluate(() => document.body.innerText)).toLowerCase()
    expect(text).toContain('gabapentin')
    for (const word of [
      '“multiple sclerosis”',
      'takes it already',
      'reasons and sources',
      TYPED.toLowerCase(),
    ])
      expect(text).not.toContain(word)
    await page.emulateMedia({ media: 'screen' })
    await page
      .getByRole('button', { name: /reasons and sources/i })
      .first()
      .waitFor()
  })
})

describe('New patient', () => {
  const start = async (page: Page) => {
    await openPanel(page)
    await panelOf(page).getByRole('button', { name: 'New patient' }).click()
  }
  const undo = (page: Page) => page.getByRole('button', { name: 'Undo' })

  it('clears every answer, medicine, mark and typed word, and can be undone at once', async () => {
    const { page } = await openPage()
    await fillIn(page)
    await openPanel(page)
    await panelOf(page).getByText('Takes already').click()
    await panelOf(page).getByLabel('Name of a medicine').fill('half a na')
    await panelOf(page).getByLabel('Search the questions').fill('kidney')
    await panelOf(page).getByRole('button', { name: 'New patient' }).click()
    await panelOf(page).getByText('Nothing is set.').waitFor()
    for (const field of await panelOf(page).locator('input[type="text"]').all())
      expect(await field.inputValue()).toBe('')
    expect(await page.locator('.patient-caution-line').filter({ hasText: 'Contraindicated' }).count()).toBe(
      await page
        .locator('.patient-caution-line')
        .filter({ hasText: 'always shown' })
        .filter({ hasText: 'Contraindicated' })
        .count(),
    )
    await undo(page).click()
    await panelOf(page).getByText(`Takes ${TYPED}`).first().waitFor()
    expect(await panelOf(page).getByLabel('Age', { exact: true }).inputValue()).toBe('73')
  })

  it('cannot be undone after the first input for the next patient', async () => {
    const { page } = await openPage()
    await fillIn(page)
    await start(page)
    await undo(page).waitFor()
    await say(page, /^Kidney disease/, 'Yes')
    await undo(page).waitFor({ state: 'detached' })
  })

  it('cannot be undone after ten seconds, with the panel open or closed', async () => {
    const { page } = await openPage()
    await page.clock.install()
    await page.reload()
    await page.clock.runFor(5000)
    await waitUntilReady(page)
    await fillIn(page)
    await start(page)
    await closePanel(page)
    await page.clock.runFor(9000)
    await undo(page).waitFor()
    await page.clock.runFor(1100)
    await undo(page).waitFor({ state: 'detached' })
  })
})

describe('a tab that was left', () => {
  it('is asked about after 15 minutes without input, and then cleared', async () => {
    const { page } = await openPage()
    await page.clock.install()
    await page.reload()
    await page.clock.runFor(5000)
    await waitUntilReady(page)
    await fillIn(page)
    const dialog = page.getByRole('dialog', { name: 'Is this patient still here?' })
    await page.clock.runFor(14 * 60_000)
    expect(await dialog.count()).toBe(0)
    await page.clock.runFor(61_000)
    await dialog.getByRole('button', { name: 'Keep' }).click()
    await page.getByRole('button', { name: /^This patient \(\d+\)/ }).waitFor()
    await page.clock.runFor(15 * 60_000)
    await dialog.waitFor()
    await page.clock.runFor(61_000)
    await dialog.waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: /^This patient/ }).innerText()).toBe('This patient')
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0)
  })
})

describe('the setting that switches it off', () => {
  it('leaves What matters with a way to clear it and to undo that, and asks when nobody is there', async () => {
    const { page } = await openPage()
    await page.evaluate(() =>
      localStorage.setItem('tn-compare-settings', JSON.stringify({ patientFactors: 'off' })),
    )
    await page.clock.install()
    await page.goto('/matters?treatments=mvd,srs')
    await page.clock.runFor(5000)
    await waitUntilReady(page)
    const weighed = page.getByRole('slider', { name: 'Some pain relief' })
    const pickOne = () => page.getByLabel('Some pain relief', { exact: true }).check()
    await pickOne()
    await page.getByRole('button', { name: 'New patient' }).click()
    await weighed.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await weighed.waitFor()

    await page.clock.runFor(15 * 60_000)
    await page.getByRole('dialog', { name: 'Is this patient still here?' }).waitFor()
    await page.clock.runFor(61_000)
    await weighed.waitFor({ state: 'detached' })
  })

  it('leaves no button, no question and no caution for a patient', async () => {
    const { page } = await openPage()
    await fillIn(page)
    await page.locator('.app-settings summary').click()
    await page
      .getByRole('group', { name: /^This patient/ })
      .getByLabel('Off')
      .check()
    await page.getByRole('button', { name: /^This patient/ }).waitFor({ state: 'detached' })
    expect(await page.locator('.patient-caution-line').count()).toBe(0)
    await page
      .getByRole('group', { name: /^This patient/ })
      .getByLabel('On')
      .check()
    expect(await page.getByRole('button', { name: /^This patient/ }).innerText()).toBe('This patient')
  })
})
