import { indexEvidence } from '@/domain/evidence'
import FindingDrawer from '@/features/finding/FindingDrawer.vue'
import { useEvidenceStore } from '@/stores/evidence'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { readTables, realEvidence } from '../../support/evidence'

const WU = 'wu-2012-botulinum-f1'
let closeDrawer: () => void = () => undefined

async function open(address: string, { evidence = realEvidence(), complete = true } = {}) {
  const page = { template: '<p />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'explore', component: page },
      { path: '/compare', name: 'compare', component: page },
      { path: '/sources/:id', name: 'source', component: page },
    ],
  })
  const pinia = createPinia()
  const store = useEvidenceStore(pinia)
  store.evidence = evidence
  store.state = 'ready'
  store.complete = complete
  await router.push(address)
  const wrapper = mount(FindingDrawer, { global: { plugins: [pinia, router] }, attachTo: document.body })
  const words = () => wrapper.text().replace(/\s+/g, ' ')
  closeDrawer = () => wrapper.unmount()
  return { wrapper, router, store, words }
}

afterEach(() => {
  closeDrawer()
  document.body.replaceChildren()
})

/** The fact of that name in the drawer. */
function fact({ wrapper }: Awaited<ReturnType<typeof open>>, label: string) {
  return wrapper
    .findAll('.fact-list > div')
    .find((line) => line.get('dt').text() === label)
    ?.get('dd')
    .text()
}

async function press(drawer: Awaited<ReturnType<typeof open>>, words: string) {
  await drawer.wrapper
    .findAll('button')
    .find((button) => button.text().startsWith(words))
    ?.trigger('click')
  await flushPromises()
}

describe('FindingDrawer', () => {
  it('shows the number, its study, the row as reported and who graded it', async () => {
    const drawer = await open(`/?finding=${WU}`)
    const words = drawer.words()
    expect(words).toContain('68 of 100')
    expect(words).toContain('53 more of 100')
    expect(words).toContain('NNTB 2 (2 to 5)')
    expect(words).toContain('Low certainty (GRADE), judged for this data set, not by the source.')
    expect(words).toContain('Cephalalgia. 2012;32(6):443-50.')
    expect(fact(drawer, 'Funding')).toBe('Funding not in the parts read.')
    expect(fact(drawer, 'Where in the source')).toBe('abstract')
    expect(fact(drawer, 'Value as printed')).toBe('68.18 percent')
  })

  it('links out of the app without handing anything on', async () => {
    const { wrapper } = await open(`/?finding=${WU}`)
    const links = wrapper.findAll('.addresses a')
    expect(links[0]?.attributes('href')).toBe('https://doi.org/10.1177/0333102412441721')
    for (const link of links) expect(link.attributes('rel')).toBe('noopener noreferrer external')
    expect(wrapper.text()).toContain('These links leave the app.')
  })

  it('puts the absolute numbers before a ratio', async () => {
    const { words } = await open('/?finding=vilming-1986-tizanidine-f1')
    expect(words().indexOf('47 fewer of 100')).toBeGreaterThan(0)
    expect(words().indexOf('47 fewer of 100')).toBeLessThan(words().indexOf('0.3 risk ratio'))
  })

  it('says that the source is loading, and, when all has arrived, that it is missing', async () => {
    const { findings, treatments, outcomes, terms } = readTables()
    const evidence = indexEvidence({ findings, treatments, outcomes, terms })
    const drawer = await open(`/?finding=${WU}`, { evidence, complete: false })
    expect(drawer.words()).toContain('Source is loading.')
    expect(drawer.words()).toContain('68 of 100')
    drawer.store.complete = true
    await flushPromises()
    expect(drawer.words()).toContain('The record of this source is missing from the data: wu-2012-botulinum.')
  })

  it('names the flags in words and never shows a working note', async () => {
    const drawer = await open('/?finding=mogahed-2017-ketamine-lidocaine-f5')
    const finding = realEvidence().findingById.get('mogahed-2017-ketamine-lidocaine-f5')
    expect(drawer.words()).toContain('The source does not say which way the result points')
    expect(drawer.words()).toContain('No number in the parts read.')
    expect(finding?.note).toMatch(/\S/)
    expect(drawer.words()).not.toContain(finding?.note)
    expect(drawer.words()).not.toContain('direction-unclear')
  })

  it('says that a row may not stand beside others, and does not offer it for the cell', async () => {
    const drawer = await open('/?finding=rabben-1999-ketamine-trigeminal-f2')
    expect(drawer.words()).toContain('A figure exists but may not stand beside others.')
    expect(drawer.wrapper.find('.place-in-cell').exists()).toBe(false)
  })

  it('goes away with its address, and nothing else of the address does', async () => {
    const drawer = await open(`/?treatments=mvd,srs&finding=${WU}`)
    await press(drawer, 'Close')
    expect(drawer.router.currentRoute.value.query).toEqual({ treatments: 'mvd,srs' })
    expect(drawer.wrapper.find('dialog').exists()).toBe(false)
  })

  it('goes on to another finding of the same cell, read from its title', async () => {
    const drawer = await open('/?treatments=mvd&finding=zhou-2023-mvd-pbc-f2')
    const link = drawer.wrapper.get('.other-findings a')
    expect(link.attributes('href')).toMatch(/treatments=mvd&finding=/)
    await link.trigger('click')
    await flushPromises()
    expect(drawer.router.currentRoute.value.query['finding']).not.toBe('zhou-2023-mvd-pbc-f2')
    expect(document.activeElement).toBe(drawer.wrapper.get('h2').element)
  })

  it('lists all findings of a crowded cell on demand', async () => {
    const drawer = await open('/?finding=barker-1996-mvd-f1')
    const listed = () => drawer.wrapper.findAll('.other-findings li:not(.later)')
    expect(listed()).toHaveLength(6)
    await press(drawer, 'Show all')
    expect(listed()).toHaveLength(21)
  })

  it("puts another finding into the cell, keeps that in the address, and gives the curators' choice back", async () => {
    const drawer = await open('/?finding=heinskou-2019-mvd-f1')
    const lead = () => drawer.router.currentRoute.value.query['lead']
    await press(drawer, 'Show this one in the cell')
    expect(lead()).toBe('heinskou-2019-mvd-f1')
    expect(drawer.words()).toContain('You chose this number for its cell.')
    await press(drawer, 'Show the standard choice again')
    expect(lead()).toBeUndefined()
  })

  it("says why the number leads, and prints the curators' reason beside it", async () => {
    const { words } = await open(`/?finding=${WU}`)
    expect(words()).toContain('Chosen because: direct, randomised trial, n 22')
    expect(words()).toContain('The curators on this row: Placebo trial, 42 people, week 12')
  })

  it('shows the address to be copied by hand where the clipboard is out of reach', async () => {
    const drawer = await open(`/?treatments=mvd,srs&finding=${WU}`)
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
    await press(drawer, 'Copy the link')
    const address = drawer.wrapper.get<HTMLTextAreaElement>('.copy-text textarea').element.value
    expect(address).toMatch(new RegExp(`^http.*/\\?finding=${WU}$`))
  })

  it('copies an address of this number and nothing else', async () => {
    const drawer = await open(`/compare?treatments=mvd,srs&finding=${WU}`)
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await press(drawer, 'Copy the link')
    expect(write.mock.calls[0]?.[0]).toMatch(new RegExp(`/\\?finding=${WU}$`))
    expect(drawer.words()).toContain('Copied.')
  })
})
