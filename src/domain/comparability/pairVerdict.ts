import type { Evidence } from '../evidence'
import type { Finding } from '../tables/findings'
import type { Outcome } from '../tables/outcomes'
import type { Treatment } from '../tables/treatments'
import { candidatesFor, comparedWithoutNumber, hasRowOfOtherArm } from './candidates'
import { judgePair, judgeSingle, type Judgement } from './judgement'
import { judgedRow, otherSide, type JudgedRow } from './judgedRow'
import { isRandomised, notesFor } from './notes'
import { bestOf } from './ordering'
import { answerWithoutLevel, askAbout, type Question } from './question'
import type { LevelVerdict, Verdict } from './verdict'

function verdictFrom(
  best: Judgement | undefined,
  question: Question,
  unused: readonly JudgedRow[],
): LevelVerdict {
  const level = best?.level ?? 'not-comparable'
  const rows = best?.rows ?? []
  const bySource = new Set(rows.map((row) => row.finding.source))
  const randomised = rows.every(isRandomised) ? 'randomised' : 'not-randomised'
  return {
    kind: 'level',
    level,
    quality: level === 'head-to-head' ? randomised : undefined,
    via: best?.via,
    reasons: best?.reasons ?? ['nothing-found'],
    notes: best ? notesFor(best, question) : [],
    rows: rows.map((row) => row.finding),
    oneSidePrinted: best?.oneSidePrinted ?? false,
    sameClinic: level === 'side-by-side' && bySource.size === 1,
    comparedWithoutNumber: unused.map((row) => row.finding),
    treatments: question.treatments,
    outcome: question.outcome.id,
  }
}

/** Is the row one of the treatment's: its own, or a contrast in which the treatment is the comparator? */
function isRowOf(row: JudgedRow, treatment: string): boolean {
  return row.finding.treatment === treatment || otherSide(row, treatment) !== undefined
}

function judgeTwo(first: JudgedRow, second: JudgedRow, question: Question): readonly Judgement[] {
  const [one, other] = question.treatments
  const singles = [first, second].flatMap(
    (row) => judgeSingle(row, question, hasRowOfOtherArm(row, [first, second], question)) ?? [],
  )
  const direct = singles.filter((judgement) => judgement.level === 'head-to-head')
  if (first === second) return singles
  if (isRowOf(first, one) && isRowOf(second, other)) return [...direct, judgePair(first, second, question)]
  if (isRowOf(second, one) && isRowOf(first, other)) return [...direct, judgePair(second, first, question)]
  return singles
}

/**
 * May these two findings stand side by side as figures of these two treatments on this outcome? Symmetric: with
 * treatments (and findings) swapped only the order of names and rows changes. Never reads the size of a number,
 * only whether one is there.
 *
 * @param findingA a row of `treatmentA`: its own, or a contrast in which it is the comparator
 * @param findingB a row of `treatmentB`; the same row as `findingA` where one row compares the two
 * @returns one of four levels with reasons, notes and the rows used; or why there is none. `nothing-found` where a
 *   finding is about neither treatment
 * @see docs/pair-verdict.md
 */
export function verdictOfFindings(
  findingA: Finding,
  findingB: Finding,
  treatmentA: Treatment,
  treatmentB: Treatment,
  outcome: Outcome,
  evidence: Evidence,
): Verdict {
  const without = answerWithoutLevel(treatmentA, treatmentB, outcome, evidence)
  if (without) return without
  const question = askAbout(treatmentA, treatmentB, outcome, evidence)
  const judgements = judgeTwo(judgedRow(findingA, evidence), judgedRow(findingB, evidence), question)
  return verdictFrom(bestOf(judgements, evidence), question, [])
}

/**
 * How far two treatments may be compared on an outcome: every row pair is judged and the best level wins; among
 * equal levels the order of the rule decides (randomised, both sides printed, direct, certainty, shares before
 * ratios, times, patients, year, id). Where nothing reaches a level, the reasons are those of the nearest miss.
 *
 * @returns `nothing-found` among the reasons where one of the two has no row on the outcome
 * @see docs/pair-verdict.md
 */
export function verdictOfTreatments(
  treatmentA: Treatment,
  treatmentB: Treatment,
  outcome: Outcome,
  evidence: Evidence,
): Verdict {
  const without = answerWithoutLevel(treatmentA, treatmentB, outcome, evidence)
  if (without) return without
  const question = askAbout(treatmentA, treatmentB, outcome, evidence)
  const best = bestOf(candidatesFor(question), evidence)
  return verdictFrom(best, question, comparedWithoutNumber(question))
}
