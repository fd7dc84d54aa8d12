import { settleView, type SettledView } from '@/domain/settleView'
import { keepParts, readView, writeView, type Query, type View } from '@/domain/view'
import { computed, type ComputedRef } from 'vue'
import { useRouter, type RouteLocationNormalizedLoaded, type RouteLocationRaw, type Router } from 'vue-router'
import { useEvidenceStore } from './evidence'

/** What to change; a function when it depends on what changes before it have left. */
export type ViewChange = Partial<View> | ((view: View) => Partial<View>)

let lastChange: Promise<unknown> = Promise.resolve()

/** What a page keeps in the address beside the view: the keys that its route names as its own. */
function ownQuery({ query, meta }: RouteLocationNormalizedLoaded): Record<string, string> {
  const keys = (meta['ownKeys'] ?? []) as readonly string[]
  const kept = keys.flatMap((key) => {
    const value = query[key]
    return typeof value === 'string' && value !== '' ? [[key, value] as const] : []
  })
  return Object.fromEntries(kept)
}

type EvidenceStore = ReturnType<typeof useEvidenceStore>

const settledViews = new WeakMap<EvidenceStore, WeakMap<Router, ComputedRef<SettledView>>>()

/** Read once for each address, however many parts of the page ask. */
function settledViewOf(router: Router, store: EvidenceStore): ComputedRef<SettledView> {
  const ofStore = settledViews.get(store) ?? new WeakMap<Router, ComputedRef<SettledView>>()
  settledViews.set(store, ofStore)
  const known = ofStore.get(router)
  if (known) return known
  const settled = computed<SettledView>((earlier) => {
    const asked = readView(router.currentRoute.value.query as Query)
    const { view, ignored } =
      store.state === 'ready' ? settleView(asked, store.evidence) : { view: asked, ignored: [] }
    return { view: keepParts(view, earlier?.view), ignored }
  })
  ofStore.set(router, settled)
  return settled
}

/**
 * The view in the address bar, as a value to read and a function to change it.
 * There is no second copy: to change the view is to go to another address, so Back undoes it.
 */
export function useView() {
  const router = useRouter()
  const store = useEvidenceStore()
  const settled = settledViewOf(router, store)
  /** Only ids that the data know, once the data are there. */
  const view = computed(() => settled.value.view)
  /** What the address names and the data do not know. */
  const ignored = computed(() => settled.value.ignored)

  function changed(change: ViewChange): View {
    return { ...view.value, ...(typeof change === 'function' ? change(view.value) : change) }
  }

  /**
   * Changes wait for one another, since an address changes a moment after it is asked to.
   * `replace`: no step of its own for Back, for what changes with each key pressed.
   */
  function changeView(change: ViewChange, options: { readonly replace?: boolean } = {}) {
    const go = () => {
      const { hash } = router.currentRoute.value
      const query = { ...writeView(changed(change)), ...ownQuery(router.currentRoute.value) }
      return router.push({ query, hash, replace: options.replace ?? false })
    }
    lastChange = lastChange.then(go, go)
    return lastChange
  }

  /**
   * The same for what only this page keeps in the address. The route names its keys (`meta.ownKeys`); an empty text
   * takes a key out. The view stays as it is.
   */
  function changeOwn(
    change: () => Readonly<Record<string, string>>,
    options: { readonly replace?: boolean } = {},
  ) {
    const go = () => {
      const { hash } = router.currentRoute.value
      const own = Object.fromEntries(Object.entries(change()).filter(([, value]) => value !== ''))
      const query = { ...writeView(view.value), ...own }
      return router.push({ query, hash, replace: options.replace ?? false })
    }
    lastChange = lastChange.then(go, go)
    return lastChange
  }

  /** The address of this view with a change, on this page or the one named: for a link that can be copied. */
  function linkTo(change: ViewChange = {}, page?: string): RouteLocationRaw {
    const query = writeView(changed(change))
    return page === undefined
      ? { query: { ...query, ...ownQuery(router.currentRoute.value) } }
      : { name: page, query }
  }

  return { view, ignored, changeView, changeOwn, linkTo }
}
