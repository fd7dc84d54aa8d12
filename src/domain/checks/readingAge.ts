import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { TABLES, TABLE_NAMES, type TableName, type Tables } from '../tables'
import type { Hit, Rule } from './rule'

type AnyRow = Readonly<Record<string, unknown>>

/** Pupils of grade 1 are 6 to 7 years old. */
const AGE_OF_GRADE = 5
const HIGHEST_AGE = 12

/** The formula was made for passages: on fewer words it is told only when it is far off. */
const PASSAGE_WORDS = 30
const FAR_ABOVE = 4
const FEWEST_WORDS = 8

/** Names have to be said, and are explained elsewhere: each word of one counts as short. */
const SYLLABLES_OF_NAME = 2

const counted = new Map<string, number>()

/** Counted once for each word: the same few hundred words make up most texts. */
function syllablesOf(word: string): number {
  let known = counted.get(word)
  if (known === undefined) counted.set(word, (known = Math.max(1, syllable(word))))
  return known
}

const wordsOf = (text: string) => text.match(/[\p{L}\d][\p{L}\d'-]*/gu) ?? []

/**
 * The age at which a text in plain English is read with ease: Flesch-Kincaid grade plus five. Words of names count
 * two syllables at most. Undefined for texts of fewer than 8 words.
 * @see Kincaid JP et al. Derivation of new readability formulas. Research Branch Report 8-75, 1975
 */
export function readingAge(text: string, names: ReadonlySet<string> = new Set()): number | undefined {
  const words = wordsOf(text)
  if (words.length < FEWEST_WORDS) return undefined
  const sentences = Math.max(1, (text.match(/[.!?;:](?:\s|$)/g) ?? []).length)
  const count = (word: string) => {
    const syllables = syllablesOf(word)
    return names.has(word.toLowerCase()) ? Math.min(SYLLABLES_OF_NAME, syllables) : syllables
  }
  const syllables = words.reduce((sum, word) => sum + count(word), 0)
  return fleschKincaid({ sentence: sentences, word: words.length, syllable: syllables }) + AGE_OF_GRADE
}

/** Texts about the standards are for those who judge the folder, not for patients. */
const NOT_FOR_PATIENTS: ReadonlySet<TableName> = new Set(['standards'])

/** Columns whose texts patients read: their names begin with `plain`. */
function plainColumns(name: TableName): readonly string[] {
  const columns = Object.keys(TABLES[name].columns)
  return NOT_FOR_PATIENTS.has(name) ? [] : columns.filter((property) => property.startsWith('plain'))
}

const PLAIN_TABLES = TABLE_NAMES.filter((name) => plainColumns(name).length > 0)

/** The words of the names of treatments and of the terms that the glossary explains, in small letters. */
function namesOf({ treatments, glossary }: Tables): ReadonlySet<string> {
  const named = treatments.flatMap((row) => [row.name, row.shortName, row.plainName, row.otherNames ?? ''])
  const terms = glossary.map((entry) => entry.term)
  return new Set([...named, ...terms].flatMap((text) => wordsOf(text.toLowerCase())))
}

function ageMessage(age: number): string {
  return `The text needs a reading age of about ${Math.round(age)}; plain texts should be read at ${HIGHEST_AGE}.`
}

const plainTexts: Rule = {
  id: 'words/reading-age',
  severity: 'advice',
  reads: [...new Set<TableName>([...PLAIN_TABLES, 'treatments', 'glossary'])],
  check: (tables) => {
    const names = namesOf(tables)
    return PLAIN_TABLES.flatMap((table) =>
      (tables[table] as readonly AnyRow[]).flatMap((row) =>
        plainColumns(table).flatMap((column): readonly Hit[] => {
          const text = row[column]
          const age = typeof text === 'string' ? readingAge(text, names) : undefined
          const limit = HIGHEST_AGE + (wordsOf(String(text)).length < PASSAGE_WORDS ? FAR_ABOVE : 0)
          if (age === undefined || age <= limit + 0.5) return []
          const mending = 'Use shorter sentences and shorter words.'
          return [{ table, row, column, message: ageMessage(age), mending, also: [] }]
        }),
      ),
    )
  },
}

/** All texts of a plain column, read as one passage. */
const plainColumnsAsWhole: Rule = {
  id: 'words/reading-age-column',
  severity: 'advice',
  reads: plainTexts.reads,
  check: (tables) => {
    const names = namesOf(tables)
    return PLAIN_TABLES.flatMap((table) =>
      plainColumns(table).flatMap((column): readonly Hit[] => {
        const rows = tables[table] as readonly AnyRow[]
        const first = rows[0]
        const texts = rows.map((row) => row[column]).filter((text) => typeof text === 'string' && text !== '')
        const passage = texts.map((text) => String(text).replace(/([^.!?])$/, '$1.')).join(' ')
        const age = readingAge(passage, names)
        if (!first || age === undefined || age <= HIGHEST_AGE + 0.5) return []
        const message = `All texts of this column together need a reading age of about ${Math.round(age)}.`
        return [
          {
            table,
            row: first,
            column,
            message,
            mending: 'Use shorter sentences and shorter words.',
            also: [],
          },
        ]
      }),
    )
  },
}

export const READING_RULES: readonly Rule[] = [plainTexts, plainColumnsAsWhole]
