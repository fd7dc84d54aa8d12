import type { Evidence } from '../evidence'
import { familyOfMeasure, isShare } from '../measure'
import type { Finding } from '../tables/findings'
import { candidatesFor } from './candidates'
import type { Judgement } from './judgement'
import type { JudgedRow } from './judgedRow'
import { inOrderOfRule } from './ordering'
import { askAbout, type Question } from './question'
import type { Verdict } from './verdict'

/*
 * The only part of the comparison that reads values: whether the rows behind a level point the same way.
 */

/** 1 where a higher number is better, -1 where a lower one is; flags of the row overrule its outcome. */
function betterSign({ finding }: JudgedRow, evidence: Evidence): 1 | -1 {
  if (finding.flags.includes('higher-is-better')) return 1
  if (finding.flags.includes('lower-is-better')) return -1
  return evidence.outcomeById.get(finding.outcome)?.direction === 'lower-better' ? -1 : 1
}

function share(events: number | undefined, total: number | undefined): number | undefined {
  return events === undefined || !total ? undefined : (100 * events) / total
}

/** How far a contrast favours its own treatment over its comparator, on a scale of its own; above 0: favours it. */
function favour(row: JudgedRow, evidence: Evidence): number | undefined {
  const { finding } = row
  const sign = betterSign(row, evidence)
  if (isShare(finding.measure)) {
    const own = share(finding.armEvents, finding.armN)
    const comparators = share(finding.comparatorEvents, finding.comparatorN)
    return own === undefined || comparators === undefined ? undefined : sign * (own - comparators)
  }
  const { value, measure } = finding
  if (value === undefined) return undefined
  if (measure === 'nnt') return value
  if (measure === 'nnh') return -value
  if (familyOfMeasure(measure) === 'ratio') return value > 0 ? sign * Math.log(value) : undefined
  return sign * value
}

function favourOf(treatment: string, row: JudgedRow, evidence: Evidence): number | undefined {
  const favoured = favour(row, evidence)
  return favoured === undefined || row.finding.treatment === treatment ? favoured : -favoured
}

function level(row: JudgedRow): number | undefined {
  return row.finding.value ?? share(row.finding.armEvents, row.finding.armN)
}

function differenceOfArms(a: JudgedRow, b: JudgedRow, evidence: Evidence): number | undefined {
  const [x, y] = [level(a), level(b)]
  const sign = betterSign(a, evidence)
  if (x === undefined || y === undefined || sign !== betterSign(b, evidence)) return undefined
  return sign * (x - y)
}

/** Which of the two treatments the rows favour: 1 the first, -1 the second, 0 neither, undefined not known. */
function directionOf(judgement: Judgement, question: Question): number | undefined {
  const { evidence } = question
  const [one, other] = question.treatments
  const [a, b] = judgement.rows
  if (!a || judgement.oneSidePrinted) return undefined
  if (!b) return signOf(favourOf(one, a, evidence))
  if (a.arm && b.arm && a.finding.treatment === one && b.finding.treatment === other)
    return signOf(differenceOfArms(a, b, evidence))
  const [x, y] = [favourOf(one, a, evidence), favourOf(other, b, evidence)]
  return x === undefined || y === undefined ? undefined : signOf(x - y)
}

function signOf(number: number | undefined): number | undefined {
  return number === undefined ? undefined : Math.sign(number)
}

function judgementsOfLevel(verdict: Verdict, evidence: Evidence) {
  if (verdict.kind !== 'level' || verdict.level === 'not-comparable') return undefined
  const [one, other] = verdict.treatments.map((id) => evidence.treatmentById.get(id))
  const outcome = evidence.outcomeById.get(verdict.outcome)
  if (!one || !other || !outcome) return undefined
  const question = askAbout(one, other, outcome, evidence)
  return { question, judgements: inOrderOfRule(candidatesFor(question), evidence) }
}

/**
 * All rows, or pairs of rows, that reach the level of a verdict of two treatments, best first. Empty where nothing
 * is comparable.
 */
export function rowsOfLevel(verdict: Verdict, evidence: Evidence): readonly (readonly Finding[])[] {
  const found = judgementsOfLevel(verdict, evidence)
  return found?.judgements.map((judgement) => judgement.rows.map((row) => row.finding)) ?? []
}

/**
 * Do the rows that reach the level of this verdict point in different directions, some in favour of one treatment
 * and some of the other? Looks at point values only, so a difference may be chance. A link is an indirect
 * comparison for which no single number is shown, so it is never said to differ.
 */
export function directionsDiffer(verdict: Verdict, evidence: Evidence): boolean {
  const found = judgementsOfLevel(verdict, evidence)
  if (!found || (verdict.kind === 'level' && verdict.level === 'linked')) return false
  const directions = found.judgements.map((judgement) => directionOf(judgement, found.question))
  return directions.includes(1) && directions.includes(-1)
}
