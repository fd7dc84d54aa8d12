import ComparePage from '@/features/compare/ComparePage.vue'
import { indexEvidence, type Evidence } from '@/domain/evidence'
import { PHRASES } from '@/domain/phrases'
import { useEvidenceStore } from '@/stores/evidence'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { readTables, realEvidence } from '../support/evidence'

// The picture has tests of its own; happy-dom cannot draw.
vi.mock('@/features/compare/ComparePicture.vue', () => ({
  __esModule: true,
  default: { props: ['columns', 'outcome'], template: '<p />' },
}))

let close: () => void = () => undefined

async function open(query: string, { evidence = realEvidence(), complete = true } = {}) {
  const page = { template: '<p />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'explore', component: page },
      { path: '/compare', name: 'compare', component: page },
      { path: '/prepare', name: 'prepare', component: page },
      { path: '/matters', name: 'matters', component: page },
      { path: '/handout', name: 'handout', component: page },
    ],
  })
  const pinia = createPinia()
  const store = useEvidenceStore(pinia)
  store.evidence = evidence as Evidence
  store.state = 'ready'
  store.complete = complete
  await router.push(`/compare?${query}`)
  const wrapper = mount(ComparePage, { global: { plugins: [pinia, router] }, attachTo: document.body })
  close = () => wrapper.unmount()
  return { wrapper, router, store }
}

/** Open, and built to the end: parts of the table follow one another. */
async function openAll(query: string, options = {}) {
  const opened = await open(query, options)
  await vi.waitFor(() => expect(opened.wrapper.find('.row-sources').exists()).toBe(true), 20_000)
  await vi.waitFor(() => expect(opened.wrapper.text()).not.toContain('Loading.'), 20_000)
  return opened
}

function row({ wrapper }: Awaited<ReturnType<typeof open>>, label: string) {
  const found = wrapper
    .findAll('tbody tr')
    .find((line) => line.find('th .label').exists() && line.find('th .label').text() === label)
  if (!found) throw new Error(`no row ${label}`)
  return found
}

afterEach(() => {
  close()
  document.body.replaceChildren()
})

