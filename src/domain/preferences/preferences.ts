/** What matters to the patient of the consult: what was picked, and how it was weighed. Nothing is preset. */
export interface Preferences {
  /** Ids of outcomes and burdens, in the order in which they were picked; at most `MOST_CRITERIA`. */
  readonly criteria: readonly string[]
  /** A weight from 0 to 100 for each criterion that was weighed, by its id; what was not weighed is not in it. */
  readonly weights: ReadonlyMap<string, number>
  /** Which of the two ways counts: the sliders, or the order. */
  readonly by: 'weights' | 'order'
  /** Criteria that were put in order, most important first; what was not placed is not in it. */
  readonly order: readonly string[]
}

export const NO_PREFERENCES: Preferences = { criteria: [], weights: new Map(), by: 'weights', order: [] }

/** More than this nobody weighs against one another. */
export const MOST_CRITERIA = 8
