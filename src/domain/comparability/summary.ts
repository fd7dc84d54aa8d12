import type { Evidence } from '../evidence'
import type { Outcome } from '../tables/outcomes'
import type { Treatment } from '../tables/treatments'
import { verdictOfTreatments } from './pairVerdict'
import { LEVELS, type Level, type Verdict } from './verdict'

/** How many outcomes have each level; those with no row for one of the two are counted apart. */
export type LevelCounts = Readonly<Record<Level | 'nothing-found', number>>

export interface PairSummary {
  /** The verdict for each core outcome, in the order of the data. */
  readonly core: readonly { readonly outcome: Outcome; readonly verdict: Verdict }[]
  /** Levels of the outcomes that are not core. Outcomes without a verdict are in no count. */
  readonly rest: LevelCounts
}

function keyOf(verdict: Verdict): keyof LevelCounts | undefined {
  if (verdict.kind !== 'level') return undefined
  return verdict.reasons.includes('nothing-found') ? 'nothing-found' : verdict.level
}

function countLevels(verdicts: readonly Verdict[]): LevelCounts {
  const keys = verdicts.map(keyOf)
  const count = (key: keyof LevelCounts) => keys.filter((other) => other === key).length
  const [headToHead, linked, sideBySide, notComparable] = LEVELS
  return {
    [headToHead]: count(headToHead),
    [linked]: count(linked),
    [sideBySide]: count(sideBySide),
    [notComparable]: count(notComparable),
    'nothing-found': count('nothing-found'),
  }
}

/** How far two treatments may be compared: the verdict of each core outcome, and counts of the others. */
export function summaryOfPair(treatmentA: Treatment, treatmentB: Treatment, evidence: Evidence): PairSummary {
  const judged = evidence.outcomes.map((outcome) => ({
    outcome,
    verdict: verdictOfTreatments(treatmentA, treatmentB, outcome, evidence),
  }))
  return {
    core: judged.filter(({ outcome }) => outcome.core === 'yes'),
    rest: countLevels(judged.filter(({ outcome }) => outcome.core === 'no').map(({ verdict }) => verdict)),
  }
}
