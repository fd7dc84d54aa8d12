import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage, waitUntilReady } from '../support/browser'

const rows = (page: Page) => page.locator('.treatment-row:not(.out)')
const row = (page: Page, name: string) =>
  rows(page).filter({ has: page.getByRole('checkbox', { name: `Compare ${name}`, exact: true }) })
const countLine = (page: Page) => page.locator('.explore-count strong')
const filter = (page: Page, name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name} `) })
const addressOf = (page: Page) => decodeURIComponent(new URL(page.url()).search)

async function expectCount(page: Page, words: string) {
  await expect.poll(() => countLine(page).textContent()).toBe(words)
}

describe('the list of treatments', () => {
  it('holds all eighty without a question asked, ketamine, opioids and therapies among them', async () => {
    const { page, expectQuiet } = await openPage()
    await expectCount(page, '80 of 80 treatments')
    expect(await rows(page).count()).toBe(80)
    for (const name of ['Morphine', 'Ketamine, by mouth', 'Acupuncture and electroacupuncture'])
      expect(await page.getByRole('checkbox', { name: `Compare ${name}`, exact: true }).count()).toBe(1)
    expectQuiet()
  })

  it('prints a number with its interval, certainty, definition and time, and opens its source', async () => {
    const { page } = await openPage()
    const botulinum = row(page, 'Botulinum toxin type A').locator('.benefit')
    const text = (await botulinum.textContent())?.replaceAll(/\s+/g, ' ')
    expect(text).toContain('68 of 100')
    expect(text).toContain('47 to 84')
    expect(text).toContain('At least 50% less pain · 12 weeks')
    await botulinum.getByRole('button', { name: /68 of 100/ }).click()
    await page.getByRole('dialog').waitFor()
    expect(addressOf(page)).toContain('finding=')
    await page.keyboard.press('Escape')
    await expect.poll(() => addressOf(page)).toBe('')
  })

  it('says what is missing in words, and never leaves a cell empty', async () => {
    const { page } = await openPage()
    for (const column of ['.place', '.guidelines', '.benefit', '.harm', '.lasting']) {
      const texts = await page.locator(`.treatment-row > ${column}`).allTextContents()
      expect(texts).toHaveLength(80)
      expect(texts.filter((text) => text.trim() === '')).toEqual([])
    }
    expect(await row(page, 'Morphine').locator('.harm').textContent()).toContain(
      'No harm figure here (this is not proof of safety).',
    )
  })
})

describe('narrowing the list', () => {
  it('puts every filter in the address; Back undoes it and a reload keeps it', async () => {
    const { page } = await openPage()
    await filter(page, 'First line').check()
    await expectCount(page, '2 of 80 treatments')
    await filter(page, 'Second line').check()
    await expectCount(page, '6 of 80 treatments')
    expect(addressOf(page)).toBe('?line=first,second')
    await page.reload()
    await waitUntilReady(page)
    await expectCount(page, '6 of 80 treatments')
    await page.goBack()
    await expectCount(page, '2 of 80 treatments')
    await page.goBack()
    await expectCount(page, '80 of 80 treatments')
  })

  it('shows beside each word how many it would leave, and keeps the promise', async () => {
    const { page } = await openPage({ path: '/?family=procedure' })
    const promised = await page
      .locator('.explore-filters label', { hasText: 'Surgical, alternative' })
      .locator('.count')
      .textContent()
    await filter(page, 'Surgical, alternative').check()
    await expectCount(page, `${promised} of 80 treatments`)
  })

  it('finds a brand, an outcome and a source, and says where', async () => {
    const { page } = await openPage()
    const field = page.getByRole('searchbox')
    await field.pressSequentially('tegretol')
    await expectCount(page, '1 of 80 treatments')
    expect(await row(page, 'Carbamazepine').textContent()).toContain('Matches another name: Tegretol')
    await field.fill('hearing loss')
    await expect.poll(() => rows(page).first().textContent()).toContain('Matches an outcome: Hearing loss')
    await field.fill('bendtsen 2019')
    await expect.poll(() => rows(page).first().textContent()).toContain('Matches a source: ')
    await page.goBack()
    await expectCount(page, '80 of 80 treatments')
    expect(await field.inputValue()).toBe('')
  })

  it('lists what is hidden with its reason, and brings it back in one click', async () => {
    const { page } = await openPage({ path: '/?line=first' })
    await page.getByRole('button', { name: 'list them with their reasons' }).click()
    const hidden = page.locator('.hidden-treatments li', { hasText: 'Acupuncture' })
    expect(await hidden.textContent()).toContain('Hidden by: Place in treatment')
    await hidden.getByRole('button').click()
    await expectCount(page, '80 of 80 treatments')
    expect(addressOf(page)).toBe('?hidden=show')
  })

  it('offers a way on when nothing is left', async () => {
    const { page } = await openPage({ path: '/?line=first&family=procedure' })
    await page.getByText('No treatment in this collection meets all of this').waitFor()
    await page.getByRole('button', { name: 'Clear Place (15)' }).click()
    await expectCount(page, '15 of 80 treatments')
  })

  it('opens each starting link at a list that is neither empty nor whole', async () => {
    const { page } = await openPage()
    const links = page.getByRole('navigation', { name: 'Start from a situation' }).getByRole('link')
    expect(await links.count()).toBe(6)
    for (const link of await links.all()) {
      await link.click()
      await expect.poll(() => countLine(page).textContent()).not.toMatch(/^(80|0) /)
      await page.goBack()
      await expectCount(page, '80 of 80 treatments')
    }
  })

  it('ignores ids that the data do not know, with a notice', async () => {
    const { page } = await openPage({ path: '/?line=first,fifth&treatments=aspirin,mvd' })
    await expectCount(page, '2 of 80 treatments')
    await expect.poll(() => page.locator('body').textContent()).toMatch(/fifth/)
    expect(await page.locator('.compare-bar').textContent()).toContain('Tick one more to compare')
  })
})

describe('ordering the list', () => {
  it('orders by name, place and onset', async () => {
    const { page } = await openPage()
    const names = () => page.locator('.treatment-row .title').allTextContents()
    await page.getByLabel('Sort by').selectOption('name')
    await expect.poll(async () => (await names())[0]?.trim()).toBe('Acceptance and commitment therapy')
    await page.getByLabel('Sort by').selectOption('onset')
    await expect.poll(() => page.locator('.section-head h2').first().textContent()).toBe('Minutes to hours')
  })

  it('orders by a number only under one outcome and one definition, and says what the order is worth', async () => {
    const { page } = await openPage()
    await page.getByLabel('Sort by').selectOption('number')
    await page.getByText('Choose one outcome and one definition.').waitFor()
    const outcome = page.getByLabel('Outcome')
    const offered = await outcome.locator('option').allTextContents()
    expect(offered.map((text) => text.trim())).not.toContain('Any side effect')
    await outcome.selectOption('pain-relief-50')
    await page.getByText('Separate studies: may not be comparable.').waitFor()
    const numbers = await page.locator('.treatment-row .benefit .figure').allTextContents()
    const ranked = numbers.slice(0, 8).map(Number)
    expect(ranked).toEqual([...ranked].sort((a, b) => b - a))
    expect(await row(page, 'Acupuncture and electroacupuncture').locator('.benefit').textContent()).toBe(
      'No number for this outcome.',
    )
  })

  it('never ranks what the data bar, though an address asks for it', async () => {
    const { page } = await openPage({
      path: '/?sort=number&sort-outcome=any-adverse&sort-definition=any-reported',
    })
    await page.getByText(/This outcome is never put in order/).waitFor()
    expect(await page.getByText('In order', { exact: true }).count()).toBe(0)
  })
})

describe('picking treatments', () => {
  it('takes six and refuses the seventh in words', async () => {
    const { page } = await openPage()
    const boxes = page.locator('.treatment-row .tick input')
    for (let place = 0; place < 6; place += 1) {
      await boxes.nth(place).check()
      await expect.poll(() => page.locator('.picked li').count()).toBe(place + 1)
    }
    await boxes.nth(6).click()
    await page
      .getByText(/was not added: 6 treatments at most stand side by side/)
      .first()
      .waitFor()
    expect(await boxes.nth(6).isChecked()).toBe(false)
    await page.goBack()
    await expect.poll(() => page.locator('.picked li').count()).toBe(5)
    expect(await page.locator('.compare-bar .refused').count()).toBe(0)
    await page.goForward()
    await expect.poll(() => page.locator('.picked li').count()).toBe(6)
    await page.locator('.picked li button').first().click()
    await expect.poll(() => page.locator('.picked li').count()).toBe(5)
    expect(addressOf(page).split(',')).toHaveLength(5)
  })

  it('keeps what is ticked while filters hide it', async () => {
    const { page } = await openPage({ path: '/?treatments=mvd,carbamazepine' })
    await filter(page, 'First line').check()
    await expectCount(page, '2 of 80 treatments')
    expect(await page.locator('.picked').textContent()).toContain('MVD')
  })

  it('goes from the list to the comparison by keyboard alone', async () => {
    const { page, expectQuiet } = await openPage({ path: '/?line=first' })
    const press = async (key: string, until: string) => {
      for (let step = 0; step < 80; step += 1) {
        if (await page.evaluate((selector) => document.activeElement?.matches(selector), until)) return
        await page.keyboard.press(key)
      }
      throw new Error(`${until} was not reached with ${key}`)
    }
    for (const place of [1, 2]) {
      await press('Tab', '.treatment-row:not(.out) .tick input:not(:checked)')
      await page.keyboard.press('Space')
      await expect.poll(() => page.locator('.picked li').count()).toBe(place)
    }
    await press('Tab', '.compare-bar .go')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /compare/i }).waitFor()
    expect(addressOf(page)).toContain('treatments=carbamazepine,oxcarbazepine')
    expectQuiet()
  })
})

describe('the list in every room and light', () => {
  it.each([390, 768, 1024, 1440])('nothing hangs over the edge at %i pixels', async (width) => {
    const { page } = await openPage({
      path: '/?treatments=carbamazepine,mvd,srs,tens,cbt,baclofen',
      viewport: { width, height: 900 },
    })
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
  })

  it.each([390, 1440])('does not move while it loads, %i pixels wide', async (width) => {
    const { page } = await openPage({ path: '/about', viewport: { width, height: 900 } })
    await page.addInitScript(() => {
      const kept = window as unknown as { shift: number }
      kept.shift = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) kept.shift += (entry as unknown as { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto('/')
    await waitUntilReady(page)
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0)
  })

  it.each([
    [
      'filters, search, ticks and hidden treatments',
      '/?line=first&search=a&treatments=mvd,srs&hidden=show',
      1440,
    ],
    ['an order by a number', '/?sort=number&sort-outcome=pain-relief-50&sort-definition=at-least-50', 1440],
    ['a phone', '/?treatments=mvd', 390],
    ['an empty list', '/?line=first&family=procedure', 768],
  ])('has no fault that axe finds: %s', async (_state, path, width) => {
    const { page, expectQuiet } = await openPage({
      path,
      viewport: { width, height: 900 },
      colorScheme: 'dark',
    })
    await expectNoAxeViolations(page)
    expectQuiet()
  })

  it('opens the facts behind the question, each with its source, and the filters of a phone', async () => {
    const { page } = await openPage({ viewport: { width: 390, height: 844 } })
    await page.locator('.condition-question summary').click()
    await page.getByRole('heading', { name: 'Refer or image first' }).waitFor()
    const facts = await page.locator('.condition-question dd').count()
    expect(await page.locator('.condition-question .source').count()).toBe(facts)
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('dialog').getByText('Acute rescue').click()
    await page.getByRole('button', { name: 'Show 8 of 80 treatments' }).click()
    await expectCount(page, '8 of 80 treatments')
  })
})
