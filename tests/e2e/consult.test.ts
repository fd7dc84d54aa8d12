import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPage, type PageOptions } from '../support/browser'
import { readPdf } from '../support/readPdf'

const MOST_ACTIONS = 25
const MOST_TO_COMPARE = 3

type Way = 'mouse' | 'touch' | 'keys'

/** Tab until the focus is there, as a person without a mouse has to. */
async function tabTo(page: Page, target: Locator) {
  await target.waitFor({ state: 'attached' })
  for (let presses = 0; presses < 400; presses += 1) {
    const key = await target.evaluate((element) => {
      const at = document.activeElement
      if (element === at) return undefined
      const isBefore = at !== null && at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING
      return isBefore ? 'Shift+Tab' : 'Tab'
    })
    if (key === undefined) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not come to ${String(target)}`)
}

/** Tab comes to the answer of a question that is given; the arrow keys give another. */
async function answerByKeys(page: Page, target: Locator) {
  const name = await target.getAttribute('name')
  await tabTo(page, page.locator(`input[name="${name}"]:checked`))
  while (!(await target.isChecked())) await page.keyboard.press('ArrowDown')
}

async function pressByKeys(page: Page, target: Locator) {
  const type = await target.getAttribute('type')
  if (type === 'radio') return answerByKeys(page, target)
  await tabTo(page, target)
  await page.keyboard.press(type === 'checkbox' ? 'Space' : 'Enter')
}

/** What a person does: each click or tap, key and typed field is one action. Going about with Tab is not counted. */
function handsOn(page: Page, way: Way) {
  let actions = 0
  return {
    count: () => actions,
    async press(target: Locator) {
      if (way === 'mouse') await target.click()
      else if (way === 'touch') await target.tap()
      else await pressByKeys(page, target)
      actions += 1
    },
    async type(target: Locator, text: string) {
      if (way === 'keys') {
        await tabTo(page, target)
        await page.keyboard.type(text)
      } else await target.fill(text)
      actions += 1
    },
    async key(key: string) {
      await page.keyboard.press(key)
      actions += 1
    },
  }
}
type Hands = ReturnType<typeof handsOn>

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'This patient' })
const screenOf = (page: Page) => page.locator('.show-here .patient-screen')
const LAST = 'decision'

async function compareTwo(page: Page, hands: Hands) {
  for (const name of ['Carbamazepine', 'Lamotrigine'])
    await hands.press(page.getByRole('checkbox', { name: `Compare ${name}`, exact: true }))
  await hands.press(page.locator('.app-nav').getByRole('link', { name: /^Compare/ }))
  await page.getByRole('columnheader', { name: /Lamotrigine/ }).waitFor()
}

async function askPatient(page: Page, hands: Hands) {
  await hands.press(page.getByRole('button', { name: /^This patient/ }))
  const question = panelOf(page).getByRole('group', { name: /^Multiple sclerosis/ })
  await hands.press(question.getByLabel('Yes', { exact: true }))
  await hands.press(panelOf(page).getByRole('button', { name: 'Close', exact: true }))
}

async function weigh(page: Page, hands: Hands) {
  await hands.press(page.getByRole('link', { name: 'What matters', exact: true }))
  await hands.press(page.getByLabel('Some pain relief', { exact: true }))
  await hands.press(page.getByRole('slider', { name: 'Some pain relief' }))
  await page.getByRole('region', { name: 'Which is nearest' }).waitFor()
}

/** Shows every screen up to the decision; what is asked and decided is typed on the page to take home. */
async function show(page: Page, hands: Hands, way: Way): Promise<readonly string[]> {
  await hands.press(page.getByRole('link', { name: 'Get ready to show' }))
  await hands.press(page.getByRole('button', { name: 'Show on this screen' }))
  await screenOf(page).waitFor()
  const seen: string[] = []
  const swipeless = page.locator('.show-here .controls button')
  const next = () => (way === 'touch' ? hands.press(swipeless.nth(1)) : hands.key('PageDown'))
  for (;;) {
    seen.push((await screenOf(page).getAttribute('data-step')) ?? '')
    if (seen.at(-1) === LAST) break
    await next()
  }
  await hands.key('Escape')
  return seen
}

async function takeHome(page: Page, hands: Hands) {
  await hands.press(page.getByRole('link', { name: 'Take home' }))
  await hands.type(page.getByRole('textbox', { name: 'What was decided' }), 'Start low, come back in May.')
  await page.getByText(/Fits on one page/).waitFor()
  await hands.press(page.getByRole('button', { name: 'Print or save as PDF' }))
}

async function expectRightPage(page: Page) {
  const pages = await readPdf(await page.pdf({ format: 'A4' }))
  expect(pages).toHaveLength(1)
  for (const text of [
    '32of100', // Carbamazepine, pain-free
    '48of100', // Lamotrigine, pain-free, and the carbamazepine group of that trial
    'Startlow,comebackinMay.',
    'Somepainrelief',
    'Data:version1.0.0.',
  ])
    expect(pages[0]).toContain(text)
  expect(pages[0]).not.toMatch(/sclerosis|Thispatient/)
}

async function consult(way: Way, options: PageOptions = {}) {
  const { page, expectQuiet } = await openPage(options)
  const hands = handsOn(page, way)
  await compareTwo(page, hands)
  expect(hands.count()).toBeLessThanOrEqual(MOST_TO_COMPARE)
  await askPatient(page, hands)
  await weigh(page, hands)
  const seen = await show(page, hands, way)
  await takeHome(page, hands)
  process.stdout.write(`\na whole consult by ${way}: ${hands.count()} actions, screens ${seen.join(', ')}\n`)
  expect(hands.count()).toBeLessThanOrEqual(MOST_ACTIONS)
  expect(new Set(seen)).toEqual(
    new Set([
      'condition',
      'untreated',
      'options',
      'compare',
      'side-effects',
      'certainty',
      'preferences',
      LAST,
    ]),
  )
  await expectRightPage(page)
  expectQuiet()
}

describe('a whole consult, from nothing to a printed page', () => {
  it('takes 3 actions to the first comparison and at most 25 in all', async () => {
    await consult('mouse')
  })

  it('is done with the keyboard alone', async () => {
    await consult('keys')
  })

  it('is done by touch on a tablet held upright', async () => {
    await consult('touch', {
      viewport: { width: 768, height: 1024 },
      context: { hasTouch: true },
    })
  })
})
