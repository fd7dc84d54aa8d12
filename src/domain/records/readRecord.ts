import type { Evidence } from '../evidence'
import { questionsOf } from '../patient/questions'
import { ageOn } from './age'
import { listOf, part, textOf, wordsOf } from './json'
import { isAbout, readCondition } from './readConditions'
import { readMedicine } from './readMedicines'
import { readResult } from './readResults'
import { dayOf, type RecordItem } from './recordItem'

export interface RecordReading {
  /** To compare with the person in the room. */
  readonly name: string | undefined
  readonly birthDate: string | undefined
  readonly sex: string | undefined
  readonly items: readonly RecordItem[]
  /** How many entries spoke of somebody else and were not read. */
  readonly ofOthers: number
}

/** A FHIR Patient in the words of a page. */
function nameOf(patient: unknown): string | undefined {
  const names = listOf(part(patient, 'name'))
  const name = names.find((one) => part(one, 'use') === 'official') ?? names[0]
  const given = listOf(part(name, 'given')).map(wordsOf).filter(Boolean).join(' ')
  return wordsOf(part(name, 'text')) ?? wordsOf(`${given} ${wordsOf(part(name, 'family')) ?? ''}`)
}

/** The question about the age: the number that is asked in years. */
function ageQuestion(evidence: Evidence): string | undefined {
  return questionsOf(evidence).find((row) => row.answerType === 'number' && row.unit === 'years')?.id
}

function readAge(patient: unknown, today: string, evidence: Evidence): RecordItem {
  const birthDate = dayOf(part(patient, 'birthDate'))
  const age = ageOn(birthDate, today)
  const question = ageQuestion(evidence)
  const canOffer = age !== undefined && question !== undefined
  return {
    id: 'age',
    kind: 'person',
    words: birthDate === undefined ? 'No date of birth' : `Born ${birthDate}`,
    day: undefined,
    offers: canOffer ? [{ kind: 'answer', question, answer: { kind: 'number', value: age } }] : [],
    why: canOffer ? undefined : 'The age cannot be told from this: ask.',
  }
}

function readSex(patient: unknown): RecordItem | undefined {
  const sex = wordsOf(part(patient, 'gender'))
  if (sex === undefined) return undefined
  const why = 'Recorded for administration; no question here follows from it alone.'
  return { id: 'sex', kind: 'person', words: `Sex: ${sex}`, day: undefined, offers: [], why }
}

/** Among results for the same question the newest speaks; the older ones are shown, and offer nothing. */
function newestSpeaks(items: readonly RecordItem[]): readonly RecordItem[] {
  const sorted = [...items].sort((a, b) => (b.day ?? '').localeCompare(a.day ?? ''))
  const spoken = new Set<string>()
  return sorted.map((item) => {
    const questions = item.offers.flatMap((offer) => (offer.kind === 'answer' ? [offer.question] : []))
    const isOld = questions.some((question) => spoken.has(question))
    for (const question of questions) spoken.add(question)
    return isOld ? { ...item, offers: [], why: 'A newer result stands above.' } : item
  })
}

function isType(type: string) {
  return (resource: unknown) => part(resource, 'resourceType') === type
}

/**
 * What a record says of one person that matters here, with what can be taken over. Nothing is taken over by this.
 *
 * @param patient the FHIR Patient
 * @param resources Conditions, MedicationRequests, Medications and Observations, of any order; others are passed over
 * @param today year, month and day, for the age
 */
export function readRecord(
  patient: unknown,
  resources: readonly unknown[],
  today: string,
  evidence: Evidence,
): RecordReading {
  const id = textOf(part(patient, 'id')) ?? ''
  const isFact = (resource: unknown) =>
    ['Condition', 'MedicationRequest', 'Observation'].some((type) => isType(type)(resource))
  const facts = resources.filter(isFact)
  const own = facts.filter((resource) => id !== '' && isAbout(resource, id))
  const medications = new Map(
    resources
      .filter(isType('Medication'))
      .map((resource) => [textOf(part(resource, 'id')) ?? '', resource] as const),
  )
  const results = own
    .filter(isType('Observation'))
    .flatMap((resource) => readResult(resource, evidence.recordCodes) ?? [])
  return {
    name: nameOf(patient),
    birthDate: dayOf(part(patient, 'birthDate')),
    sex: wordsOf(part(patient, 'gender')),
    items: [
      readAge(patient, today, evidence),
      ...[readSex(patient)].flatMap((item) => item ?? []),
      ...own.filter(isType('Condition')).map((resource) => readCondition(resource, evidence.recordCodes)),
      ...own
        .filter(isType('MedicationRequest'))
        .map((resource) => readMedicine(resource, medications, evidence)),
      ...newestSpeaks(results),
    ],
    ofOthers: facts.length - own.length,
  }
}
