import type { Facet } from '@/domain/view'
import { say } from '@/words/interface/explore'

export interface FacetGroup {
  readonly title: string
  /** Says how the facets of the group are joined, where that is not plain. */
  readonly hint: string
  readonly facets: readonly Facet[]
}

/** The filters in the order of the panel. */
export const FACET_GROUPS: readonly FacetGroup[] = [
  {
    title: say('theTreatment'),
    hint: '',
    facets: ['family', 'line', 'group', 'route', 'setting', 'onset', 'reversible', 'anaesthesia'],
  },
  {
    title: say('whatGuidelinesSay'),
    hint: say('guidelineAndStanceMustMeet'),
    facets: ['guideline', 'stance'],
  },
  {
    title: say('theEvidence'),
    hint: say('allThatIsChosenHere'),
    facets: ['design', 'certainty', 'directness', 'population'],
  },
]

/** Facets that stand open before anything is chosen: the ones most often asked for. */
export const OPEN_FACETS: readonly Facet[] = ['family', 'line']
