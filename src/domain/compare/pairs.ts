import { verdictOfTreatments, type LevelCounts, type Verdict } from '../comparability'
import type { Evidence } from '../evidence'
import type { Outcome } from '../tables/outcomes'
import type { Treatment } from '../tables/treatments'

/** Two columns and how far they may be compared on an outcome. */
export interface PairVerdict {
  readonly one: Treatment
  readonly other: Treatment
  readonly verdict: Verdict
}

/** Every two treatments, in the order of the columns. */
export function pairsOf<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((one, place) => items.slice(place + 1).map((other) => [one, other] as const))
}

/** The verdict of every two treatments on an outcome, in the order of the columns. */
export function pairVerdicts(
  treatments: readonly Treatment[],
  outcome: Outcome,
  evidence: Evidence,
): readonly PairVerdict[] {
  return pairsOf(treatments).map(([one, other]) => ({
    one,
    other,
    verdict: verdictOfTreatments(one, other, outcome, evidence),
  }))
}

export interface CoreVerdicts {
  readonly verdicts: readonly { readonly outcome: Outcome; readonly verdict: Verdict }[]
  readonly counts: LevelCounts
}

/** The verdict of two treatments on each core outcome, and how many have each level. */
export function coreVerdicts(one: Treatment, other: Treatment, evidence: Evidence): CoreVerdicts {
  const verdicts = evidence.outcomes
    .filter((outcome) => outcome.core === 'yes')
    .map((outcome) => ({ outcome, verdict: verdictOfTreatments(one, other, outcome, evidence) }))
  const count = (matches: (verdict: Verdict) => boolean) =>
    verdicts.filter((entry) => matches(entry.verdict)).length
  const nothing = (verdict: Verdict) => verdict.kind === 'level' && verdict.reasons.includes('nothing-found')
  const level = (wanted: string) =>
    count((verdict) => verdict.kind === 'level' && verdict.level === wanted && !nothing(verdict))
  return {
    verdicts,
    counts: {
      'head-to-head': level('head-to-head'),
      linked: level('linked'),
      'side-by-side': level('side-by-side'),
      'not-comparable': level('not-comparable'),
      'nothing-found': count(nothing),
    },
  }
}
