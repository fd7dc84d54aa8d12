import { readCondition } from '@/domain/patient/condition'
import type { Answer, Mark, Patient } from '@/domain/patient/patient'
import type { Factor } from '@/domain/tables/guidance'

interface Known {
  /** Words (one, or a list where several hold) or a number, by question id. */
  readonly answers?: Readonly<Record<string, string | number | readonly string[]>>
  readonly takes?: readonly string[]
  readonly marks?: Readonly<Record<string, Mark>>
}

function answerOf(value: string | number | readonly string[]): Answer {
  if (typeof value === 'number') return { kind: 'number', value }
  return { kind: 'words', words: typeof value === 'string' ? [value] : value }
}

/** A patient of whom nothing is known but what the test gives. */
export function makePatient({ answers = {}, takes = [], marks = {} }: Known = {}): Patient {
  return {
    answers: new Map(Object.entries(answers).map(([question, value]) => [question, answerOf(value)])),
    takes,
    otherMedicines: [],
    marks: new Map(Object.entries(marks)),
  }
}

/** An answer that meets a factor of data/, for `answers`. */
export function meeting(factor: Factor): Readonly<Record<string, string | number>> {
  const condition = readCondition(factor.metBy)
  if (!condition) throw new RangeError(`unreadable: ${factor.metBy}`)
  if (condition.kind === 'words') return { [factor.questionId]: condition.words[0] ?? '' }
  const { sign, limit } = condition
  return { [factor.questionId]: sign === '>' ? limit + 1 : sign === '<' ? limit - 1 : limit }
}
