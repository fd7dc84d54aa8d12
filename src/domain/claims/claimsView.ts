import { idsOf, textOf, type Query } from '../view'

/** What the page of claims alone keeps in the address; its keys begin with `claim-` (docs/urls.md). */
export interface ClaimsView {
  /** Ids of verdicts; none: all. */
  readonly verdicts: readonly string[]
  /** Words looked for. */
  readonly words: string
  /** Ids of the claims chosen for the one-page answer, in the order they were chosen. */
  readonly chosen: readonly string[]
  /** The answer is on screen in place of the list. */
  readonly answer: boolean
}

export const CLAIMS_KEYS = ['claim-verdict', 'claim-search', 'claim-chosen', 'claim-answer'] as const

/** The part of an address that belongs to the page of claims. Ids are taken as they stand. */
export function readClaimsView(query: Query): ClaimsView {
  return {
    verdicts: idsOf(query, 'claim-verdict'),
    words: textOf(query, 'claim-search'),
    chosen: idsOf(query, 'claim-chosen'),
    answer: textOf(query, 'claim-answer') === 'show',
  }
}

/** The query of it: what does not differ from the default is empty. */
export function writeClaimsView(view: ClaimsView): Record<string, string> {
  return {
    'claim-verdict': view.verdicts.join(','),
    'claim-search': view.words,
    'claim-chosen': view.chosen.join(','),
    'claim-answer': view.answer ? 'show' : '',
  }
}
