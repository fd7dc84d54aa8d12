import { FACETS, type Filters } from '@/domain/view'
import { useView } from '@/stores/useView'
import { computed } from 'vue'

/**
 * The filters of the address, the very same object for as long as they read the same: a tick in the list changes
 * the address too, and must not narrow, count and draw the menus anew.
 */
export function useStableFilters() {
  const { view } = useView()
  const filters = computed<Filters>((earlier) => {
    const next = view.value.filters
    const same = earlier && FACETS.every((facet) => earlier[facet].join() === next[facet].join())
    return same ? earlier : next
  })
  return { filters }
}
