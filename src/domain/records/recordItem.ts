import type { Answer } from '../patient/patient'

/** What the clinician can take over, one by one. */
export type Offer =
  | { readonly kind: 'answer'; readonly question: string; readonly answer: Answer }
  | { readonly kind: 'takes'; readonly treatment: string }
  | { readonly kind: 'other-medicine'; readonly name: string }

/** One thing that the record says. */
export interface RecordItem {
  readonly id: string
  readonly kind: 'person' | 'condition' | 'medicine' | 'result'
  /** As the record words it. */
  readonly words: string
  /** Year, month and day, or as much of it as the record gives. */
  readonly day: string | undefined
  readonly offers: readonly Offer[]
  /** Why nothing is offered for it; undefined where something is. */
  readonly why: string | undefined
}

/** The day of a FHIR date or time; undefined for anything else. */
export function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' ? /^\d{4}(-\d{2}(-\d{2})?)?/.exec(value)?.[0] : undefined
}

export function wordAnswer(word: string): Answer {
  return { kind: 'words', words: [word] }
}
