import type { RecordCode } from '../tables/records'
import { codingsOf, conceptWords, rowsFor } from './codings'
import { listOf, part, textOf } from './json'
import { dayOf, wordAnswer, type RecordItem } from './recordItem'

/** Words of condition-clinical that mean that the person has it now. */
const NOW = new Set(['active', 'recurrence', 'relapse'])

/** Words of condition-ver-status under which it is no fact about this person. */
const NOT_SO = new Set(['refuted', 'entered-in-error'])
const NOT_SURE = new Set(['unconfirmed', 'provisional', 'differential'])

const statusOf = (condition: unknown, name: string) => codingsOf(part(condition, name))[0]?.code

function whyNothing(condition: unknown, rows: readonly RecordCode[]): string | undefined {
  const verification = statusOf(condition, 'verificationStatus')
  if (verification !== undefined && NOT_SO.has(verification)) return 'The record says that this is not so.'
  if (rows.length === 0) return 'No question here speaks of it.'
  if (verification !== undefined && NOT_SURE.has(verification))
    return 'The record says that this is not confirmed.'
  const isNow = NOW.has(statusOf(condition, 'clinicalStatus') ?? 'active')
  return isNow || rows.some((row) => row.time === 'ever')
    ? undefined
    : 'The record says that this is not active any more.'
}

/** A FHIR Condition, and the answers it speaks for. */
export function readCondition(condition: unknown, codes: readonly RecordCode[]): RecordItem {
  const concept = part(condition, 'code')
  const rows = rowsFor(concept, ['condition'], codes)
  const why = whyNothing(condition, rows)
  const isNow = NOW.has(statusOf(condition, 'clinicalStatus') ?? 'active')
  const counting = why === undefined ? rows.filter((row) => isNow || row.time === 'ever') : []
  return {
    id: `condition ${textOf(part(condition, 'id')) ?? ''}`,
    kind: 'condition',
    words: conceptWords(concept) ?? rows[0]?.meaning ?? 'A condition without words',
    day: dayOf(part(condition, 'onsetDateTime')) ?? dayOf(part(condition, 'recordedDate')),
    offers: counting.flatMap(({ question, answer }) =>
      answer === undefined ? [] : [{ kind: 'answer', question, answer: wordAnswer(answer) }],
    ),
    why,
  }
}

/** Whether a resource speaks of the person: what speaks of another one must not be read. */
export function isAbout(resource: unknown, patient: string): boolean {
  const reference = textOf(part(part(resource, 'subject'), 'reference')) ?? ''
  return reference === `Patient/${patient}` || reference.endsWith(`/Patient/${patient}`)
}

export function resourcesOf(bundle: unknown): readonly unknown[] {
  return listOf(part(bundle, 'entry')).map((entry) => part(entry, 'resource'))
}
