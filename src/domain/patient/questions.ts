import { termLabel, termOf, type Evidence } from '../evidence'
import type { Factor } from '../tables/guidance'
import type { UncoveredQuestion } from '../tables/patient'
import { stateOfWhen } from './condition'
import type { Answer, Patient } from './patient'

/** One question about the patient; several factors can hang on its answer. */
export interface Question {
  readonly id: string
  readonly label: string
  readonly plainQuestion: string
  readonly kind: string
  readonly answerType: Factor['answerType']
  readonly choices: readonly string[]
  /** Several of the choices may hold at once. */
  readonly several: boolean
  readonly unit: string | undefined
  /** The highest number that is accepted. */
  readonly highest: number
  readonly hint: string | undefined
  readonly common: boolean
  /** Asked only when another question has this answer. */
  readonly askWhen: string | undefined
  readonly factors: readonly Factor[]
}

/** Questions under one heading, common ones first, and what is often asked but that no caution covers. */
export interface QuestionGroup {
  readonly label: string
  readonly questions: readonly Question[]
  readonly uncovered: readonly UncoveredQuestion[]
}

/** Where the data set no limit: no count of anything that is asked here goes beyond it. */
const HIGHEST = 999

function questionOf(id: string, factors: readonly Factor[], evidence: Evidence): readonly Question[] {
  const [first] = factors
  if (!first) return []
  const rule = evidence.questionRules.find((row) => row.questionId === id)
  return [
    {
      id,
      label: rule?.label ?? first.label,
      plainQuestion: first.plainQuestion,
      kind: first.kind,
      answerType: first.answerType,
      choices: first.choices,
      several: rule?.several === 'yes',
      unit: rule?.unit,
      highest: rule?.highest ?? HIGHEST,
      hint: rule?.hint,
      common: factors.some((factor) => factor.common === 'yes'),
      askWhen: rule?.askWhen,
      factors,
    },
  ]
}

/**
 * Every question that is asked, one for each `question_id`, in file order. Left out are factors that are shown
 * with their treatments always, and factors that no caution covers: an answer would change nothing.
 */
export function questionsOf(evidence: Evidence): readonly Question[] {
  const covered = new Set(evidence.cautions.map((caution) => caution.factor))
  const byId = new Map<string, Factor[]>()
  for (const factor of evidence.factors) {
    if (factor.showAlways === 'yes' || !covered.has(factor.id)) continue
    byId.set(factor.questionId, [...(byId.get(factor.questionId) ?? []), factor])
  }
  return [...byId].flatMap(([id, factors]) => questionOf(id, factors, evidence))
}

/** Questions under the headings of the data, kinds with the same label under one heading. */
export function questionGroups(evidence: Evidence): readonly QuestionGroup[] {
  const questions = questionsOf(evidence)
  const kinds = [...new Set([...questions, ...evidence.uncoveredQuestions].map((row) => row.kind))]
  const order = (kind: string) => termOf(evidence, 'factor_kind', kind)?.order ?? kinds.length
  const labels = [...kinds]
    .sort((a, b) => order(a) - order(b))
    .map((kind) => termLabel(evidence, 'factor_kind', kind))
  return [...new Set(labels)].map((label) => {
    const here = (row: { readonly kind: string }) => termLabel(evidence, 'factor_kind', row.kind) === label
    const own = questions.filter(here)
    return {
      label,
      questions: [...own.filter((row) => row.common), ...own.filter((row) => !row.common)],
      uncovered: evidence.uncoveredQuestions.filter(here),
    }
  })
}

/** A question is put when its own condition is met; one that was answered stays, so that it can be taken back. */
export function isAsked(question: Question, patient: Patient): boolean {
  return (
    question.askWhen === undefined ||
    patient.answers.has(question.id) ||
    stateOfWhen(question.askWhen, patient) === 'met'
  )
}

/** Words without capitals, accents and double spaces. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Groups with only what has every word of the search in its label, question or choices; empty groups are left out. */
export function searchQuestions(groups: readonly QuestionGroup[], search: string): readonly QuestionGroup[] {
  const words = plain(search).split(' ').filter(Boolean)
  if (words.length === 0) return groups
  const found = (...texts: readonly string[]) => {
    const text = plain(texts.join(' '))
    return words.every((word) => text.includes(word))
  }
  return groups
    .map((group) => ({
      ...group,
      questions: group.questions.filter(({ label, plainQuestion, choices, factors }) =>
        found(label, plainQuestion, ...choices, ...factors.map((factor) => factor.label)),
      ),
      uncovered: group.uncovered.filter(({ label, plainLabel, otherNames }) =>
        found(label, plainLabel, ...otherNames),
      ),
    }))
    .filter((group) => group.questions.length + group.uncovered.length > 0)
}

/**
 * A number as typed, as an answer.
 *
 * @returns undefined for an empty field; `refused` for anything but a whole number from 0 to the highest accepted
 */
export function numberAnswer(typed: string, question: Question): Answer | 'refused' | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  const value = Number(text)
  return /^\d+$/.test(text) && value <= question.highest ? { kind: 'number', value } : 'refused'
}

/** "72 years", "warfarin type": an answer in words. */
export function answerInWords(answer: Answer, question: Question | undefined): string {
  if (answer.kind === 'words') return answer.words.join(', ')
  return question?.unit === undefined ? String(answer.value) : `${answer.value} ${question.unit}`
}
