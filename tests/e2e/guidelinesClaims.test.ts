import { describe, expect, it } from 'vitest'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage, waitUntilReady } from '../support/browser'

const PAGES = [
  '/guidelines',
  '/guidelines?guideline-rows=differ&guideline-statement=r049-bendtsen-2019-ean-rf-thermocoagulation',
  '/claims',
  '/claims?claim-answer=show&claim-chosen=c13,c14',
  '/condition',
]
const SCREENS = [
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 1024, height: 768, colorScheme: 'dark' },
  { width: 1440, height: 900, colorScheme: 'light' },
] as const

it.each(PAGES)('%s fits every screen, is quiet and has no fault that axe finds', async (path) => {
  const { page, expectQuiet } = await openPage({ path, viewport: SCREENS[0] })
  for (const { width, height, colorScheme } of SCREENS) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await expectNoAxeViolations(page)
  }
  expectQuiet()
})

describe('guidelines', () => {
  it('opens a statement by keyboard, gives the focus back, and Back undoes the filter', async () => {
    const { page } = await openPage({ path: '/guidelines' })
    await page.getByRole('radio', { name: 'They disagree 7' }).focus()
    await page.keyboard.press('Space')
    await page.waitForURL(/guideline-rows=disagree/)
    const button = page.getByRole('button', { name: /^Insufficient evidence.*AAN-EFNS 2008 .* on Phenytoin/ })
    await button.focus()
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog')
    await drawer.getByText('uncertain effectiveness').waitFor()
    expect(await drawer.getByRole('link', { name: 'All that was taken from this source' }).count()).toBe(1)
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.goBack()
    await page.goBack()
    await page.goBack()
    await page.waitForURL((url) => url.pathname === '/guidelines' && url.search === '')
  })

  it('keeps the heads of the columns in sight while the rows scroll', async () => {
    const { page } = await openPage({ path: '/guidelines' })
    await page.getByRole('rowheader', { name: 'Misoprostol' }).scrollIntoViewIfNeeded()
    const top = await page.locator('.matrix-head').evaluate((head) => head.getBoundingClientRect().top)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(top).toBeLessThan(50)
  })

  it('lets the guideline that is followed here lead in Explore and Compare, after a reload too', async () => {
    const { page } = await openPage({ path: '/guidelines' })
    await page.getByLabel('Our guideline').selectOption({ label: 'DGN 2023' })
    await page.goto('/?search=oxcarbazepine')
    await waitUntilReady(page)
    const row = page.getByRole('row').filter({ hasText: 'Oxcarbazepine' }).last()
    expect(await row.locator('.stances > span').first().innerText()).toMatch(
      /^Recommended first: DGN 2023 \(ours\)/,
    )
    await page.goto('/compare?treatments=oxcarbazepine,phenytoin')
    await waitUntilReady(page)
    const first = page.locator('.row-stance').first()
    expect(await first.locator('th').innerText()).toMatch(/DGN 2023\s+Ours/)
  })
})

describe('claims', () => {
  it('go from the text in hand to a page for the patient, which alone is printed', async () => {
    const { page } = await openPage({ path: '/claims' })
    await page.getByRole('searchbox').fill('long term')
    await page.waitForURL(/claim-search=long/)
    await page.getByRole('checkbox', { name: /Relief of TN pain after ketamine infusions/ }).check()
    await page.getByRole('button', { name: 'One-page answer (1 chosen)' }).click()
    await page.getByRole('heading', { level: 1, name: 'What studies say about what you read' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    expect(await page.getByText('Studies do not back this').isVisible()).toBe(true)
    expect(await page.getByText(/Data version \d/).isVisible()).toBe(true)
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)
    expect(pages).toHaveLength(1)
  })

  it('open the source of a number behind a claim and keep the filter', async () => {
    const { page } = await openPage({ path: '/claims?claim-verdict=contradicted' })
    await page.getByText('The numbers behind').click()
    await page.locator('.numbers-behind .estimate-figure button').first().click()
    await page.getByRole('dialog').getByText('Ayesh').first().waitFor()
    expect(page.url()).toContain('claim-verdict=contradicted')
  })
})
