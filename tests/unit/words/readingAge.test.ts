import { headerOf } from '@/domain/columns'
import { TABLES, type TableName } from '@/domain/tables'
import { PATIENT_COLUMNS } from '@/domain/translation/translationGaps'
import { describe, expect, test } from 'vitest'
import { realEvidence } from '../../support/evidence'
import { readingGrade, readMessage } from '../../support/readingAge'

/** Grade 7 ends at age 12 to 13. */
const HIGHEST_GRADE = 7

/**
 * Texts of the evidence above it, with the grade they are at. They are not ours to change; why each may stand:
 * names of one to four words, since a medicine cannot be called by a shorter name, and each has its plain summary;
 * short names for heads of columns, which stand where the plain name has been read; headings over facts of the
 * condition, whose texts are within.
 */
const ACCEPTED: Readonly<Record<string, number>> = {
  'treatments plain_name': 10.7,
  'treatments short_name': 14.9,
  'groups plain_label': 10.8,
  'disease-facts fact': 10.2,
}

const evidence = realEvidence()
const columns = Object.entries(PATIENT_COLUMNS).flatMap(([name, names]) =>
  names.map((column): [string, string[]] => {
    const table = name as TableName
    const rows = evidence[table] as readonly Readonly<Record<string, unknown>>[]
    const texts = rows.map((row) => row[column]).filter((cell) => typeof cell === 'string')
    return [`${TABLES[table].name} ${headerOf(column)}`, texts]
  }),
)

const files = import.meta.glob<{ default: Record<string, unknown> }>('/src/words/en/*.ts', { eager: true })
const catalogues = Object.entries(files).map(([path, { default: messages }]): [string, string[]] => [
  path.replace(/^.*\//, ''),
  Object.values(messages).map(readMessage),
])

describe('the measure of reading age', () => {
  test('gives the grade of the formula for counts that can be done by hand', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 x 6 + 11.8 x 1 - 15.59.
    expect(readingGrade(['The cat sat on the mat.'])).toBeCloseTo(-1.45, 2)
    // Two sentences of 1 word with 3 syllables: 0.39 x 1 + 11.8 x 3 - 15.59.
    expect(readingGrade(['Medicine; medicine'])).toBeCloseTo(20.2, 2)
  })

  test('reads a message with its values and in its general form', () => {
    expect(readMessage([['count'], ' of 100'])).toBe('12 of 100')
    expect(readMessage([['n', 'plural', { one: ['#', ' person'], other: ['#', ' people'] }]])).toBe(
      '12 people',
    )
  })

  test('finds the words of a clinician too hard', () => {
    expect(
      readingGrade(['Percutaneous radiofrequency thermocoagulation of the gasserian ganglion.']),
    ).toBeGreaterThan(HIGHEST_GRADE)
  })
})

describe('what a patient reads', () => {
  test.each(columns)('in the data is at reading age 12 or below: %s', (name, texts) => {
    expect(readingGrade(texts)).toBeLessThanOrEqual(ACCEPTED[name] ?? HIGHEST_GRADE)
  })

  test('accepts nothing above it that is not above it', () => {
    const grades = new Map(columns.map(([name, texts]) => [name, readingGrade(texts)]))
    const idle = Object.keys(ACCEPTED).filter((name) => (grades.get(name) ?? 0) <= HIGHEST_GRADE)
    expect(idle).toEqual([])
  })

  test.each(catalogues)('in our own words is at reading age 12 or below: %s', (_name, texts) => {
    expect(readingGrade(texts)).toBeLessThanOrEqual(HIGHEST_GRADE)
  })
})
