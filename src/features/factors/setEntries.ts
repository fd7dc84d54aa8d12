import type { Evidence } from '@/domain/evidence'
import type { Patient } from '@/domain/patient/patient'
import { answerInWords, questionsOf } from '@/domain/patient/questions'
import type { SetFactor } from '@/domain/patient/setFactors'
import { say } from '@/words/interface/factors'

/** One thing that was said of the patient, and what it sets. */
export interface SetEntry {
  readonly kind: 'answer' | 'takes' | 'other'
  readonly id: string
  /** "Age: 72 years". */
  readonly words: string
  /** Labels of the factors that hold through it, those that they set in turn among them. */
  readonly sets: readonly string[]
}

/** What the factors of one cause set, step by step. */
function labelsThrough(set: readonly SetFactor[], isCause: (row: SetFactor) => boolean): readonly string[] {
  const reached = new Set(set.filter(isCause).map((row) => row.factor.id))
  for (let before = -1; before !== reached.size;) {
    before = reached.size
    for (const { factor, causes } of set)
      if (causes.some((cause) => cause.kind === 'set-by' && reached.has(cause.factor))) reached.add(factor.id)
  }
  return set.filter((row) => reached.has(row.factor.id)).map((row) => row.factor.label)
}

/** Everything that was said, in words: answers in the order of the questions, then medicines. */
export function setEntries(
  patient: Patient,
  set: readonly SetFactor[],
  evidence: Evidence,
): readonly SetEntry[] {
  const answers = questionsOf(evidence).flatMap((question): SetEntry[] => {
    const answer = patient.answers.get(question.id)
    if (!answer) return []
    const sets = labelsThrough(set, (row) =>
      row.causes.some((cause) => cause.kind === 'answer' && cause.question === question.id),
    )
    return [
      {
        kind: 'answer',
        id: question.id,
        words: `${question.label}: ${answerInWords(answer, question)}`,
        sets,
      },
    ]
  })
  const takes = patient.takes.map((id): SetEntry => {
    const sets = labelsThrough(set, (row) =>
      row.causes.some((cause) => cause.kind === 'takes' && cause.treatment === id),
    )
    return {
      kind: 'takes',
      id,
      words: say('takesName', { name: evidence.treatmentById.get(id)?.name ?? id }),
      sets,
    }
  })
  const others = patient.otherMedicines.map((name): SetEntry => ({
    kind: 'other',
    id: name,
    words: say('takesNotInOurList', { name }),
    sets: [],
  }))
  return [...answers, ...takes, ...others]
}
