/** What was said in the consult, as it was typed; empty where nothing was. */
export interface Visit {
  readonly decided: string
  readonly questions: readonly string[]
  readonly whenToCall: string
  readonly contact: string
}

export const NO_VISIT: Visit = { decided: '', questions: [], whenToCall: '', contact: '' }
