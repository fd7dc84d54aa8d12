/** What was said in the consult, as it was typed; empty where nothing was. */
export interface Visit {
  readonly decided: string
  readonly questions: readonly string[]
  readonly whenToCall: string
  readonly contact: string
  /** Outcomes to print for the patient, in this order; empty: those of the preparation, or the suggested ones. */
  readonly printed: readonly string[]
  /** The clinician ticked that the words on what cannot wait are printed for the patient. */
  readonly printUrgent: boolean
}

export const NO_VISIT: Visit = {
  decided: '',
  questions: [],
  whenToCall: '',
  contact: '',
  printed: [],
  printUrgent: false,
}
