import GuidelinesPage from '@/features/guidelines/GuidelinesPage.vue'
import { GUIDELINES_KEYS } from '@/domain/guidelines/guidelinesView'
import { indexEvidence, type Evidence } from '@/domain/evidence'
import { useEvidenceStore } from '@/stores/evidence'
import { useSettingsStore } from '@/stores/settings'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { readTables, realEvidence } from '../../support/evidence'

let close: () => void = () => undefined

interface Options {
  readonly evidence?: Evidence
  readonly narrow?: boolean
}

async function open(query = '', { evidence = realEvidence(), narrow = false }: Options = {}) {
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (media) => ({ media, matches: narrow, addEventListener: vi.fn(), removeEventListener: vi.fn() }) as never,
  )
  const page = { template: '<p />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'explore', component: page },
      { path: '/sources/:id', name: 'source', component: page },
      { path: '/guidelines', name: 'guidelines', component: page, meta: { ownKeys: GUIDELINES_KEYS } },
    ],
  })
  const pinia = createPinia()
  const store = useEvidenceStore(pinia)
  store.evidence = evidence
  store.state = 'ready'
  store.complete = true
  await router.push(`/guidelines${query}`)
  const wrapper = mount(GuidelinesPage, { global: { plugins: [pinia, router] }, attachTo: document.body })
  close = () => wrapper.unmount()
  return { wrapper, router, settings: useSettingsStore(pinia) }
}

function rowOf({ wrapper }: Awaited<ReturnType<typeof open>>, name: string) {
  const row = wrapper.findAll('.matrix tbody tr').find((line) => line.find('th').text().startsWith(name))
  if (!row) throw new Error(`no row ${name}`)
  return row
}
const words = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()

beforeEach(() => localStorage.clear())
afterEach(() => {
  close()
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

describe('the matrix of guidelines', () => {
  it('is a table with a heading for each guideline and each treatment', async () => {
    const { wrapper } = await open()
    expect(wrapper.findAll('thead th[scope=col]')).toHaveLength(8)
    for (const row of wrapper.findAll('.matrix tbody tr:not(.group)'))
      expect(row.findAll('th[scope=row]')).toHaveLength(1)
    expect(wrapper.findAll('th[scope=rowgroup]').length).toBeGreaterThan(5)
  })

  it('says in each empty cell that nothing was read, and of silence that it is silence', async () => {
    const page = await open()
    const cells = rowOf(page, 'Carbamazepine').findAll('td')
    expect(words(cells[0]?.text())).toBe('Nothing read')
    const ketamine = rowOf(page, 'Ketamine, intravenous').text()
    expect(ketamine).toContain('Not mentioned in the part read')
    for (const cell of page.wrapper.findAll('.matrix td')) expect(cell.text()).not.toBe('')
  })

  it('marks a row in which guidelines take different sides, and says which', async () => {
    const page = await open()
    const row = rowOf(page, 'Phenytoin')
    expect(row.classes()).toContain('differs')
    expect(row.get('th').text()).toContain('Disagree')
    expect(row.get('th').text()).toContain('within limits: NICE CG173')
    expect(rowOf(page, 'Carbamazepine').get('th').text()).not.toContain('Disagree')
  })

  it('shows only those rows on demand, in the address', async () => {
    const page = await open()
    const [, disagree] = page.wrapper.findAll('input[name=guideline-rows]')
    await disagree?.trigger('change')
    await flushPromises()
    expect(page.router.currentRoute.value.query).toEqual({ 'guideline-rows': 'disagree' })
    const rows = page.wrapper.findAll('.matrix tbody tr:not(.group)')
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.every((row) => row.classes().includes('differs'))).toBe(true)
  })

  it('names the class where a statement is one on a class', async () => {
    const page = await open()
    expect(rowOf(page, 'Stereotactic radiosurgery').text()).toContain(
      'Said of the class: Neuroablative procedures',
    )
  })

  it('opens what a guideline says, with place and source, and closes again', async () => {
    const page = await open()
    await rowOf(page, 'Carbamazepine')
      .findAll('button')
      .find((button) => button.text().includes('AAN-EFNS'))
      ?.trigger('click')
    await flushPromises()
    const drawer = page.wrapper.get('dialog')
    expect(drawer.text()).toContain('Level A')
    expect(drawer.text()).toContain('established as effective')
    expect(drawer.text()).toContain('abstract')
    expect(drawer.findAll('a').map((link) => link.attributes('href'))).toContain(
      '/sources/gronseth-2008-aan-efns',
    )
    await drawer.get('.close').trigger('click')
    await flushPromises()
    expect(page.router.currentRoute.value.fullPath).toBe('/guidelines')
  })

  it('says of silence in the drawer that it is no rejection, and ignores an id it does not know', async () => {
    const silent = await open('?guideline-statement=r001-bendtsen-2019-ean-ketamine-iv')
    expect(silent.wrapper.get('dialog').text()).toContain('Not mentioned is not rejected')
    close()
    expect((await open('?guideline-statement=r999')).wrapper.find('dialog').exists()).toBe(false)
  })

  it('puts the guideline that is followed here first, and remembers it', async () => {
    const page = await open()
    await page.wrapper.get('select').setValue('gronseth-2008-aan-efns')
    expect(words(page.wrapper.findAll('thead th')[1]?.text())).toMatch(/^Ours\s?AAN-EFNS 2008/)
    expect(page.settings.ourGuideline).toBe('gronseth-2008-aan-efns')
    await page.wrapper.get('select').setValue('')
    expect(page.settings.ourGuideline).toBeUndefined()
  })

  it('keeps every document that is no vote under its own heading, out of the matrix', async () => {
    const { wrapper } = await open()
    expect(wrapper.get('.matrix').text()).not.toContain('NG193')
    const kinds = wrapper.findAll('.kind')
    expect(kinds.map((kind) => kind.get('h3').text())).toEqual([
      'Superseded TN guideline',
      'Guideline on another condition',
      'Professional statement',
      'Review',
      'Payer policy',
      'Drug label',
      'Handbook',
    ])
    expect(kinds[1]?.text()).toContain('NICE NG193')
  })

  it('is a list on a narrow screen, by treatment or by guideline', async () => {
    const byTreatment = await open('', { narrow: true })
    expect(byTreatment.wrapper.find('.matrix').exists()).toBe(false)
    const [first] = byTreatment.wrapper.findAll('.treatment')
    expect(words(first?.text())).toMatch(
      /^Carbamazepine\s?DGN 2023: Recommended first.*Nothing read: NICE CKS 2024/,
    )
    close()
    const byGuideline = await open('?guideline-list=guideline', { narrow: true })
    expect(byGuideline.wrapper.findAll('.guideline')).toHaveLength(7)
  })

  it('says so when the data hold no guideline', async () => {
    const { wrapper } = await open('', { evidence: indexEvidence({ ...readTables(), recommendations: [] }) })
    expect(wrapper.text()).toContain('The data hold no current guideline')
  })
})
