import ConditionPage from '@/features/condition/ConditionPage.vue'
import { useEvidenceStore } from '@/stores/evidence'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { realEvidence } from '../../support/evidence'

let close: () => void = () => undefined

async function open({ complete = true } = {}) {
  const page = { template: '<p />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'explore', component: page },
      { path: '/sources/:id', name: 'source', component: page },
      { path: '/condition', name: 'condition', component: page },
    ],
  })
  const pinia = createPinia()
  const store = useEvidenceStore(pinia)
  store.evidence = realEvidence()
  store.state = 'ready'
  store.complete = complete
  await router.push('/condition')
  const wrapper = mount(ConditionPage, { global: { plugins: [pinia, router] }, attachTo: document.body })
  close = () => wrapper.unmount()
  return wrapper
}

afterEach(() => {
  close()
  document.body.replaceChildren()
})

describe('the page about the condition', () => {
  it('bears the name that the data give the condition', async () => {
    const wrapper = await open()
    expect(wrapper.get('h1').text()).toBe('About trigeminal neuralgia and living with it')
    expect(document.title).toContain('About trigeminal neuralgia')
  })

  it('shows every fact and every finding of patients with a link to its source and the place in it', async () => {
    const { diseaseFacts, preferences } = realEvidence()
    const wrapper = await open()
    const rows = wrapper.findAll('.fact-rows > div')
    expect(wrapper.findAll('.fact-rows .value')).toHaveLength(diseaseFacts.length + preferences.length)
    for (const row of rows) {
      expect(row.get('.source-reference a').attributes('href')).toMatch(/^\/sources\//)
      expect(row.get('.source-reference').text()).toMatch(/, .+/)
    }
  })

  it('says how many people a finding rests on, or that it is not stated', async () => {
    const wrapper = await open()
    const behind = wrapper.findAll('#living-with-it .behind').map((line) => line.text())
    expect(behind.length).toBeGreaterThan(5)
    for (const line of behind) expect(line).toMatch(/^(n \d+|Number of people not stated) ·/)
  })

  it('puts the members of one list into one row', async () => {
    const wrapper = await open()
    const voted = wrapper
      .findAll('.fact-rows > div')
      .filter((row) => row.get('dt').text() === 'Outcome voted mandatory for the TN core outcome set')
    expect(voted).toHaveLength(1)
    expect(voted[0]?.findAll('.value').map((value) => value.text())).toContain('pain intensity')
  })

  it('leads to each part from the top, and puts headings in plain words beside', async () => {
    const wrapper = await open()
    for (const link of wrapper.findAll('.contents a')) {
      const [, id = ''] = link.attributes('href')?.split('#') ?? []
      expect(wrapper.find(`[id="${id}"]`).exists(), id).toBe(true)
    }
    expect(wrapper.get('#criteria .part-heading').text()).toContain('How it is recognised')
  })

  it('waits for its tables', async () => {
    expect((await open({ complete: false })).find('[role=status]').text()).toBe('Loading the facts')
  })
})
