import ClaimsPage from '@/features/claims/ClaimsPage.vue'
import { CLAIMS_KEYS } from '@/domain/claims/claimsView'
import type { Evidence } from '@/domain/evidence'
import { useEvidenceStore } from '@/stores/evidence'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { evidenceWith, realEvidence } from '../../support/evidence'

let close: () => void = () => undefined

async function open(query = '', evidence: Evidence = realEvidence()) {
  const page = { template: '<p />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'explore', component: page },
      { path: '/sources/:id', name: 'source', component: page },
      { path: '/claims', name: 'claims', component: page, meta: { ownKeys: CLAIMS_KEYS } },
    ],
  })
  const pinia = createPinia()
  const store = useEvidenceStore(pinia)
  store.evidence = evidence
  store.state = 'ready'
  store.complete = true
  store.info = { version: '1.0.0' } as typeof store.info
  await router.push(`/claims${query}`)
  // The answer moves the focus to the heading of the page, which stands in the frame's main.
  const main = document.createElement('main')
  document.body.append(main)
  const wrapper = mount(ClaimsPage, { global: { plugins: [pinia, router] }, attachTo: main })
  close = () => wrapper.unmount()
  return { wrapper, router }
}

const words = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()

afterEach(() => {
  close()
  document.body.replaceChildren()
})

describe('claims checked', () => {
  it('shows claim, verdict in both wordings, reason and sources', async () => {
    const { wrapper } = await open('?claim-verdict=contradicted')
    const claims = wrapper.findAll('.claim')
    expect(claims).toHaveLength(1)
    const text = words(claims[0]?.text())
    expect(text).toContain('“Ketamine acts in the area where it is injected.”')
    expect(text).toContain('Contradicted Studies say otherwise')
    expect(text).toContain('two double-blind trials found no effect on pain')
    expect(claims[0]?.findAll('a').map((link) => link.attributes('href'))).toEqual([
      '/sources/ayesh-2008-intraarticular',
      '/sources/castrillon-2008-masseter',
      '/sources/mogahed-2017-ketamine-lidocaine',
    ])
  })

  it('shows all claims of the data when a verdict is unknown', async () => {
    const { wrapper } = await open('?claim-verdict=nonsense')
    expect(wrapper.findAll('.claim')).toHaveLength(realEvidence().claims.length)
  })

  it('filters by verdict in the address', async () => {
    const { wrapper, router } = await open()
    await wrapper.findAll('.claim-filters input')[3]?.trigger('change')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ 'claim-verdict': 'contradicted' })
    expect(wrapper.text()).toContain('1 of 25 claims')
  })

  it('opens the source of each number behind a claim', async () => {
    const { wrapper, router } = await open('?claim-verdict=contradicted')
    const details = wrapper.get('.numbers-behind')
    expect(details.text()).toContain('certainty: 8 very low')
    ;(details.element as HTMLDetailsElement).open = true
    await details.trigger('toggle')
    const buttons = details.findAll('.estimate-figure button')
    expect(buttons).toHaveLength(8)
    await buttons[0]?.trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query).toMatchObject({ 'claim-verdict': 'contradicted' })
    const finding = String(router.currentRoute.value.query['finding'])
    expect(realEvidence().findingById.get(finding)?.source).toBe('ayesh-2008-intraarticular')
  })

  it('prints an answer in plain words, with sources, date and data version, and says that nobody reviewed it', async () => {
    const { wrapper, router } = await open()
    const ticks = wrapper.findAll('.claim .claimed input')
    await ticks[13]?.setValue(true)
    await flushPromises()
    await ticks[10]?.setValue(true)
    await flushPromises()
    expect(router.currentRoute.value.query['claim-chosen']).toBe('c14,c11')
    await wrapper.get('.to-answer .main').trigger('click')
    await flushPromises()
    const answer = words(wrapper.get('.answer').text())
    expect(wrapper.findAll('.answer h2').map((heading) => heading.text())).toEqual([
      '“Ketamine acts in the area where it is injected.”',
      '“Relief of TN pain after ketamine infusions lasts for the long term.”',
    ])
    expect(answer).toContain('Studies say otherwise')
    expect(answer).not.toContain('Contradicted')
    expect(answer).toContain('Not reviewed by a clinician yet.')
    expect(answer).toContain('Data version 1.0.0.')
    expect(answer).toMatch(/Printed \d{1,2} \p{L}+ \d{4}\./u)
    expect(answer).toContain('1 Ayesh et al. 2008')
    expect(document.activeElement?.tagName).toBe('H1')
    await wrapper
      .findAll('button')
      .find((button) => button.text() === 'Back to all claims')
      ?.trigger('click')
    await flushPromises()
    expect(wrapper.findAll('.claim')).toHaveLength(25)
  })

  it('asks for claims where the address chooses none that are known', async () => {
    const { wrapper } = await open('?claim-answer=show&claim-chosen=c99')
    expect(wrapper.text()).toContain('No claim is chosen yet')
  })

  it('shows any further text of the data, about any treatment and by anybody', async () => {
    const evidence = evidenceWith(({ claims }) => ({
      claims: [
        ...claims.slice(0, 1),
        {
          id: 'x',
          claim: 'Decompression always lasts.',
          claimSource: 'leaflet of a clinic',
          verdict: 'unsupported',
          explanation: 'It does not.',
          sources: [],
          note: 'never shown',
        },
      ],
    }))
    const { wrapper } = await open('', evidence)
    expect(wrapper.findAll('h2').map((heading) => heading.text())).toEqual([
      'Claimed in: web text for patients promoting ketamine infusions',
      'Claimed in: leaflet of a clinic',
    ])
    expect(wrapper.text()).not.toContain('never shown')
  })
})
