import type { Answer, Patient } from './patient'

type Sign = '>=' | '<=' | '>' | '<'

/** Which answers meet a condition: any of some words, or a number beyond a limit. */
export type Condition =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'limit'; readonly sign: Sign; readonly limit: number }

const BEYOND: Readonly<Record<Sign, (value: number, limit: number) => boolean>> = {
  '>=': (value, limit) => value >= limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '<': (value, limit) => value < limit,
}

/**
 * Reads a cell of the column `met_by`: `yes`, `no`, `choice:this|or that`, `>=65`, `<18`.
 *
 * @returns undefined for a text of another form
 */
export function readCondition(text: string): Condition | undefined {
  const limit = /^(>=|<=|>|<)\s*(\d+(?:\.\d+)?)$/.exec(text)
  if (limit) return { kind: 'limit', sign: limit[1] as Sign, limit: Number(limit[2]) }
  if (text === 'yes' || text === 'no') return { kind: 'words', words: [text] }
  if (!text.startsWith('choice:')) return undefined
  const words = text
    .slice('choice:'.length)
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  return words.length > 0 ? { kind: 'words', words } : undefined
}

/** Does an answer meet a condition? An answer of another kind (a word for a number) never does. */
export function meets(condition: Condition, answer: Answer): boolean {
  if (condition.kind === 'limit')
    return answer.kind === 'number' && BEYOND[condition.sign](answer.value, condition.limit)
  return answer.kind === 'words' && answer.words.some((word) => condition.words.includes(word))
}

/** What the answers say of an extra condition. Without an answer it is neither met nor unmet. */
export type ConditionState = 'met' | 'unmet' | 'unanswered'

/**
 * Reads a cell of the column `when`, such as `age>=65` or `blood-thinners=choice:one type`, against the
 * answers. What stands before the sign is a question id. A text that cannot be read counts as unanswered, so
 * that the row it belongs to is never dropped.
 */
export function stateOfWhen(when: string, { answers }: Patient): ConditionState {
  const [, question = '', rest = ''] = /^([\w-]+?)\s*(=.+|[<>].+)$/.exec(when) ?? []
  const condition = readCondition(rest.startsWith('=') ? rest.slice(1) : rest)
  const answer = answers.get(question)
  if (!condition || !answer) return 'unanswered'
  return meets(condition, answer) ? 'met' : 'unmet'
}
