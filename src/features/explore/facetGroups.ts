import type { Facet } from '@/domain/view'

export interface FacetGroup {
  readonly title: string
  /** Says how the facets of the group are joined, where that is not plain. */
  readonly hint: string
  readonly facets: readonly Facet[]
}

/** The filters in the order of the panel. */
export const FACET_GROUPS: readonly FacetGroup[] = [
  {
    title: 'The treatment',
    hint: '',
    facets: ['family', 'line', 'group', 'route', 'setting', 'onset', 'reversible', 'anaesthesia'],
  },
  {
    title: 'What guidelines say',
    hint: 'Guideline and stance must meet in one statement.',
    facets: ['guideline', 'stance'],
  },
  {
    title: 'The evidence',
    hint: 'All that is chosen here must meet in one finding.',
    facets: ['design', 'certainty', 'directness', 'population'],
  },
]

/** Facets that stand open before anything is chosen: the ones most often asked for. */
export const OPEN_FACETS: readonly Facet[] = ['family', 'line']
