import type { Evidence } from '../evidence'
import type { IgnoredId } from '../settleView'
import { idsOf, textOf, type Query } from '../view'
import { RISK_OF_BIAS, SOURCE_TYPES } from '../vocabulary'
import { SOURCE_FACETS, sourcesKey, type SourceFacet } from './sourcesKeys'

/**
 * What the library of sources shows, as its own keys of the address: they begin with `source-`, so that they stand
 * beside those of the view (view.ts) and neither is read as the other. The grammar is written out in docs/urls.md.
 */

export type SourceFilters = Readonly<Record<SourceFacet, readonly string[]>>

export const SOURCE_SORTS = ['year', 'authors', 'title', 'numbers'] as const
export type SourceSort = (typeof SOURCE_SORTS)[number]

/** Chosen where the record has no judgement of the risk of bias. */
export const NOT_JUDGED = 'not-judged'
/** Chosen where no number of this collection was taken from the source. */
export const NO_NUMBERS = 'no-numbers'

export interface SourcesView {
  readonly search: string
  readonly filters: SourceFilters
  /** First and last year, both included; a source without a year meets neither. */
  readonly from: number | undefined
  readonly to: number | undefined
  readonly sort: SourceSort
}

export const DEFAULT_SOURCES_VIEW: SourcesView = {
  search: '',
  filters: { type: [], design: [], treatment: [], bias: [], record: [] },
  from: undefined,
  to: undefined,
  sort: 'year',
}

function yearOf(query: Query, key: string): number | undefined {
  const text = textOf(query, sourcesKey(key))
  return /^\d{4}$/.test(text) ? Number(text) : undefined
}

/** Facets read from a query; ids are taken as they stand (see `settleSourcesView`). */
function filtersOf(idsOfFacet: (facet: SourceFacet) => readonly string[]): SourceFilters {
  return Object.fromEntries(
    SOURCE_FACETS.map((facet) => [facet, idsOfFacet(facet)]),
  ) as unknown as SourceFilters
}

/**
 * What a query asks the library for. Unknown keys are ignored, a year that is none and an unknown order fall back to
 * the default. Years the wrong way round are turned.
 */
export function readSourcesView(query: Query): SourcesView {
  const [one, other] = [yearOf(query, 'from'), yearOf(query, 'to')]
  const turned = one !== undefined && other !== undefined && one > other
  const sort = textOf(query, sourcesKey('sort'))
  return {
    search: textOf(query, sourcesKey('search')),
    filters: filtersOf((facet) => idsOf(query, sourcesKey(facet))),
    from: turned ? other : one,
    to: turned ? one : other,
    sort: SOURCE_SORTS.find((word) => word === sort) ?? DEFAULT_SOURCES_VIEW.sort,
  }
}

/** The keys of the library in an address: only what differs from the default, always in the same order. */
export function writeSourcesView(view: SourcesView): Record<string, string> {
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['search', view.search],
    ...SOURCE_FACETS.map((facet) => [facet, view.filters[facet].join(',')] as const),
    ['from', view.from?.toString()],
    ['to', view.to?.toString()],
    ['sort', view.sort === DEFAULT_SOURCES_VIEW.sort ? undefined : view.sort],
  ]
  return Object.fromEntries(parts.flatMap(([key, value]) => (value ? [[sourcesKey(key), value]] : [])))
}

/** The ids that a facet can have, in the order of its menu. */
export function sourceFacetIds(evidence: Evidence, facet: SourceFacet): readonly string[] {
  if (facet === 'type') return SOURCE_TYPES
  if (facet === 'bias') return [...RISK_OF_BIAS, NOT_JUDGED]
  if (facet === 'record') return ['complete', 'incomplete']
  if (facet === 'treatment') return evidence.treatments.map((row) => row.id)
  const designs = [...evidence.armDesigns].sort((a, b) => a.order - b.order)
  return [...designs.map((row) => row.id), NO_NUMBERS]
}

/** The view as these data can show it: ids that the data do not know are left out and reported. */
export function settleSourcesView(
  view: SourcesView,
  evidence: Evidence,
): { readonly view: SourcesView; readonly ignored: readonly IgnoredId[] } {
  const ignored: IgnoredId[] = []
  const filters = filtersOf((facet) => {
    const known = new Set(sourceFacetIds(evidence, facet))
    const unknown = view.filters[facet].filter((id) => !known.has(id))
    ignored.push(...unknown.map((id) => ({ key: sourcesKey(facet), id, reason: 'unknown' as const })))
    return unknown.length > 0 ? view.filters[facet].filter((id) => known.has(id)) : view.filters[facet]
  })
  return { view: { ...view, filters }, ignored }
}
