import type { RecordCode } from '../tables/records'
import { codingsOf, conceptWords, rowsFor } from './codings'
import { listOf, part, textOf, wordsOf } from './json'
import { dayOf, wordAnswer, type RecordItem } from './recordItem'

/** Words of observation-status under which a result stands. */
const STANDS = new Set(['final', 'amended', 'corrected'])

interface Reading {
  readonly answer?: string | undefined
  readonly why?: string
}

const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)

/** The unit in one form: "mmol/l" and "mmol/L" are the same. */
const unitOf = (quantity: unknown) =>
  (textOf(part(quantity, 'code')) ?? textOf(part(quantity, 'unit')))?.toLowerCase()

/**
 * Whether a number lies below the laboratory's own range: by its flag, or by the range it gives in the same unit. No
 * limit of our own is used.
 */
function belowRange(result: unknown): boolean | undefined {
  const flags = listOf(part(result, 'interpretation')).flatMap((flag) =>
    codingsOf(flag).map(({ code }) => code),
  )
  if (flags.some((flag) => flag === 'L' || flag === 'LL')) return true
  const quantity = part(result, 'valueQuantity')
  const value = number(part(quantity, 'value'))
  if (value === undefined || part(quantity, 'comparator') !== undefined) return undefined
  const low = listOf(part(result, 'referenceRange')).map((range) => part(range, 'low'))[0]
  const limit = number(part(low, 'value'))
  if (limit === undefined || unitOf(low) !== unitOf(quantity)) return undefined
  return value < limit
}

function readBelow(row: RecordCode, result: unknown): Reading {
  const isBelow = belowRange(result)
  if (isBelow === undefined)
    return { why: 'The laboratory gives no range for it here: answer the question yourself.' }
  return { answer: isBelow ? row.answer : row.otherwise }
}

/** "B*15:02" and "B*15:02:01" name it; "DRB*15:02" and "B*15:020" do not. */
function namesAllele(text: string, allele: string): boolean {
  const parts = text.split(allele)
  return parts.some((before, index) => {
    const after = parts[index + 1]
    return after !== undefined && !/[A-Z]$/.test(before) && !/^[\dA-Z]/.test(after)
  })
}

function readAllele(row: RecordCode, result: unknown): Reading {
  const concept = part(result, 'valueCodeableConcept')
  const texts = [
    textOf(part(result, 'valueString')),
    textOf(part(concept, 'text')),
    ...listOf(part(concept, 'coding')).flatMap((coding) => [part(coding, 'display'), part(coding, 'code')]),
  ]
  const { allele } = row
  return allele !== undefined && texts.some((text) => typeof text === 'string' && namesAllele(text, allele))
    ? { answer: row.answer }
    : { why: 'It does not name the allele that is asked about; that it is absent cannot be told from this.' }
}

function readValue(row: RecordCode, result: unknown, codes: readonly RecordCode[]): Reading {
  const own = codes.filter((other) => other.question === row.question)
  const met = rowsFor(part(result, 'valueCodeableConcept'), ['value'], own)[0]
  if (!met) return { why: 'Its value has no code that is known here: answer the question yourself.' }
  return met.answer === undefined
    ? { why: 'It does not answer the question that is asked here: ask it yourself.' }
    : { answer: met.answer }
}

const READERS = { 'below-range': readBelow, allele: readAllele, 'value-of': readValue } as const
const READINGS = ['below-range', 'allele', 'value-of'] as const

function valueWords(result: unknown): string | undefined {
  const quantity = part(result, 'valueQuantity')
  const value = number(part(quantity, 'value'))
  if (value === undefined)
    return conceptWords(part(result, 'valueCodeableConcept')) ?? wordsOf(part(result, 'valueString'))
  const unit = wordsOf(part(quantity, 'unit')) ?? wordsOf(part(quantity, 'code')) ?? ''
  return `${wordsOf(part(quantity, 'comparator')) ?? ''}${value} ${unit}`.trim()
}

/** A FHIR Observation, and the answer it speaks for; undefined for one that no row of the codes asks about. */
export function readResult(result: unknown, codes: readonly RecordCode[]): RecordItem | undefined {
  const concept = part(result, 'code')
  const row = rowsFor(concept, READINGS, codes)[0]
  if (!row) return undefined
  const status = textOf(part(result, 'status'))
  const reader = READERS[row.reading as (typeof READINGS)[number]]
  const reading: Reading =
    status !== undefined && STANDS.has(status)
      ? reader(row, result, codes)
      : { why: 'The record does not hold it to be final.' }
  const { answer, why } = reading
  return {
    id: `result ${textOf(part(result, 'id')) ?? ''}`,
    kind: 'result',
    words: `${conceptWords(concept) ?? row.meaning}: ${valueWords(result) ?? 'no value'}`,
    day: dayOf(part(result, 'effectiveDateTime')) ?? dayOf(part(result, 'issued')),
    offers:
      answer === undefined ? [] : [{ kind: 'answer', question: row.question, answer: wordAnswer(answer) }],
    why,
  }
}
