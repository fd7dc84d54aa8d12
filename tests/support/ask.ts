import {
  verdictOfFindings,
  verdictOfTreatments,
  type LevelVerdict,
  type Verdict,
} from '@/domain/comparability'
import type { Evidence } from '@/domain/evidence'
import type { Finding } from '@/domain/tables/findings'
import { findingOf, outcomeOf, realEvidence, treatmentOf } from './evidence'

/** The verdict as one with a level; throws for a pair that gets none. */
export function withLevel(verdict: Verdict): LevelVerdict {
  if (verdict.kind !== 'level') throw new RangeError(`no level: ${JSON.stringify(verdict)}`)
  return verdict
}

/** The verdict of two treatments of data/ on an outcome, by ids. */
export function askTreatments(one: string, other: string, outcome: string): LevelVerdict {
  const evidence = realEvidence()
  return withLevel(verdictOfTreatments(treatmentOf(one), treatmentOf(other), outcomeOf(outcome), evidence))
}

interface Asked {
  readonly outcome?: string
  readonly treatments?: readonly [string, string]
  readonly evidence?: Evidence
}

/** The verdict of two findings, made or real, as figures of their own treatments unless others are given. */
export function askFindings(a: Finding, b: Finding, asked: Asked = {}): LevelVerdict {
  const [one, other] = asked.treatments ?? [a.treatment, b.treatment]
  const outcome = outcomeOf(asked.outcome ?? a.outcome)
  const evidence = asked.evidence ?? realEvidence()
  return withLevel(verdictOfFindings(a, b, treatmentOf(one), treatmentOf(other), outcome, evidence))
}

/** The same for two findings of data/, by ids. */
export function askRows(a: string, b: string, asked: Asked = {}): LevelVerdict {
  return askFindings(findingOf(a), findingOf(b), asked)
}

export const idsOf = (verdict: LevelVerdict) => verdict.rows.map((row) => row.id)
