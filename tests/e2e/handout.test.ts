import { encode } from 'uqr'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxeViolations } from '../support/accessibility'
import { openPage, waitUntilReady } from '../support/browser'
import { readPdf } from '../support/readPdf'

const TYPED = 'Zzyxomab 200'
const FOUR = '/handout?treatments=carbamazepine,mvd,srs,balloon-compression'
const LINK =
  'https://tn.example.org/tn/compare?treatments=carbamazepine,mvd,srs,balloon-compression' +
  '&outcomes=pain-free-no-meds,pain-relief-substantial,recurrence,facial-numbness,troublesome-numbness&data=1.0.0'

const sheet = (page: Page) => page.getByRole('article')

async function fillIn(page: Page) {
  await page.getByLabel('What was decided').fill(`${TYPED} mg, then think it over.`)
  await page.getByLabel('Questions to ask').fill('How long is the wait?\nMay I drive?')
  await page.getByLabel('When to call us').fill('A rash or a fever.')
  await page.getByLabel('Who to call').fill('Pain clinic, 01234 567890')
}

/** Four options and five outcomes print on one page of both papers; returns the text of the A4 page. */
async function printBoth(page: Page): Promise<string> {
  const printed: string[] = []
  for (const format of ['A4', 'Letter']) {
    const pages = await readPdf(await page.pdf({ format }))
    expect(pages, `${format} of the page in ${await sheet(page).getAttribute('lang')}`).toHaveLength(1)
    printed.push(pages[0] ?? '')
  }
  return printed[0] ?? ''
}

describe('take home', () => {
  it('prints one page with the right numbers, and lets nothing of the patient out', async () => {
    const { page, url, expectQuiet } = await openPage()
    await page.evaluate(() =>
      localStorage.setItem(
        'tn-compare-settings',
        JSON.stringify({ publicAddress: 'https://tn.example.org/tn' }),
      ),
    )
    await page.goto(FOUR.replace('/handout', '/compare'))
    await waitUntilReady(page)
    await page.getByRole('link', { name: 'Take home' }).click()
    await sheet(page).waitFor()
    await fillIn(page)
    await page.getByText(/Fits on one page/).waitFor()

    const english = await printBoth(page)
    for (const text of [
      'Whatwetalkedabout',
      '30of100', // Barker 1996: 30 of 100 had a return of pain after the operation
      '43of100', // Kondziolka 2010: 193 of 450
      '19of100', // Espir: 19 of 99
      'Wefoundnonumber.Thisdoesnotmeanitissafe.',
      'Peoplewerefollowedfordifferentlengthsoftime.', // beside Barker 1996, in plain words
      'Wherethenumberscomefrom:1Barker1996.',
      'Zzyxomab200mg,thenthinkitover.',
      'MayIdrive?',
      'Painclinic,01234567890',
      'Data:version1.0.0.',
      LINK,
    ])
      expect(english).toContain(text)
    // The caveat of that row is written for clinicians.
    for (const screenOnly of ['Printnow', 'Noteforthe', 'Resultsonthepage', 'TNCompare', 'medianfollow-up'])
      expect(english).not.toContain(screenOnly)

    // The drawn squares are those of the library's own code for the link; no second encoder is at hand.
    const path = await sheet(page).locator('svg[role="img"] path').getAttribute('d')
    const drawn = [...(path ?? '').matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`)
    const { data } = encode(LINK, { ecc: 'M', border: 4 })
    const expected = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`${x} ${y}`] : [])))
    expect(drawn).toEqual(expected)

    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Print or save as PDF' }).click()
    await page.getByText('Printing is your own way out').waitFor()
    for (const field of await page.locator('.handout-form textarea').all())
      expect(
        await field.evaluate((at: HTMLTextAreaElement) => [at.autocomplete, at.spellcheck, at.translate]),
      ).toEqual(['off', false, false])
    expect(await page.getByLabel('The note as it will be copied').textContent()).toContain(TYPED)

    await page.getByLabel('Language of the page').selectOption('es')
    await sheet(page).getByText('De qué hemos hablado').waitFor()
    await sheet(page).getByText('Carbamazepina en comprimidos').waitFor()
    await page.getByText(/Fits on one page/).waitFor()
    const spanish = await printBoth(page)
    expect(spanish).toContain('43decada100')
    expect(spanish).toContain('1Barker1996.')
    expect(spanish).toContain('Estatraduccióntodavíanohasidorevisada')

    const kept = await page.evaluate(() => JSON.stringify([location.href, localStorage, sessionStorage]))
    expect(kept).not.toMatch(/Zzyxomab|rash|01234/)

    await page.reload()
    await waitUntilReady(page)
    expect(await page.getByLabel('What was decided').inputValue()).toBe('')
    await page.goto(LINK.replace('https://tn.example.org/tn', url).replace('1.0.0', '0.9.0'))
    await page.getByText('This link was made with version 0.9.0 of the data.').waitFor()
    await page
      .getByRole('columnheader', { name: /Balloon compression/ })
      .first()
      .waitFor()
    expectQuiet()
  })
})
