import type { Evidence } from '../evidence'
import { cellOf } from '../headline'
import type { Outcome } from '../tables/outcomes'
import type { GroupedOutcome } from './outcomeRows'

/**
 * The outcome that a comparison begins with unless a reader asks for one: the first benefit for which the most of
 * the treatments have a number. Reads only whether a number is there, never what it says.
 *
 * @returns the first row where no benefit has any number; undefined where there are no rows
 */
export function firstOutcome(
  rows: readonly GroupedOutcome[],
  treatments: readonly string[],
  evidence: Evidence,
): Outcome | undefined {
  const benefits = rows.filter(({ group }) => group === 'benefits')
  const filled = benefits.map(
    ({ outcome }) => treatments.filter((id) => cellOf(id, outcome.id, evidence).lead !== undefined).length,
  )
  const most = Math.max(0, ...filled)
  const place = most === 0 ? -1 : filled.indexOf(most)
  return (benefits[place] ?? rows[0])?.outcome
}
