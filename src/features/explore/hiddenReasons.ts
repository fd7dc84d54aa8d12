import { SHORT_FACET_LABELS } from '@/domain/explore/facetOptions'
import type { Hidden } from '@/domain/explore/narrow'
import { FACETS, type Facet, type Filters, type View } from '@/domain/view'
import { say } from '@/words/interface/explore'

/** A filter that can be cleared: a facet, or the search. */
export type Hider = Facet | 'search'

export function hidersOf(hidden: Hidden): readonly Hider[] {
  return hidden.bySearch ? ['search', ...hidden.facets] : hidden.facets
}

export function hiderLabel(hider: Hider): string {
  return hider === 'search' ? say('search') : SHORT_FACET_LABELS[hider]
}

/** How many treatments each filter hides, in menu order; one treatment can be hidden by several. */
export function countsByHider(
  hidden: readonly Hidden[],
): readonly { readonly hider: Hider; readonly label: string; readonly count: number }[] {
  const counts = new Map<Hider, number>()
  for (const row of hidden) for (const hider of hidersOf(row)) counts.set(hider, (counts.get(hider) ?? 0) + 1)
  return (['search', ...FACETS] as const).flatMap((hider) => {
    const count = counts.get(hider)
    return count === undefined ? [] : [{ hider, label: hiderLabel(hider), count }]
  })
}

/** The change of the view that clears the filters named. */
export function clearing(hiders: readonly Hider[], view: View): Partial<View> {
  const cleared = Object.fromEntries(hiders.filter((hider) => hider !== 'search').map((facet) => [facet, []]))
  const filters: Filters = { ...view.filters, ...cleared }
  return hiders.includes('search') ? { filters, search: '' } : { filters }
}
