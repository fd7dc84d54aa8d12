import { describe, expect, it } from 'vitest'
import { ABOUT_PAGES } from '@/features/about/sections'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage } from '../support/browser'
import { makeDataFolder } from '../support/dataFolder'
import { realEvidence } from '../support/evidence'

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

describe('the pages about the app', () => {
  it('have no fault that axe finds, light on a phone and dark on a desktop, and nothing is cut off', async () => {
    const phone = await openPage({ path: '/about', viewport: { width: 390, height: 844 } })
    const desk = await openPage({ path: '/about', colorScheme: 'dark' })
    for (const { label } of ABOUT_PAGES)
      for (const { page } of [phone, desk]) {
        await page.getByRole('navigation', { name: 'About' }).getByRole('link', { name: label }).click()
        await page.getByRole('heading', { level: 1, name: label }).waitFor()
        expect(await page.title()).toContain(label)
        await expectNoAxeViolations(page)
        expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0)
      }
    phone.expectQuiet()
    desk.expectQuiet()
  })

  it('are reached with the keyboard, start at their heading, and Back leads to the one before', async () => {
    const { page } = await openPage({ path: '/about' })
    await page.getByRole('link', { name: 'Privacy' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/about\/privacy$/)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Privacy')
    expect(await page.locator('.app-nav [aria-current]').textContent()).toBe('About')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Intended use' }).waitFor()
  })

  it('count and narrow the self-assessment', async () => {
    const { page } = await openPage({ path: '/about/standards' })
    const rows = page.locator('.about tbody tr')
    const { standards } = realEvidence()
    expect(await rows.count()).toBe(standards.length)
    await page.getByRole('radio', { name: /^Not met/ }).check()
    const promised = await page
      .locator('.about label', { hasText: 'Not met' })
      .locator('.faint')
      .textContent()
    expect(await rows.count()).toBe(Number(promised))
    const notMet = standards.filter(({ status }) => status === 'not-met')
    expect(promised).toBe(String(notMet.length))
    const standard = notMet.at(-1)?.standard ?? ''
    await page.getByLabel('Standard').selectOption(standard)
    expect(await rows.allTextContents()).toEqual(
      notMet
        .filter((row) => row.standard === standard)
        .map(({ whereOrWhy }) => expect.stringContaining(whereOrWhy) as unknown),
    )
  })

  it('say who made it and with what money in the words of the data folder', async () => {
    const dataFolder = makeDataFolder({
      'about-texts.csv': (text) =>
        text.replace('No funding is recorded in this project.', 'Paid by a hospital.'),
    })
    const { page } = await openPage({ path: '/about/makers', dataFolder })
    await page.getByText('Paid by a hospital.').waitFor()
  })
})

describe('the age of the data', () => {
  const dated = (created: string) =>
    makeDataFolder({
      'datapackage.json': (text) => text.replace('"created": "2026-11-23', `"created": "${created}`),
    })

  it('is no matter while the data are current', async () => {
    const { page } = await openPage({ path: '/about/versions' })
    expect(await page.getByText('23 November 2027').count()).toBe(1)
    expect(await page.getByRole('status').filter({ hasText: 'The data are from' }).count()).toBe(0)
  })

  it('is said on every page once twelve months have passed, and the notice can be put away', async () => {
    const { page } = await openPage({ dataFolder: dated('2020-02-01') })
    const notice = page.getByText(/The data are from 1 February 2020, \d+ months ago/)
    await notice.waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    expect(await notice.count()).toBe(0)
  })

  it('is not guessed when the clock of the computer stands before the date of the data', async () => {
    const { page } = await openPage({ dataFolder: dated('2099-01-01') })
    await page.getByText(/which is before the date of the data \(1 January 2099\)/).waitFor()
  })
})

describe('words explained in place', () => {
  it('opens on focus in a row head of Compare, inside the window, and closes on Escape', async () => {
    const { page, expectQuiet } = await openPage({
      path: '/compare?treatments=mvd,srs&outcomes=anaesthesia-dolorosa,keratitis',
      viewport: { width: 390, height: 844 },
    })
    const term = page.locator('.row-head').getByRole('button', { name: 'Anaesthesia dolorosa' })
    await term.focus()
    const words = page.getByRole('tooltip')
    await words.waitFor()
    expect(await words.textContent()).toContain('numb')
    const box = await words.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
    await expectNoAxeViolations(page, '.row-head')
    await page.keyboard.press('Escape')
    await words.waitFor({ state: 'detached' })
    expectQuiet()
  })

  it('opens above the drawer it stands in, and Escape closes the words before the drawer', async () => {
    const { page } = await openPage({ path: '/about?finding=wu-2012-botulinum-f1' })
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Risk of bias', exact: true }).focus()
    await page.getByRole('tooltip').waitFor()
    expect(
      await page.getByRole('tooltip').evaluate((words) => {
        const { x, y, width, height } = words.getBoundingClientRect()
        return document.elementFromPoint(x + width / 2, y + height / 2) === words
      }),
    ).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('tooltip').waitFor({ state: 'detached' })
    expect(await dialog.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})
