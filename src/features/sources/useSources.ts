import { findSources, orderSources } from '@/domain/sources/findSources'
import { sourceIndex } from '@/domain/sources/sourceIndex'
import { SOURCES_KEYS, SOURCE_FACETS, type SourceFacet } from '@/domain/sources/sourcesKeys'
import {
  DEFAULT_SOURCES_VIEW,
  readSourcesView,
  settleSourcesView,
  sourceFacetIds,
  writeSourcesView,
  type SourcesView,
} from '@/domain/sources/sourcesView'
import type { Query } from '@/domain/view'
import { useEvidenceStore } from '@/stores/evidence'
import { useView } from '@/stores/useView'
import type { ChosenChange, FilterChoice } from '@/ui/FilterGroup.vue'
import type { Chip } from '@/ui/ActiveFilters.vue'
import { say } from '@/words/interface/sources'
import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { FACET_LABELS, facetLabel } from './sourceWords'

const NO_OWN = Object.fromEntries(SOURCES_KEYS.map((key) => [key, '']))

/** The library as the address asks for it, its menus, and what a reader can change. */
export function useSources() {
  const store = useEvidenceStore()
  const route = useRoute()
  const { changeOwn } = useView()

  const settled = computed(() => {
    const asked = readSourcesView(route.query as Query)
    return store.complete ? settleSourcesView(asked, store.evidence) : { view: asked, ignored: [] }
  })
  const view = computed(() => settled.value.view)
  const ignored = computed(() => settled.value.ignored)

  const index = computed(() => sourceIndex(store.evidence))
  const everything = computed(() => findSources(index.value, DEFAULT_SOURCES_VIEW))
  const found = computed(() => findSources(index.value, view.value))
  const ordered = computed(() => orderSources(found.value.found, view.value.sort))

  function choicesOf(facet: SourceFacet): readonly FilterChoice[] {
    const chosen = view.value.filters[facet]
    const choices = sourceFacetIds(store.evidence, facet)
      .filter((id) => everything.value.counts[facet].has(id) || chosen.includes(id))
      .map((id) => ({
        id,
        label: facetLabel(store.evidence, facet, id),
        count: found.value.counts[facet].get(id) ?? 0,
      }))
    return facet === 'treatment' ? choices.sort((a, b) => a.label.localeCompare(b.label, 'en')) : choices
  }
  const choices = computed(
    () =>
      Object.fromEntries(SOURCE_FACETS.map((facet) => [facet, choicesOf(facet)])) as unknown as Readonly<
        Record<SourceFacet, readonly FilterChoice[]>
      >,
  )
  const years = computed(() =>
    [...new Set(index.value.flatMap(({ source }) => source.year ?? []))].sort((a, b) => b - a),
  )

  const chips = computed<readonly Chip[]>(() => {
    const { from, to, filters } = view.value
    const facets = SOURCE_FACETS.flatMap((facet) =>
      filters[facet].map((id) => ({
        key: `${facet} ${id}`,
        label: FACET_LABELS[facet],
        value: facetLabel(store.evidence, facet, id),
      })),
    )
    return [
      ...facets,
      ...(from === undefined ? [] : [{ key: 'from', label: say('year'), value: say('fromYear', { from }) }]),
      ...(to === undefined ? [] : [{ key: 'to', label: say('year'), value: say('toYear', { to }) }]),
    ]
  })

  /** A function where the change depends on what changes before it have left. */
  function change(
    changes: Partial<SourcesView> | ((now: SourcesView) => Partial<SourcesView>),
    options: { readonly replace?: boolean } = {},
  ) {
    const changed = () => ({
      ...view.value,
      ...(typeof changes === 'function' ? changes(view.value) : changes),
    })
    return changeOwn(() => ({ ...NO_OWN, ...writeSourcesView(changed()) }), options)
  }

  function choose(facet: SourceFacet, chosenFrom: ChosenChange) {
    void change((now) => ({ filters: { ...now.filters, [facet]: chosenFrom(now.filters[facet]) } }))
  }

  function removeChip(key: string) {
    if (key === 'from' || key === 'to') return void change({ [key]: undefined })
    const [facet, id] = key.split(' ') as [SourceFacet, string]
    choose(facet, (chosen) => chosen.filter((other) => other !== id))
  }

  function clearAll() {
    void change((now) => ({ ...DEFAULT_SOURCES_VIEW, sort: now.sort }))
  }

  return { view, ignored, index, found, ordered, choices, years, chips, change, choose, removeChip, clearAll }
}
