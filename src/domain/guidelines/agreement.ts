import { termLabel, termOf, type Evidence } from '../evidence'
import type { Statement } from './statements'

/**
 * How far documents say the same: `none` speaks of it; `one` alone does; they take the very same stance (`same`),
 * the same side in another strength (`strength`), or different sides (`disagree`).
 */
export type AgreementKind = 'none' | 'one' | 'same' | 'strength' | 'disagree'

/** A side that documents take (terms, facet `stance_side`) or, within one side, a stance; and who takes it. */
export interface Camp {
  readonly label: string
  readonly guidelines: readonly string[]
}

export interface Agreement {
  readonly kind: AgreementKind
  /** The sides where they disagree, the stances where they differ in strength; else empty. */
  readonly camps: readonly Camp[]
}

function campsBy(
  statements: readonly Statement[],
  labelOf: (statement: Statement) => string,
): readonly Camp[] {
  const camps = new Map<string, string[]>()
  for (const statement of statements) {
    const members = camps.get(labelOf(statement))
    if (!members) camps.set(labelOf(statement), [statement.guideline])
    else if (!members.includes(statement.guideline)) members.push(statement.guideline)
  }
  return [...camps].map(([label, guidelines]) => ({ label, guidelines }))
}

/**
 * How far documents agree on one treatment. Silence takes no part: a document that does not mention a treatment in
 * the part that was read neither agrees nor disagrees. Which stances are on one side is said by the data; a stance
 * without a side is a side of its own. Documents may speak of different situations, which this does not weigh.
 */
export function agreementOf(statements: readonly Statement[], evidence: Evidence): Agreement {
  const order = ({ recommendation }: Statement) =>
    termOf(evidence, 'stance', recommendation.stance)?.order ?? Number.MAX_SAFE_INTEGER
  const speaking = statements.filter(({ silent }) => !silent).sort((a, b) => order(a) - order(b))
  const documents = new Set(speaking.map(({ recommendation }) => recommendation.source))
  if (documents.size === 0) return { kind: 'none', camps: [] }
  if (documents.size === 1) return { kind: 'one', camps: [] }
  const sides = campsBy(speaking, ({ recommendation }) =>
    termLabel(evidence, 'stance_side', recommendation.stance),
  )
  if (sides.length > 1) return { kind: 'disagree', camps: sides }
  const stances = campsBy(speaking, ({ stance }) => stance)
  return stances.length > 1 ? { kind: 'strength', camps: stances } : { kind: 'same', camps: [] }
}

const KIND_WORDS: Readonly<Record<AgreementKind, string>> = {
  none: 'No guideline speaks of it',
  one: 'One guideline speaks of it',
  same: 'Same stance',
  strength: 'Differ in strength',
  disagree: 'Disagree',
}

/** "Disagree": the kind of agreement in a word or two. */
export function agreementLabel({ kind }: Agreement): string {
  return KIND_WORDS[kind]
}

/** "Speaks for it: EAN 2019, DGN 2023; within limits: NICE CG173": who is where; empty where nobody differs. */
export function campWords({ camps }: Agreement): string {
  return camps
    .map(({ label, guidelines }, place) => {
      const words = place === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1)
      return `${words}: ${guidelines.join(', ')}`
    })
    .join('; ')
}
