import { isProcedure, type Evidence } from '../evidence'
import type { Outcome } from '../tables/outcomes'
import type { Treatment } from '../tables/treatments'
import type { NoVerdict, TreatmentPair, Verdict } from './verdict'

/** The question a verdict answers: these two treatments, on this outcome, in these data. */
export interface Question {
  readonly treatments: TreatmentPair
  readonly outcome: Outcome
  readonly bothProcedures: boolean
  /** Both are procedures or both are not. */
  readonly sameKindOfTreatment: boolean
  readonly evidence: Evidence
}

/** Tables that the rule reads: before they have arrived every answer would be wrong. */
const READ_TABLES = [
  'treatments',
  'terms',
  'outcomes',
  'derivedOutcomes',
  'definitions',
  'denominators',
  'populations',
  'pairRules',
  'findings',
  'sources',
] as const

/** @param one, other in any order; the order is kept in the answer */
export function askAbout(one: Treatment, other: Treatment, outcome: Outcome, evidence: Evidence): Question {
  const [first, second] = [isProcedure(evidence, one), isProcedure(evidence, other)]
  return {
    treatments: [one.id, other.id],
    outcome,
    bothProcedures: first && second,
    sameKindOfTreatment: first === second,
    evidence,
  }
}

/** The ids of the classes above a treatment. */
function classesAbove(treatment: Treatment, evidence: Evidence): readonly string[] {
  const classes: string[] = []
  const seen = new Set<string>()
  let parent = treatment.parent
  while (parent !== undefined && !seen.has(parent)) {
    seen.add(parent)
    const row = evidence.treatmentById.get(parent)
    if (row?.kind === 'class') classes.push(parent)
    parent = row?.parent
  }
  return classes
}

/** The class, where one of the two is a class and the other belongs to it; they share their trials. */
export function widerOf(one: Treatment, other: Treatment, evidence: Evidence): string | undefined {
  if (classesAbove(one, evidence).includes(other.id)) return other.id
  return classesAbove(other, evidence).includes(one.id) ? one.id : undefined
}

function causeOfNone(one: Treatment, other: Treatment, evidence: Evidence): NoVerdict['because'] | undefined {
  if (READ_TABLES.some((table) => !evidence.loaded.has(table))) return 'not-loaded'
  if (one.id === other.id) return 'same-treatment'
  return one.selectable === 'yes' && other.selectable === 'yes' ? undefined : 'not-selectable'
}

/** The answer for a pair or outcome that gets no level; undefined when it gets one. */
export function answerWithoutLevel(
  one: Treatment,
  other: Treatment,
  outcome: Outcome,
  evidence: Evidence,
): Verdict | undefined {
  const asked = { treatments: [one.id, other.id], outcome: outcome.id } as const
  const because = causeOfNone(one, other, evidence)
  if (because) return { kind: 'no-verdict', because, ...asked }
  const wider = widerOf(one, other, evidence)
  if (wider !== undefined) return { kind: 'class-and-member', wider, ...asked }
  return outcome.domain === 'context' ? { kind: 'no-verdict', because: 'context', ...asked } : undefined
}
