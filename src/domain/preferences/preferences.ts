/** What matters to the patient of the consult. */
export interface Preferences {
  /** A weight from 0 to 100 for each criterion that was weighed, by its id; what was not asked is not in it. */
  readonly weights: ReadonlyMap<string, number>
}

export const NO_PREFERENCES: Preferences = { weights: new Map() }
