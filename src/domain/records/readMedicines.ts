import type { Evidence } from '../evidence'
import { takeableMedicines } from '../patient/medicines'
import type { Treatment } from '../tables/treatments'
import { conceptWords, rowsFor } from './codings'
import { listOf, part, textOf, wordsOf } from './json'
import { dayOf, wordAnswer, type Offer, type RecordItem } from './recordItem'

const inWords = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Letters too few to tell a medicine by. */
const SHORTEST_NAME = 4

/** Whether all words of a name stand side by side in a text, as whole words. */
function names(text: readonly string[], name: string): boolean {
  const wanted = inWords(name)
  if (wanted.join('').length < SHORTEST_NAME) return false
  return text.some((_, start) => wanted.every((word, index) => text[start + index] === word))
}

/** Medicines of the data whose name or brand stands in the words of the record. */
export function namedMedicines(words: string, evidence: Evidence): readonly Treatment[] {
  const text = inWords(words)
  return takeableMedicines(evidence).filter(({ name, shortName, otherNames }) =>
    [name, shortName, ...(otherNames ?? '').split(/[;,]/)].some((other) => names(text, other)),
  )
}

/** The concept of a request: its own, or that of the Medicine it leads to, inside it or beside it. */
function conceptOf(request: unknown, medications: ReadonlyMap<string, unknown>): unknown {
  const own = part(request, 'medicationCodeableConcept')
  if (own !== undefined) return own
  const reference = textOf(part(part(request, 'medicationReference'), 'reference')) ?? ''
  const inside = listOf(part(request, 'contained')).find(
    (resource) => `#${textOf(part(resource, 'id'))}` === reference,
  )
  return part(inside ?? medications.get(reference.split('/').at(-1) ?? ''), 'code')
}

function offersOf(words: string, concept: unknown, evidence: Evidence): readonly Offer[] {
  const treatments = namedMedicines(words, evidence).map(
    ({ id }) => ({ kind: 'takes', treatment: id }) as const,
  )
  const answers = rowsFor(concept, ['medicine'], evidence.recordCodes).flatMap(({ question, answer }) =>
    answer === undefined ? [] : [{ kind: 'answer', question, answer: wordAnswer(answer) } as const],
  )
  const known = [...treatments, ...answers]
  return known.length > 0 ? known : [{ kind: 'other-medicine', name: words }]
}

/**
 * A FHIR MedicationRequest, and what can be taken over: a medicine of the data that its words name, an answer that
 * its class gives, or else its name alone.
 */
export function readMedicine(
  request: unknown,
  medications: ReadonlyMap<string, unknown>,
  evidence: Evidence,
): RecordItem {
  const concept = conceptOf(request, medications)
  const reference = wordsOf(part(part(request, 'medicationReference'), 'display'))
  const words = conceptWords(concept) ?? reference
  const status = textOf(part(request, 'status'))
  const isTaken = status === 'active' && part(request, 'doNotPerform') !== true
  const why =
    words === undefined
      ? 'The record gives no words for it: check by hand.'
      : isTaken
        ? undefined
        : 'The record does not say that it is taken now.'
  return {
    id: `medicine ${textOf(part(request, 'id')) ?? ''}`,
    kind: 'medicine',
    words: words ?? 'A medicine without a name',
    day: dayOf(part(request, 'authoredOn')),
    offers: words !== undefined && isTaken ? offersOf(words, concept, evidence) : [],
    why,
  }
}
