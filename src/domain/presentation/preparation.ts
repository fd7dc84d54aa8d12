/** The steps of a show, in the order in which they stand unless the clinician moves them. */
export const STEP_IDS = [
  'condition',
  'untreated',
  'options',
  'compare',
  'side-effects',
  'certainty',
  'preferences',
  'decision',
  'questions',
] as const
export type StepId = (typeof STEP_IDS)[number]

/** Hundred figures, or a bar, for each number. */
export const SHOW_PICTURES = ['people', 'bars'] as const
export type ShowPicture = (typeof SHOW_PICTURES)[number]

export const SHOW_THEMES = ['light', 'dark'] as const
export type ShowTheme = (typeof SHOW_THEMES)[number]

export const OPTIONS_TO_SHOW = { fewest: 2, most: 4 } as const
export const OUTCOMES_TO_SHOW = { fewest: 3, most: 6 } as const

/** How the clinician wants to show the comparison to the patient of the consult. */
export interface Preparation {
  /** The outcomes to show, in this order; empty while none is chosen. */
  readonly outcomes: readonly string[]
  readonly picture: ShowPicture
  /** Every step, in the order of the show. */
  readonly steps: readonly StepId[]
  /** Steps that are left out. */
  readonly without: readonly StepId[]
  readonly theme: ShowTheme
  /** For the clinician's own eyes. */
  readonly notes: string
}

export const NO_PREPARATION: Preparation = {
  outcomes: [],
  picture: 'people',
  steps: STEP_IDS,
  without: [],
  theme: 'light',
  notes: '',
}

/** The steps that are shown, in their order. */
export function stepsToShow({ steps, without }: Preparation): readonly StepId[] {
  return steps.filter((step) => !without.includes(step))
}

/** The list with the entry of one place moved to another; the same list where either place is not in it. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length || from === to) return items
  const others = items.filter((_, place) => place !== from)
  return [...others.slice(0, to), item, ...others.slice(to)]
}
