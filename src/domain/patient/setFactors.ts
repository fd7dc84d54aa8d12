import type { Evidence } from '../evidence'
import type { Factor } from '../tables/guidance'
import { meets, readCondition } from './condition'
import type { Patient } from './patient'

/** Why a factor holds for the patient. */
export type Cause =
  | { readonly kind: 'answer'; readonly question: string }
  | { readonly kind: 'takes'; readonly treatment: string }
  | { readonly kind: 'set-by'; readonly factor: string }

export interface SetFactor {
  readonly factor: Factor
  readonly causes: readonly Cause[]
}

/**
 * The factors that hold for the patient, in file order: by an answer that meets them, by a medicine that is taken,
 * or set by another factor (`sets`, followed to its end). Factors that are always shown are not among them.
 */
export function setFactors(patient: Patient, evidence: Evidence): readonly SetFactor[] {
  const causes = new Map<string, Cause[]>()
  const add = (factor: string, cause: Cause) => causes.set(factor, [...(causes.get(factor) ?? []), cause])

  for (const { id, questionId, metBy, showAlways } of evidence.factors) {
    const answer = patient.answers.get(questionId)
    const condition = readCondition(metBy)
    if (showAlways === 'no' && answer && condition && meets(condition, answer))
      add(id, { kind: 'answer', question: questionId })
  }
  for (const { treatment, factor } of evidence.medicineFactors)
    if (patient.takes.includes(treatment)) add(factor, { kind: 'takes', treatment })

  // The map grows while it is walked, so what is set by a factor sets its own in turn; a ring ends at itself.
  const sets = new Map(evidence.factors.map((factor) => [factor.id, factor.sets]))
  for (const [factor] of causes)
    for (const other of sets.get(factor) ?? []) if (other !== factor) add(other, { kind: 'set-by', factor })

  return evidence.factors.flatMap((factor) => {
    const why = causes.get(factor.id)
    return why ? [{ factor, causes: why }] : []
  })
}

/** "Blood thinners: warfarin type": the label, and the answer where several would have set the factor. */
export function factorInWords({ factor, causes }: SetFactor, { answers }: Patient): string {
  const condition = readCondition(factor.metBy)
  const answer = answers.get(factor.questionId)
  const isAnswered = causes.some(({ kind }) => kind === 'answer') && answer?.kind === 'words'
  if (!isAnswered || condition?.kind !== 'words' || condition.words.length < 2) return factor.label
  return `${factor.label}: ${answer.words.join(', ')}`
}

/** A cause in words: "takes Medicine A", "set by Opioid use disorder"; undefined for an answer, which speaks for itself. */
export function causeInWords(cause: Cause, evidence: Evidence): string | undefined {
  if (cause.kind === 'takes')
    return `takes ${evidence.treatmentById.get(cause.treatment)?.name ?? cause.treatment}`
  if (cause.kind === 'set-by')
    return `set by ${evidence.factors.find((row) => row.id === cause.factor)?.label ?? cause.factor}`
  return undefined
}
