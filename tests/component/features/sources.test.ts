import EvidencePage from '@/features/evidence/EvidencePage.vue'
import SourcePage from '@/features/sources/SourcePage.vue'
import SourcesPage from '@/features/sources/SourcesPage.vue'
import { SOURCES_KEYS } from '@/domain/sources/sourcesKeys'
import { indexEvidence, type Evidence } from '@/domain/evidence'
import { useAnnouncer } from '@/stores/useAnnouncer'
import { useEvidenceStore } from '@/stores/evidence'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { evidenceWith, readTables, realEvidence } from '../../support/evidence'
import { makeSource } from '../../support/makeSource'

let close: () => void = () => undefined

interface Given {
  readonly evidence?: Evidence
  readonly complete?: boolean
}

async function open(address: string, { evidence = realEvidence(), complete = true }: Given = {}) {
  const page = { template: '<p />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'explore', component: page },
      { path: '/evidence', name: 'evidence', component: EvidencePage },
      { path: '/network', name: 'network', component: page },
      { path: '/sources', name: 'sources', component: SourcesPage, meta: { ownKeys: SOURCES_KEYS } },
      { path: '/sources/:id', name: 'source', component: SourcePage },
    ],
  })
  const pinia = createPinia()
  const store = useEvidenceStore(pinia)
  store.evidence = evidence
  store.state = 'ready'
  store.complete = complete
  store.info = { name: 'tn-compare-evidence', version: '1.0.0', created: '2026-11-23T00:00:00Z' } as never
  await router.push(address)
  const wrapper = mount(
    { template: '<RouterView />' },
    { global: { plugins: [pinia, router] }, attachTo: document.body },
  )
  await flushPromises()
  close = () => wrapper.unmount()
  const words = () => wrapper.text().replace(/\s+/g, ' ')
  const query = () => router.currentRoute.value.query
  return { wrapper, router, store, words, query }
}
type Opened = Awaited<ReturnType<typeof open>>

function button({ wrapper }: Opened, words: string) {
  const found = wrapper.findAll('button').find((candidate) => candidate.text().startsWith(words))
  if (!found) throw new Error(`no button ${words}`)
  return found
}

async function press(opened: Opened, words: string) {
  await button(opened, words).trigger('click')
  await flushPromises()
}

const titles = ({ wrapper }: Opened) => wrapper.findAll('.source-row .record a').map((link) => link.text())

/** What is put into a file, instead of a download. */
let saved: Blob[] = []

beforeEach(() => {
  saved = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob)
    return 'blob:made'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
})

