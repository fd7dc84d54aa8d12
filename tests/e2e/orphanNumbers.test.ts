import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selectableTreatments } from '@/domain/evidence'
import { MOST_TREATMENTS, PICTURES } from '@/domain/view'
import { openPage, waitUntilReady } from '../support/browser'
import { realEvidence } from '../support/evidence'
import {
  findOrphans,
  namesWithDigits,
  settled,
  unfold,
  visit,
  walkAddresses,
  type Walk,
} from '../support/orphanNumbers'

/**
 * With WHOLE_WALK=1 (some five minutes) each outcome is drawn in each picture, and every source, finding, statement
 * and claim is opened. Else each outcome is drawn in one picture, in turn, and of long lists
 * every tenth is opened.
 */
const whole = process.env['WHOLE_WALK'] !== undefined
const some = <Row>(rows: readonly Row[], step: number) =>
  whole ? rows : rows.filter((_, place) => place % step === 0)

const evidence = realEvidence()
const names = namesWithDigits(evidence)

let page: Page
let checked = 0
let visited = 0

async function walk(addresses: readonly string[], how: Omit<Walk, 'addresses'> = {}) {
  const { checked: numbers, orphans } = await walkAddresses(page, { addresses, ...how }, names)
  checked += numbers
  visited += addresses.length
  expect(orphans).toEqual([])
  return numbers
}

/** What stands on the page or in a dialog now, whatever brought it there. */
async function scanHere(place: string) {
  await settled(page)
  const scan = await findOrphans(page, names)
  checked += scan.checked
  visited += 1
  expect(scan.orphans, place).toEqual([])
}

/** All treatments that can be picked, so many at a time. */
function sets(size: number): readonly (readonly string[])[] {
  const treatments = selectableTreatments(evidence).map(({ id }) => id)
  return Array.from({ length: Math.ceil(treatments.length / size) }, (_, at) =>
    treatments.slice(at * size, (at + 1) * size),
  )
}

/** Every outcome that any of them has a finding on. */
const outcomesOf = (treatments: readonly string[]) => [
  ...new Set(
    treatments.flatMap((id) => (evidence.findingsByTreatment.get(id) ?? []).map(({ outcome }) => outcome)),
  ),
]

const isHarm = (outcome: string) => evidence.outcomeById.get(outcome)?.domain === 'harm'

interface Asked {
  readonly treatments: readonly string[]
  readonly outcome: string
  /** An outcome of the other side: a harm beside a benefit. */
  readonly across: string
}

/** Each outcome once, with the first six treatments that have a finding on it, and no treatment left out. */
function askedOnce(asked: readonly Asked[]): readonly Asked[] {
  const seen = new Set<string>()
  return asked.filter(({ treatments, outcome }) => {
    const isNew = !seen.has(outcome) || !seen.has(treatments.join())
    seen.add(outcome).add(treatments.join())
    return isNew
  })
}

/** With a short table: the picture is what is looked at. */
function pictureAddresses(): readonly string[] {
  const asked = sets(MOST_TREATMENTS).flatMap((treatments) => {
    const outcomes = outcomesOf(treatments)
    return outcomes.map((outcome) => {
      const across = outcomes.find((other) => isHarm(other) !== isHarm(outcome)) ?? outcome
      return { treatments, outcome, across }
    })
  })
  return (whole ? asked : askedOnce(asked)).flatMap(({ treatments, outcome, across }, at) =>
    PICTURES.filter((_, place) => whole || place === at % PICTURES.length).map((picture) => {
      const rows = picture === 'benefit-harm' ? `${outcome},${across}` : outcome
      return `/compare?treatments=${treatments.join(',')}&outcomes=${rows}&outcome=${outcome}&picture=${picture}`
    }),
  )
}

beforeAll(async () => {
  ;({ page } = await openPage({ path: '/about' }))
})

afterAll(() => {
  process.stdout.write(`\n${checked} numbers checked in ${visited} states, 0 orphans where all tests pass\n`)
})

describe('the walk', () => {
  it('finds a number that opens nothing, and passes over what is no number of the evidence', async () => {
    await visit(page, '/about')
    await page.evaluate(() => {
      const lines = ['In a trial 31 % had relief', 'Bendtsen 2019', 'doi 10.1000/abc1']
      for (const line of lines)
        document
          .querySelector('main')
          ?.append(Object.assign(document.createElement('p'), { textContent: line }))
    })
    const { orphans: found } = await findOrphans(page, names)
    expect(found).toEqual([expect.stringContaining('In a trial 31 % had relief')])
    await page.reload()
    await waitUntilReady(page)
  })
})