describe('the comparison', () => {
  it('asks for treatments when there are none, and for one more when there is one', async () => {
    const none = await open('')
    expect(none.wrapper.text()).toContain('Pick two to six treatments')
    close()
    const one = await open('treatments=mvd')
    expect(one.wrapper.text()).toContain('Pick one more')
    expect(one.wrapper.find('input[role=combobox]').exists()).toBe(true)
  })

  it('puts treatments in columns with a heading cell for each column and row', async () => {
    const { wrapper } = await openAll('treatments=carbamazepine,oxcarbazepine,lamotrigine')
    expect(wrapper.findAll('thead th[scope=col]').map((head) => head.text())).toEqual([
      'What is compared',
      'Carbamazepine',
      'Oxcarbazepine',
      'Lamotrigine',
    ])
    for (const line of wrapper.findAll('tbody tr:not(.section-head)'))
      expect(line.findAll('th[scope=row]')).toHaveLength(1)
  })

  it('prints number, interval, what was counted and the caveat in the cell, and opens its source', async () => {
    const page = await openAll('treatments=botulinum-toxin-a,carbamazepine')
    const [cell] = row(page, 'At least 50 percent less pain').findAll('td')
    const text = cell?.text().replace(/\s+/g, ' ')
    expect(text).toContain('68 of 100')
    expect(text).toContain('47 to 84')
    expect(text).toContain('15 of 22 · 12 weeks · At least 50% less pain')
    expect(cell?.find('.interval-strip').attributes('aria-label')).toContain('interval 47 to 84')
    await cell?.find('.estimate-figure button').trigger('click')
    await flushPromises()
    expect(page.router.currentRoute.value.query['finding']).toBe('wu-2012-botulinum-f1')
  })

  it('says of a row without any figure one phrase across all columns', async () => {
    const page = await openAll('treatments=cbt,tens')
    const cells = row(page, 'Facial numbness').findAll('td')
    expect(cells).toHaveLength(1)
    expect(cells[0]?.attributes('colspan')).toBe('2')
    expect(cells[0]?.text()).toBe(PHRASES.noHarmFigure)
  })

  it('puts the pinned column first and keeps the mark of each treatment', async () => {
    const { wrapper } = await openAll('treatments=mvd,srs&reference=srs')
    const heads = wrapper.findAll('thead .names th').slice(1)
    expect(heads.map((head) => head.text())).toEqual(['Radiosurgery (SRS)Reference', 'MVD'])
    expect(heads[0]?.find('.treatment-mark').attributes('style')).toContain('--treatment-2')
  })

  it('hides rows in which all columns agree, and says how many', async () => {
    const { wrapper } = await openAll('treatments=cbt,tens&rows=differences')
    expect(wrapper.findAll('th .label').map((label) => label.text())).not.toContain('Facial numbness')
    expect(wrapper.text()).toMatch(/\d+ rows in which all agree, hidden/)
  })

  it('lets another usable row lead, which the address keeps, and gives the cell back', async () => {
    const page = await openAll('treatments=lamotrigine,carbamazepine')
    const cell = () => row(page, 'Pain free, with or without medicine').findAll('td')[0]
    expect(cell()?.find('.figure').text()).toBe('48')
    const details = cell()?.find('details')
    if (details) (details.element as HTMLDetailsElement).open = true
    await details?.trigger('toggle')
    await cell()
      ?.findAll('button')
      .find((button) => button.text().startsWith('Let this row lead'))
      ?.trigger('click')
    await flushPromises()
    expect(page.router.currentRoute.value.query['lead']).toBe('goel-ltg-cbz-f1')
    expect(cell()?.find('.figure').text()).toBe('84')
    await cell()
      ?.findAll('button')
      .find((button) => button.text() === 'Back to the first choice')
      ?.trigger('click')
    await flushPromises()
    expect(page.router.currentRoute.value.query['lead']).toBeUndefined()
  })

  it('flags sources that disagree', async () => {
    const page = await openAll('treatments=srs,mvd')
    expect(row(page, 'Facial numbness').findAll('td')[0]?.text()).toContain('Sources disagree')
  })

  it('prints the warning before a regimen', async () => {
    const page = await openAll('treatments=ketamine-iv,lidocaine-iv')
    const text = row(page, 'Regimen').findAll('td')[0]?.text() ?? ''
    expect(text.indexOf('Experimental.')).toBeGreaterThanOrEqual(0)
    expect(text.indexOf('Experimental.')).toBeLessThan(text.indexOf('0.4 mg/kg'))
  })

  it('says of a treatment without a caution that this is no proof of safety', async () => {
    const page = await openAll('treatments=carbamazepine,cbt')
    const [first, second] = row(page, 'Pregnancy or possible pregnancy').findAll('td')
    expect(first?.text()).toContain('Avoid')
    expect(second?.text()).toBe(PHRASES.noCaution)
  })

  it('says that cautions are loading until they have arrived', async () => {
    const tables = Object.entries(readTables()).filter(
      ([name]) => !['cautions', 'factors', 'sources'].includes(name),
    )
    const { wrapper } = await open('treatments=carbamazepine,cbt', {
      evidence: indexEvidence(Object.fromEntries(tables)),
      complete: false,
    })
    await vi.waitFor(() => expect(wrapper.text()).toContain('Loading the cautions'))
    expect(wrapper.text()).not.toContain(PHRASES.noCaution)
    expect(wrapper.text()).toContain('Loading what the verdicts rest on')
  })

  it('never shows a working note', async () => {
    const { wrapper } = await openAll('treatments=ketamine-iv,mvd,carbamazepine')
    const text = wrapper.text()
    const { treatments, outcomes, recommendations } = realEvidence()
    const notes = [...treatments, ...outcomes, ...recommendations].flatMap((item) => item.note ?? [])
    expect(notes.length).toBeGreaterThan(100)
    expect(notes.filter((note) => note.length > 20 && text.includes(note))).toEqual([])
  })
})

describe('the verdicts above the table', () => {
  it('say a sentence for each pair of three columns, before the table', async () => {
    const { wrapper } = await openAll(
      'treatments=carbamazepine,oxcarbazepine,lamotrigine&outcome=any-adverse',
    )
    const lines = wrapper.findAll('.pair-line')
    expect(lines).toHaveLength(3)
    expect(lines[0]?.text()).toMatch(/^Head-to-head\. Carbamazepine and Oxcarbazepine were compared directly/)
    const html = wrapper.html()
    expect(html.indexOf('pair-verdicts')).toBeLessThan(html.indexOf('compare-table'))
  })

  it('form a triangle of marks for four columns, each opening its sentence', async () => {
    const { wrapper } = await openAll(
      'treatments=mvd,srs,balloon-compression,rf-thermocoagulation&outcome=pain-free',
    )
    const marks = wrapper.findAll('.pair-triangle button')
    expect(marks).toHaveLength(6)
    expect(wrapper.find('.pair-triangle .pair-line').exists()).toBe(false)
    await marks[0]?.trigger('click')
    expect(wrapper.find('.pair-triangle .pair-line').text()).toContain('MVD and Radiosurgery (SRS)')
    expect(marks[0]?.attributes('aria-expanded')).toBe('true')
  })

  it('change to plain words for a patient', async () => {
    const { wrapper } = await openAll('treatments=carbamazepine,lamotrigine')
    await wrapper
      .findAll('.pair-verdicts button')
      .find((button) => button.text() === 'In plain words')
      ?.trigger('click')
    await vi.waitFor(() =>
      expect(wrapper.find('.pair-line').text()).toContain('Carbamazepine tablets and Lamotrigine tablets'),
    )
  })
})
