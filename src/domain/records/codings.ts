import type { RecordCode } from '../tables/records'
import { listOf, part, textOf, wordsOf } from './json'

export interface Coding {
  readonly system: string
  readonly code: string
}

/** The codes of a CodeableConcept, in the order of the record. */
export function codingsOf(concept: unknown): readonly Coding[] {
  return listOf(part(concept, 'coding')).flatMap((coding) => {
    const system = textOf(part(coding, 'system'))
    const code = textOf(part(coding, 'code'))
    return system !== undefined && code !== undefined ? [{ system, code }] : []
  })
}

/** A CodeableConcept as the record words it: its text, or the first display; undefined where it has neither. */
export function conceptWords(concept: unknown): string | undefined {
  const displays = listOf(part(concept, 'coding')).map((coding) => wordsOf(part(coding, 'display')))
  return wordsOf(part(concept, 'text')) ?? displays.find((display) => display !== undefined)
}

/** Whether a code of the record is the one of a row, or stands below it in its classification. */
export function isCode(row: RecordCode, { system, code }: Coding): boolean {
  if (row.system !== system) return false
  return row.match === 'exact' ? row.code === code : code.replaceAll('.', '').startsWith(row.code)
}

/** The rows of some readings that a concept meets, one for each question. */
export function rowsFor(
  concept: unknown,
  readings: readonly RecordCode['reading'][],
  rows: readonly RecordCode[],
): readonly RecordCode[] {
  const codings = codingsOf(concept)
  const met = rows.filter(
    (row) => readings.includes(row.reading) && codings.some((coding) => isCode(row, coding)),
  )
  return met.filter((row, index) => met.findIndex((other) => other.question === row.question) === index)
}
