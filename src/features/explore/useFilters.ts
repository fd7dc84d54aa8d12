import {
  FACET_LABELS,
  facetOptionLabel,
  facetOptions,
  SHORT_FACET_LABELS,
} from '@/domain/explore/facetOptions'
import type { Narrowed } from '@/domain/explore/narrow'
import { FACETS, type Facet } from '@/domain/view'
import { useEvidenceStore } from '@/stores/evidence'
import { useView } from '@/stores/useView'
import type { ChosenChange, FilterChoice } from '@/ui/FilterGroup.vue'
import { afterPaint } from '@/ui/afterPaint'
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { Chip } from '@/ui/ActiveFilters.vue'
import { clearing, countsByHider, type Hider } from './hiddenReasons'

/** The filters as menus, chips and reasons, and what a reader can do with them. */
export function useFilters(narrowed: ComputedRef<Narrowed>) {
  const store = useEvidenceStore()
  const { view, changeView } = useView()
  /*
   * The panel and the chips follow the list, one paint later: they are as much to draw as the rows, and what is
   * waited for is the rows.
   */
  const now = () => ({ filters: view.value.filters, narrowed: narrowed.value })
  const drawn = shallowRef(now())
  watch([() => view.value.filters, narrowed, () => store.evidence], ([, , rows], [, , rowsBefore]) => {
    // What is there by then, since new data may have come before the paint.
    const draw = () => (drawn.value = now())
    // New data are no act of the reader: all of the page is drawn at once, and nothing moves afterwards.
    if (rows === rowsBefore) afterPaint(draw)
    else draw()
  })
  const filters = computed(() => drawn.value.filters)

  const choices = computed(
    () =>
      Object.fromEntries(
        FACETS.map((facet) => [
          facet,
          facetOptions(store.evidence, facet, filters.value[facet]).map(({ id, label }) => ({
            id,
            label,
            count: drawn.value.narrowed.counts[facet].get(id) ?? 0,
          })),
        ]),
      ) as unknown as Readonly<Record<Facet, readonly FilterChoice[]>>,
  )

  const chips = computed<readonly Chip[]>(() =>
    FACETS.flatMap((facet) =>
      filters.value[facet].map((id) => ({
        key: `${facet} ${id}`,
        label: SHORT_FACET_LABELS[facet],
        value: facetOptionLabel(store.evidence, facet, id),
      })),
    ),
  )

  const hiddenCounts = computed(() => countsByHider(narrowed.value.hidden))

  function choose(facet: Facet, chosenFrom: ChosenChange) {
    void changeView((now) => ({ filters: { ...now.filters, [facet]: chosenFrom(now.filters[facet]) } }))
  }

  function removeChip(key: string) {
    const [facet, id] = key.split(' ') as [Facet, string]
    choose(facet, (chosen) => chosen.filter((other) => other !== id))
  }

  function clear(hiders: readonly Hider[]) {
    void changeView((now) => clearing(hiders, now))
  }

  function clearAll() {
    void changeView((now) => clearing(['search', ...FACETS], now))
  }

  return {
    labels: FACET_LABELS,
    filters,
    choices,
    chips,
    hiddenCounts,
    choose,
    removeChip,
    clear,
    clearAll,
  }
}
