import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage } from '../support/browser'

const DRUGS = '/prepare?treatments=carbamazepine,oxcarbazepine,lamotrigine'
const screenOf = (page: Page) => page.locator('.patient-window .patient-screen, .show-here .patient-screen')

/** The size of every text on a patient's screen, and whether anything of it must be scrolled. */
const lookAt = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('.show-here .patient-screen, .patient-window .patient-screen')
    const body = root?.querySelector('.body')
    if (!root || !body) return undefined
    const sizes: number[] = []
    const numbers: number[] = []
    for (const element of root.querySelectorAll('*')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      if (!own || element.closest('.visually-hidden')) continue
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      sizes.push(size)
      if (element.classList.contains('figure')) numbers.push(size)
    }
    return {
      step: root.getAttribute('data-step'),
      smallest: Math.min(...sizes),
      smallestNumber: Math.min(24, ...numbers),
      scrolls: body.scrollHeight > body.clientHeight || body.scrollWidth > body.clientWidth,
      targets: [...root.querySelectorAll('button')].every((button) => {
        const { width, height } = button.getBoundingClientRect()
        return width >= 44 && height >= 44
      }),
    }
  })

/** Another size, once the screen has been filled, which changes the size too; words are fitted in the frame after. */
async function resize(page: Page, width: number, height: number) {
  await page.waitForFunction(() => document.fullscreenElement !== null)
  await page.setViewportSize({ width, height })
  await page.waitForFunction((wanted) => innerWidth === wanted.width && innerHeight === wanted.height, {
    width,
    height,
  })
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Shows on this screen and walks to the end; what was seen on each screen. */
async function walk(page: Page, each?: () => Promise<void>) {
  const seen: NonNullable<Awaited<ReturnType<typeof lookAt>>>[] = []
  const next = page.locator('.show-here .controls button').nth(1)
  for (;;) {
    const look = await lookAt(page)
    if (look) seen.push(look)
    await each?.()
    if (await next.isDisabled()) return seen
    await page.keyboard.press('PageDown')
  }
}

describe('Prepare and Show', () => {
  it('drives a second window that follows within 100 ms, is blanked, rejoins, and is gone with the patient', async () => {
    const { page, expectQuiet } = await openPage({ path: DRUGS })
    await page.getByLabel(/^Notes for yourself/).fill('Zzyxo: afraid of needles')
    await page.getByRole('button', { name: 'Move Questions up' }).focus()
    await page.keyboard.press('Enter')
    const steps = page.getByRole('list', { name: 'Steps' }).locator('.words')
    expect((await steps.allInnerTexts()).slice(-2).map((text) => text.trim())).toEqual([
      'Questions',
      'What was decided',
    ])
    const opened = page.waitForEvent('popup')
    await page.getByRole('button', { name: 'Open second window' }).click()
    const second = await opened
    await page.getByText('The second window is open and empty').waitFor()
    expect(await screenOf(second).getAttribute('data-step')).toBe('blank')
    expect(second.url()).not.toMatch(/[?#]/)

    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await second.locator('[data-step="condition"]').waitFor()
    await page.getByText('The patient sees this screen.').waitFor()
    await page.evaluate(() => {
      addEventListener('keydown', () => (document.body.dataset['pressed'] = String(Date.now())), true)
    })
    await second.evaluate(() => {
      const note = () => (document.body.dataset['followed'] = String(Date.now()))
      new MutationObserver(note).observe(document.querySelector('.patient-screen') ?? document.body, {
        attributes: true,
        childList: true,
        subtree: true,
      })
    })
    for (const step of ['untreated', 'options']) {
      await page.keyboard.press('PageDown')
      await second.locator(`[data-step="${step}"]`).waitFor()
      const [pressed, followed] = await Promise.all([
        page.evaluate(() => Number(document.body.dataset['pressed'])),
        second.evaluate(() => Number(document.body.dataset['followed'])),
      ])
      expect(followed - pressed).toBeLessThan(100)
    }
    await page.getByRole('heading', { name: 'What to say' }).waitFor()
    await expectNoAxeViolations(page)
    await expectNoAxeViolations(second)

    await page.keyboard.press('b')
    await second.locator('[data-step="blank"]').waitFor()
    expect((await screenOf(second).innerText()).trim()).toBe('')
    await page.keyboard.press('b')
    await second.locator('[data-step="options"]').waitFor()
    await second.reload()
    await second.locator('[data-step="options"]').waitFor()
    const kept = () => [JSON.stringify(sessionStorage), location.href].join(' ')
    expect(await second.evaluate(kept)).not.toMatch(/carbamazepine|Zzyxo|needles/)
    // A clicker may speak to either window.
    await second.keyboard.press('End')
    await second.locator('[data-step="decision"]').waitFor()
    await page.getByRole('textbox', { name: 'What was decided' }).fill('Try the first tablet')
    await page.getByLabel('Questions, one a line').focus()
    await second.getByText('Try the first tablet').waitFor()
    await second.close()
    await page.getByText('The second window was closed: the patient sees nothing.').waitFor()
    const again = page.waitForEvent('popup')
    await page.getByRole('button', { name: 'Open it again' }).click()
    const third = await again
    await third.locator('[data-step="decision"]').waitFor()
    const closed = third.waitForEvent('close')
    await page.getByRole('button', { name: 'New patient' }).click()
    await closed
    await page.getByRole('heading', { name: 'Prepare to show' }).waitFor()
    await expect(page.getByLabel(/^Notes for yourself/).inputValue()).resolves.toBe('')
    expect(page.url()).not.toMatch(/Zzyxo|decided/)
    expectQuiet()
  })

  it('fills this screen: keys only, nothing to scroll on a tablet, at least 20 pixels, no header', async () => {
    const { page, expectQuiet } = await openPage({
      path: DRUGS,
      viewport: { width: 768, height: 1024 },
      context: { hasTouch: true },
    })
    await page.getByRole('button', { name: 'Show on this screen' }).focus()
    await page.keyboard.press('Enter')
    await screenOf(page).waitFor()
    expect(await page.locator('.app-header').count()).toBe(0)
    await resize(page, 768, 1024)
    const upright = await walk(page, () => expectNoAxeViolations(page))
    await resize(page, 1024, 768)
    await page.keyboard.press('Home')
    const across = await walk(page)
    for (const look of [...upright, ...across]) {
      expect(look).toMatchObject({ scrolls: false, targets: true, smallestNumber: 24 })
      expect(look.smallest).toBeGreaterThanOrEqual(20)
    }
    expect(new Set(upright.map(({ step }) => step)).size).toBe(9)
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Prepare to show' }).waitFor()
    expectQuiet()
  })

  it('speaks Spanish, says that no clinician has read it, and shows nothing at its address alone', async () => {
    const { page, expectQuiet } = await openPage({ path: DRUGS.replace('/prepare', '/show') })
    await page.getByRole('heading', { name: 'Prepare to show' }).waitFor()
    await page.getByLabel('Español').check()
    await page.getByLabel('Dark').check()
    await page.getByRole('button', { name: 'Show on this screen' }).click()
    await page.getByRole('heading', { name: 'Qué es' }).waitFor()
    await page.getByText('no ha sido revisada por un profesional clínico').waitFor()
    expect(await screenOf(page).getAttribute('lang')).toBe('es')
    await resize(page, 1024, 768)
    const looks = await walk(page)
    expect(looks.filter(({ scrolls }) => scrolls)).toEqual([])
    await expectNoAxeViolations(page)
    expectQuiet()
  })
})
