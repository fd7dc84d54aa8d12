/** How the clinician wants to show the comparison to the patient of the consult. */
export interface Preparation {
  /** The outcomes to show, in this order; empty while none is chosen. */
  readonly outcomes: readonly string[]
  /** For the clinician's own eyes. */
  readonly notes: string
}

export const NO_PREPARATION: Preparation = { outcomes: [], notes: '' }