afterEach(() => {
  close()
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

describe('the library of sources', () => {
  it('lists fifty and covers all: counts, search and saving', async () => {
    const library = await open('/sources')
    expect(library.words()).toContain('525 of 525 sources')
    expect(titles(library)).toHaveLength(50)
    await press(library, 'Show 50 more')
    expect(titles(library)).toHaveLength(100)
    await press(library, 'Save as CSL-JSON')
    expect(JSON.parse((await saved[0]?.text()) ?? '[]')).toHaveLength(525)
  })

  it('puts every filter, the search and the order into the address, and reads them from it', async () => {
    const library = await open('/sources')
    await library.wrapper.get('input[type=search]').setValue('botulinum')
    await flushPromises()
    await library.wrapper.get('.sort select').setValue('authors')
    await flushPromises()
    await press(library, 'Filters')
    await library.wrapper.get('.source-filters input').setValue(true)
    await flushPromises()
    expect(library.query()).toEqual({
      'source-search': 'botulinum',
      'source-type': 'rct',
      'source-sort': 'authors',
    })
    const before = titles(library)
    close()
    expect(
      titles(await open('/sources?source-search=botulinum&source-type=rct&source-sort=authors')),
    ).toEqual(before)
  })

  it('keeps the treatments of the other pages, and its search apart from theirs', async () => {
    const library = await open('/sources?treatments=mvd,srs&search=botox')
    expect(library.words()).toContain('525 of 525 sources')
    await library.wrapper.get('input[type=search]').setValue('x')
    await flushPromises()
    expect(library.query()).toEqual({ treatments: 'mvd,srs', search: 'botox', 'source-search': 'x' })
  })

  it('says how many sources a range of years leaves out for want of a year', async () => {
    const library = await open('/sources?source-from=2020')
    expect(library.words()).toMatch(/\d+ more have no year in their record and are left out/)
    expect(library.words()).toContain('Year: from 2020')
  })

  it('reports what a link names and the data do not have', async () => {
    const library = await open('/sources?source-type=blog,rct')
    expect(library.words()).toContain('source-type: blog')
    expect(library.words()).toContain('34 of 525 sources')
  })

  it('saves what is ticked, says how much the filters hide of it, and clears the ticks', async () => {
    const library = await open('/sources?source-search=wu-2012-botulinum')
    await library.wrapper.get('.source-row input').setValue(true)
    expect(library.words()).toContain('Save the 1 ticked source:')
    await library.router.push('/sources?source-search=fromm-1984-baclofen')
    await flushPromises()
    expect(library.words()).toContain('Save the 1 ticked source (1 hidden by the filters):')
    await press(library, 'Save as BibTeX')
    expect(await saved[0]?.text()).toMatch(/^@article\{wu-2012-botulinum,/)
    expect(useAnnouncer().message.value).toContain('1 source saved as BibTeX.')
    await press(library, 'Clear ticks')
    expect(library.words()).toContain('Save the 1 source found:')
  })

  it('says what a record lacks, in words', async () => {
    const lacking = [
      makeSource({ id: 'bare', title: '[A label]', bibliography: 'incomplete', url: 'https://example.org/' }),
      makeSource({ id: 'whole', doi: '10.1000/1', url: 'https://example.org/' }),
    ]
    const library = await open('/sources?source-sort=title', {
      evidence: evidenceWith(() => ({ sources: lacking, findings: [] })),
    })
    const [bare, whole] = library.wrapper.findAll('.source-row').map((row) => row.text().replace(/\s+/g, ' '))
    expect(bare ?? '').toContain(
      'Record incomplete. The title is a supplied description. Address read, may be a copy.',
    )
    expect(whole ?? '').not.toMatch(/incomplete|copy\./)
  })

  it('brings everything back from a search that finds nothing', async () => {
    const library = await open('/sources?source-search=zzzz&source-type=rct&source-sort=title')
    expect(library.words()).toContain('No source in this collection meets all of this')
    expect(button(library, 'Save as RIS').attributes('disabled')).toBeDefined()
    await press(library, 'Clear search and filters')
    expect(library.query()).toEqual({ 'source-sort': 'title' })
  })

  it('waits for the table, and says when it could not be read', async () => {
    const waiting = await open('/sources', { complete: false })
    expect(waiting.words()).toContain('Loading the sources')
    close()
    const { findings, treatments } = readTables()
    const broken = await open('/sources', { evidence: indexEvidence({ findings, treatments }) })
    expect(broken.words()).toContain('The table of sources could not be read')
    expect(broken.words()).not.toContain('0 of 0')
  })
})

describe('the page of a source', () => {
  it('shows the record, every number and who else reports the same patients', async () => {
    const page = await open('/sources/zhang-2014-botulinum')
    const words = page.words()
    expect(page.wrapper.get('h1').text()).toContain('Two doses of botulinum toxin type A')
    expect(words).toContain('Funding not in the parts read.')
    expect(words).toContain('The record of this source is incomplete.')
    expect(words).toContain('neither a DOI nor a PubMed id')
    expect(words).toContain('Some concerns; judged for this data set, not by the source')
    expect(words).toContain('4 numbers taken from it')
    expect(page.wrapper.findAll('.source-findings tbody tr')).toHaveLength(4)
    expect(words).toContain('botulinum-tn-rcts4 numbers here')
    expect(page.wrapper.findAll('.same-patients a').map((link) => link.text())).toContain('Wu et al. 2012')
  })

  it('opens each number in the drawer, by the address', async () => {
    const page = await open('/sources/zhang-2014-botulinum')
    await page.wrapper.get('.source-findings button').trigger('click')
    await flushPromises()
    expect(page.router.currentRoute.value.path).toBe('/sources/zhang-2014-botulinum')
    expect(page.query()['finding']).toMatch(/^zhang-2014-botulinum-f/)
  })

  it('says of each number whether it is its own, read elsewhere or quoted', async () => {
    const { evidence } = { evidence: realEvidence() }
    const quoted = evidence.findings.find((row) => row.reportedIn && row.reportedIn !== row.source)
    if (!quoted?.reportedIn) throw new Error('no quoted number in data/')
    const quoting = await open(`/sources/${quoted.reportedIn}`)
    expect(quoting.words()).toContain('Quoted here from')
    close()
    expect((await open(`/sources/${quoted.source}`)).words()).toContain('Its own number, read in')
  })

  it('copies a citation, and a report that names row, version and address', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const page = await open('/sources/wu-2012-botulinum')
    await press(page, 'Copy citation')
    expect(write.mock.calls[0]?.[0]).toMatch(/^Wu C, .* Cephalalgia\. 2012;32\(6\):443-50\. doi: /)
    expect(page.wrapper.get('.actions [role=status]').text()).toBe('Citation copied.')
    await page.wrapper.get('.source-findings .copy-text button').trigger('click')
    await flushPromises()
    const report = write.mock.calls[1]?.[0] ?? ''
    expect(report).toContain('Row: wu-2012-botulinum-f1')
    expect(report).toContain('version 1.0.0')
    expect(report).toMatch(/Address: http.*\/sources\/wu-2012-botulinum\?finding=wu-2012-botulinum-f1/)
    expect(page.wrapper.get('.source-findings [role=status]').text()).toContain('nothing was sent')
  })

  it('shows the text, selected and with words, where the clipboard is barred', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('barred'))
    const page = await open('/sources/wu-2012-botulinum')
    await press(page, 'Copy citation')
    const field = page.wrapper.get<HTMLTextAreaElement>('.copy-text textarea').element
    expect(page.words()).toContain('This browser did not let the app copy.')
    expect(field.value).toMatch(/^Wu C/)
    expect(document.activeElement).toBe(field)
    expect(field.selectionEnd - field.selectionStart).toBe(field.value.length)
  })

  it('lists cautions, statements and facts that rest on it', async () => {
    const page = await open('/sources/nice-cg173')
    expect(page.words()).toContain('What it says about treatments 10')
    expect(page.words()).toContain('Carbamazepine: Recommended first')
    expect(page.words()).toContain('No number of this collection was taken from this source.')
  })

  it('says when the data have no such source, and not before they are there', async () => {
    expect((await open('/sources/nobody', { complete: false })).words()).toContain('Loading the source')
    close()
    expect((await open('/sources/nobody')).words()).toContain('No source of this collection has this id')
  })
})

describe('the page Evidence', () => {
  it('leads to the pages that exist, and to no other', async () => {
    const page = await open('/evidence?treatments=mvd')
    expect(page.wrapper.findAll('a').map((link) => link.attributes('href'))).toEqual([
      '/sources?treatments=mvd',
      '/network?treatments=mvd',
    ])
  })
})
