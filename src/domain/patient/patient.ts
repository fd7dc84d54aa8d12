/** An answer to one question: one or several of its words, or a number in its unit. */
export type Answer =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'number'; readonly value: number }

/** What a clinician says of a caution that only holds under a condition. */
export type Mark = 'applies' | 'does-not-apply'

/** What is known of the patient of this consult. It lives in memory and nowhere else. */
export interface Patient {
  /** By question id. A question that is not here was not asked, which is not a "no". */
  readonly answers: ReadonlyMap<string, Answer>
  /** Ids of treatments that the patient takes already. */
  readonly takes: readonly string[]
  /** Names of medicines that are not in the data, as typed. */
  readonly otherMedicines: readonly string[]
  /** By caution id. */
  readonly marks: ReadonlyMap<string, Mark>
}

/** Nothing is known. */
export const NO_PATIENT: Patient = {
  answers: new Map(),
  takes: [],
  otherMedicines: [],
  marks: new Map(),
}
