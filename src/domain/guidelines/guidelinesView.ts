import { textOf, type Query } from '../view'

/** What the page of guidelines alone keeps in the address; its keys begin with `guideline-` (docs/urls.md). */
export interface GuidelinesView {
  /** `disagree`: only treatments on which guidelines take different sides; `differ`: or differ in strength. */
  readonly only: 'disagree' | 'differ' | undefined
  /** On a narrow screen: a list for each treatment or for each guideline. */
  readonly by: 'treatment' | 'guideline'
  /** The statement that is open: an id of the recommendations. */
  readonly statement: string | undefined
}

export const GUIDELINES_KEYS = ['guideline-rows', 'guideline-list', 'guideline-statement'] as const

/** The part of an address that belongs to the page of guidelines. Unknown words fall back to the default. */
export function readGuidelinesView(query: Query): GuidelinesView {
  const only = textOf(query, 'guideline-rows')
  return {
    only: only === 'disagree' || only === 'differ' ? only : undefined,
    by: textOf(query, 'guideline-list') === 'guideline' ? 'guideline' : 'treatment',
    statement: textOf(query, 'guideline-statement') || undefined,
  }
}

/** The query of it: what does not differ from the default is empty. */
export function writeGuidelinesView(view: GuidelinesView): Record<string, string> {
  return {
    'guideline-rows': view.only ?? '',
    'guideline-list': view.by === 'treatment' ? '' : view.by,
    'guideline-statement': view.statement ?? '',
  }
}