describe('every number opens its source in one step', { timeout: whole ? 900_000 : 120_000 }, () => {
  it('in the list of all treatments, whatever it is ordered and narrowed by', async () => {
    const [ranked] = evidence.headlines
    await walk([
      '/',
      '/?family=procedure&hidden=show',
      '/?sort=name&search=pain',
      `/?sort=number&sort-outcome=${ranked?.outcome ?? ''}`,
      '/?line=first&family=procedure',
    ])
  })

  it('in the comparison of all treatments, six at a time, on all their outcomes', async () => {
    const all = sets(MOST_TREATMENTS)
    await walk(all.map((six) => `/compare?treatments=${six.join(',')}&outcomes=${outcomesOf(six).join(',')}`))
  })

  it('in the pictures of all treatments, six at a time, on all their outcomes', async () => {
    const numbers = await walk(pictureAddresses(), { within: '.compare-picture', quiet: 25, folded: true })
    expect(numbers).toBeGreaterThan(2500)
  })

  it('in what is open about a patient, and on paper', async () => {
    await visit(page, '/compare?treatments=carbamazepine,mvd,ketamine-iv')
    await unfold(page)
    await page.getByRole('button', { name: /^This patient/ }).click()
    const panel = page.getByRole('dialog', { name: 'This patient' })
    await panel.getByLabel('Age', { exact: true }).fill('73')
    for (const name of [/^Multiple sclerosis/, /^Depression/])
      await panel.getByRole('group', { name }).getByLabel('Yes', { exact: true }).check()
    await scanHere('the question that cannot wait')
    await page
      .getByRole('dialog', { name: 'Depression or suicidal thoughts' })
      .getByRole('button', { name: 'Close' })
      .click()
    await scanHere('the panel of a patient')
    await panel.getByRole('button', { name: 'Close', exact: true }).click()
    await page
      .getByRole('button', { name: /cautions: Carbamazepine$/ })
      .first()
      .click()
    await page.getByRole('dialog', { name: 'Carbamazepine', exact: true }).waitFor()
    await scanHere('the cautions of a treatment')
    await page.keyboard.press('Escape')
    await page.emulateMedia({ media: 'print' })
    await walk(['/compare?treatments=carbamazepine,mvd,srs&picture=forest', '/guidelines', '/condition'])
    await page.emulateMedia({ media: 'screen' })
    await page.reload()
    await waitUntilReady(page)
  })

  it('on the pages of a consult, four treatments at a time', async () => {
    const fours = sets(4).map((four) => four.join(','))
    await walk(fours.map((four) => `/handout?treatments=${four}`))
    await walk(some(fours, 5).map((four) => `/prepare?treatments=${four}`))
    await visit(page, '/matters?treatments=balloon-compression,mvd,rf-thermocoagulation')
    await page.getByLabel('Some pain relief', { exact: true }).check()
    await page.getByRole('slider', { name: 'Some pain relief' }).press('7')
    await unfold(page)
    await scanHere('what matters')
  })

  it('on the pages of evidence and of the app itself', async () => {
    await walk([
      '/evidence',
      '/network',
      '/sources',
      '/guidelines',
      '/guidelines?guideline-list=guideline',
      '/claims',
      `/claims?claim-answer=show&claim-chosen=${evidence.claims.map(({ id }) => id).join(',')}`,
      '/condition',
      '/data-check',
      '/about',
      '/about/method',
      '/about/makers',
      '/about/versions',
      '/about/standards',
      '/about/regulatory',
      '/about/accessibility',
      '/about/privacy',
      '/about/security',
      '/about/licences',
      '/about/glossary',
    ])
  })

  it('on the pages of sources', async () => {
    const sources = some(evidence.sources, 10)
    await walk(
      sources.map(({ id }) => `/sources/${id}`),
      {
        standsWith: Object.fromEntries(
          sources.map(({ id, title }) => [`/sources/${id}`, { selector: '.source-page h1', text: title }]),
        ),
      },
    )
  })

  it('in the drawers of findings and of guideline statements', async () => {
    const findings = some(evidence.findings, 10).map(({ id }) => `finding=${id}`)
    await walk(
      findings.map((query) => `/about?${query}`),
      {
        within: 'dialog[open]',
        folded: true,
        standsWith: Object.fromEntries(
          findings.map((query) => [
            `/about?${query}`,
            { selector: 'dialog[open] p.print-only', text: query },
          ]),
        ),
      },
    )
    await walk(
      some(evidence.recommendations, 10).map(({ id }) => `/guidelines?guideline-statement=${id}`),
      { within: 'dialog[open]', folded: true, quiet: 25 },
    )
  })

  it('for thousands of numbers: a walk that sees nothing proves nothing', () => {
    expect(checked).toBeGreaterThan(15_000)
  })
})
