import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selectableTreatments } from '@/domain/evidence'
import { MOST_TREATMENTS, PICTURES } from '@/domain/view'
import { openPage, waitUntilReady } from '../support/browser'
import { realEvidence } from '../support/evidence'
import { findOrphans, settled, unfold, visit } from '../support/orphanNumbers'

const evidence = realEvidence()

/** Names of the data with a digit in them: they are words, not results. The longest first. */
const names = [
  ...evidence.treatments.flatMap((row) => [row.name, row.shortName, row.plainName]),
  ...evidence.outcomes.flatMap((row) => [row.label, row.plainLabel]),
  ...[...evidence.definitions, ...evidence.denominators, ...evidence.populations, ...evidence.terms].flatMap(
    (row) => [row.label, row.plainLabel],
  ),
  ...evidence.recommendations.map((row) => row.guidelineName),
  ...evidence.sources.map((row) => row.title),
  ...evidence.factors.map((row) => row.label),
  ...evidence.glossary.flatMap((row) => [row.term, row.plainDefinition]),
]
const namesWithDigits = [...new Set(names)]
  .filter((name) => name !== undefined && /\d/.test(name))
  .sort((a, b) => b.length - a.length)

let page: Page
const orphans = new Map<string, string>()
let checked = 0

async function check(address: string) {
  await visit(page, address)
  if (await unfold(page)) await settled(page)
  const scan = await findOrphans(page, namesWithDigits)
  checked += scan.checked
  for (const orphan of scan.orphans) if (!orphans.has(orphan)) orphans.set(orphan, address)
  return scan
}

/** What stands on the page or in a dialog now, whatever brought it there. */
async function scanHere(place: string) {
  await settled(page)
  const scan = await findOrphans(page, namesWithDigits)
  checked += scan.checked
  for (const orphan of scan.orphans) if (!orphans.has(orphan)) orphans.set(orphan, place)
}

function expectNoNew(before: number) {
  expect([...orphans].slice(before).map(([orphan, address]) => `${orphan}   at ${address}`)).toEqual([])
}

async function checkAll(addresses: readonly string[]) {
  const before = { checked, orphans: orphans.size }
  for (const address of addresses) await check(address)
  expectNoNew(before.orphans)
  return checked - before.checked
}

/** Six treatments at a time, with every outcome that any of them has a finding on. */
function compareAddresses(): readonly string[] {
  const treatments = selectableTreatments(evidence).map(({ id }) => id)
  const batches = Array.from({ length: Math.ceil(treatments.length / MOST_TREATMENTS) }, (_, batch) =>
    treatments.slice(batch * MOST_TREATMENTS, (batch + 1) * MOST_TREATMENTS),
  )
  return batches.map((batch) => {
    const outcomes = new Set(
      batch.flatMap((id) => (evidence.findingsByTreatment.get(id) ?? []).map(({ outcome }) => outcome)),
    )
    return `/compare?treatments=${batch.join(',')}&outcomes=${[...outcomes].slice(0, 100).join(',')}`
  })
}

const everyNth = <Row>(rows: readonly Row[], step: number) => rows.filter((_, place) => place % step === 0)

beforeAll(async () => {
  ;({ page } = await openPage({ path: '/about' }))
})

afterAll(() => {
  process.stdout.write(`\n${checked} numbers checked, ${orphans.size} orphans\n`)
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
    const { orphans: found } = await findOrphans(page, namesWithDigits)
    expect(found).toEqual([expect.stringContaining('In a trial 31 % had relief')])
    await page.reload()
    await waitUntilReady(page)
  })
})

describe('every number opens its source in one step', () => {
  it('in the list of all treatments, whatever it is ordered and narrowed by', async () => {
    const [ranked] = evidence.headlines
    await checkAll([
      '/',
      '/?family=procedure&hidden=show',
      '/?sort=name&search=pain',
      `/?sort=number&sort-outcome=${ranked?.outcome ?? ''}`,
      '/?line=first&family=procedure',
    ])
  })

  it('in the comparison of all treatments, six at a time, on all their outcomes', async () => {
    await checkAll(compareAddresses())
  })

  it('in every picture', async () => {
    const sets = [
      'carbamazepine,oxcarbazepine,lamotrigine',
      'mvd,srs,balloon-compression,rf-thermocoagulation',
    ]
    await checkAll(
      sets.flatMap((set) => PICTURES.map((picture) => `/compare?treatments=${set}&picture=${picture}`)),
    )
  })

  it('in what is open about a patient, and on paper', async () => {
    const before = orphans.size
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
    for (const address of [
      '/compare?treatments=carbamazepine,mvd,srs&picture=forest',
      '/guidelines',
      '/condition',
    ])
      await check(address)
    await page.emulateMedia({ media: 'screen' })
    await page.reload()
    await waitUntilReady(page)
    expectNoNew(before)
  })

  it('in the drawer of a guideline statement, every tenth of them', async () => {
    await checkAll(
      everyNth(evidence.recommendations, 10).map(({ id }) => `/guidelines?guideline-statement=${id}`),
    )
  })

  it('on the pages of evidence and of the app itself', async () => {
    await checkAll([
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

  it('on the page of a source, every tenth of them', async () => {
    await checkAll(everyNth(evidence.sources, 10).map(({ id }) => `/sources/${id}`))
  })

  it('in the drawer of a finding, every twelfth of them', async () => {
    await checkAll(everyNth(evidence.findings, 12).map(({ id }) => `/about?finding=${id}`))
  })

  it('for thousands of numbers: a walk that sees nothing proves nothing', () => {
    expect(checked).toBeGreaterThan(10_000)
  })
})
