import { indexEvidence } from '@/domain/evidence'
import { useEvidenceStore } from '@/stores/evidence'
import { useView } from '@/stores/useView'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { createSSRApp } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { realEvidence } from '../../support/evidence'

const page = { render: () => null }
let router: Router
let view: ReturnType<typeof useView>

async function open(address: string) {
  const pinia = createPinia()
  setActivePinia(pinia)
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'explore', component: page },
      { path: '/compare', name: 'compare', component: page },
      { path: '/claims', name: 'claims', component: page, meta: { ownKeys: ['verdict'] } },
    ],
  })
  await router.push(address)
  const app = createSSRApp(page).use(pinia).use(router)
  view = app.runWithContext(() => useView())
}

function dataArrive() {
  const store = useEvidenceStore()
  store.evidence = realEvidence()
  store.state = 'ready'
}

beforeEach(() => open('/'))

describe('useView', () => {
  it('reads the view from the address and writes only what differs from the default', async () => {
    await open('/?treatments=mvd,carbamazepine&rows=differences&nonsense=1')
    expect(view.view.value).toMatchObject({ treatments: ['mvd', 'carbamazepine'], differencesOnly: true })
    await view.changeView({ differencesOnly: false })
    expect(router.currentRoute.value.fullPath).toBe('/?treatments=mvd,carbamazepine')
  })

  it('keeps both of two changes that are made in one tick', async () => {
    const first = view.changeView({ search: 'pain' })
    const second = view.changeView({ differencesOnly: true })
    await Promise.all([first, second])
    expect(router.currentRoute.value.query).toEqual({ search: 'pain', rows: 'differences' })
  })

  it('keeps both of two ticks of the same list that are made in one tick', async () => {
    const tick = (id: string) => view.changeView(({ treatments }) => ({ treatments: [...treatments, id] }))
    await Promise.all([tick('mvd'), tick('carbamazepine')])
    expect(view.view.value.treatments).toEqual(['mvd', 'carbamazepine'])
  })

  it('undoes a change by Back, except one that replaced the address', async () => {
    const back = () =>
      new Promise<void>((resolve) => {
        const stop = router.afterEach(() => {
          stop()
          resolve()
        })
        router.back()
      })
    await view.changeView({ treatments: ['mvd'] })
    await view.changeView({ search: 'p' }, { replace: true })
    await view.changeView({ search: 'pain' }, { replace: true })
    expect(router.currentRoute.value.fullPath).toBe('/?treatments=mvd&search=pain')
    await back()
    expect(router.currentRoute.value.fullPath).toBe('/')
  })

  it('stays on the page that is open', async () => {
    await open('/compare?treatments=mvd')
    await view.changeView({ outcome: 'recurrence' })
    expect(router.currentRoute.value.fullPath).toBe('/compare?treatments=mvd&outcome=recurrence')
  })

  it('gives links that carry the view to another page', async () => {
    await open('/?treatments=mvd&finding=f1')
    const link = router.resolve(view.linkTo({ finding: undefined }, 'compare'))
    expect(link.fullPath).toBe('/compare?treatments=mvd')
    expect(router.resolve(view.linkTo({ search: 'x' })).fullPath).toBe('/?treatments=mvd&search=x&finding=f1')
  })

  it('takes ids as they stand until the data are there, then drops and reports what they do not know', async () => {
    await open('/?treatments=mvd,snake-oil')
    expect(view.view.value.treatments).toEqual(['mvd', 'snake-oil'])
    expect(view.ignored.value).toEqual([])
    dataArrive()
    expect(view.view.value.treatments).toEqual(['mvd'])
    expect(view.ignored.value).toEqual([{ key: 'treatments', id: 'snake-oil', reason: 'unknown' }])
  })

  it('holds an empty collection to know nothing', async () => {
    await open('/?treatments=mvd')
    useEvidenceStore().evidence = indexEvidence({})
    useEvidenceStore().state = 'ready'
    expect(view.view.value.treatments).toEqual([])
  })

  it('keeps what a page alone has in the address, and leaves it behind with the page', async () => {
    await open('/claims?treatments=mvd&verdict=supported&nonsense=1')
    await view.changeView({ finding: 'f1' })
    expect(router.currentRoute.value.fullPath).toBe('/claims?treatments=mvd&finding=f1&verdict=supported')
    expect(router.resolve(view.linkTo({ finding: undefined })).fullPath).toBe(
      '/claims?treatments=mvd&verdict=supported',
    )
    expect(router.resolve(view.linkTo({}, 'compare')).fullPath).toBe('/compare?treatments=mvd&finding=f1')
  })

  it('changes what a page alone has in the address, and keeps the view', async () => {
    await open('/claims?treatments=mvd&verdict=supported')
    await Promise.all([
      view.changeOwn(() => ({ verdict: 'contradicted' })),
      view.changeView({ finding: 'f1' }),
    ])
    expect(router.currentRoute.value.fullPath).toBe('/claims?treatments=mvd&finding=f1&verdict=contradicted')
    await view.changeOwn(() => ({ verdict: '' }))
    expect(router.currentRoute.value.fullPath).toBe('/claims?treatments=mvd&finding=f1')
  })
})
