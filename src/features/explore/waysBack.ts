import type { Evidence } from '@/domain/evidence'
import { facetIndex } from '@/domain/explore/facetIndex'
import { narrow } from '@/domain/explore/narrow'
import { searchTreatments } from '@/domain/explore/search'
import { FACETS, type View } from '@/domain/view'
import { clearing, hiderLabel, type Hider } from './hiddenReasons'

export interface WayBack {
  readonly hider: Hider
  readonly label: string
  /** How many treatments are shown again. */
  readonly count: number
}

/** The filters in use, in menu order. */
export function hidersInUse(view: View): readonly Hider[] {
  const facets = FACETS.filter((facet) => view.filters[facet].length > 0)
  return view.search.trim() === '' ? facets : ['search', ...facets]
}

/** For a list that nothing is left of: filters whose clearing alone brings something back, most treatments first. */
export function waysBack(view: View, evidence: Evidence): readonly WayBack[] {
  return hidersInUse(view)
    .map((hider) => {
      const { filters, search } = { ...view, ...clearing([hider], view) }
      const found = searchTreatments(evidence, search)?.found
      return {
        hider,
        label: hiderLabel(hider),
        count: narrow(facetIndex(evidence), filters, found).shown.size,
      }
    })
    .filter((way) => way.count > 0)
    .sort((a, b) => b.count - a.count)
}
