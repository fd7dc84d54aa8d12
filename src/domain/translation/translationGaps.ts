import type { Evidence } from '../evidence'
import { headerOf } from '../columns'
import { TABLES, TABLE_NAMES, type TableName } from '../tables'

/** The columns a patient can see, table by table: all of their cells are to be had in every language. */
export const PATIENT_COLUMNS: Partial<Record<TableName, readonly string[]>> = {
  treatments: ['plainName', 'shortName', 'plainSummary'],
  groups: ['plainLabel'],
  outcomes: ['plainLabel'],
  definitions: ['plainLabel'],
  denominators: ['plainLabel'],
  estimateKinds: ['plainLabel'],
  armDesigns: ['plainLabel'],
  populations: ['plainLabel'],
  burdens: ['plainLabel'],
  showSteps: ['plainText'],
  remarks: ['plainText'],
  factors: ['plainQuestion'],
  diseaseFacts: ['fact', 'value'],
}

export interface TranslationGaps {
  /** Cells a patient can see that have no translation, as "table row column". */
  readonly missing: readonly string[]
  /** Translations of cells that are empty or no longer there. */
  readonly leftOver: readonly string[]
  /** Translations in which a number of the English is missing, or one stands that the English does not have. */
  readonly otherNumbers: readonly string[]
}

type Cells = Readonly<Record<string, unknown>>

function place(table: string, row: string, column: string): string {
  return `${table} | ${row} | ${column}`
}

/** Every text of the data by its place: where a translation can point to. */
function textsOf(evidence: Evidence): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const name of TABLE_NAMES) {
    const table = TABLES[name]
    for (const row of evidence[name] as readonly Cells[]) {
      const key = table.key.map((property) => String(row[property])).join(' ')
      for (const column of Object.keys(table.columns)) {
        const cell = row[column]
        if (typeof cell === 'string') texts.set(place(table.name, key, headerOf(column)), cell)
      }
    }
  }
  return texts
}

/** What a patient must be able to read: the columns above. */
function wanted(texts: ReadonlyMap<string, string>): readonly string[] {
  const columns = Object.entries(PATIENT_COLUMNS).flatMap(([name, names]) =>
    names.map((column) => [TABLES[name as TableName].name, headerOf(column)] as const),
  )
  return [...texts.keys()].filter((at) =>
    columns.some(([table, column]) => at.startsWith(`${table} | `) && at.endsWith(` | ${column}`)),
  )
}

/**
 * The numbers of a text, in any order: a decimal point stays a point in every language, as in the source. Thousands
 * may be set apart as the language does it: 10,000 and 10 000 are one number.
 */
function numbersIn(text: string): string {
  const joined = text.replace(/(\d)[, ](?=\d{3}(?!\d))/g, '$1')
  return (joined.match(/\d+(?:[.,]\d+)*/g) ?? []).sort().join(' ')
}

/**
 * What is missing from the translations of a language, what is left over in them, and where their numbers differ
 * from those of the English.
 */
export function translationGaps(evidence: Evidence, language: string): TranslationGaps {
  const texts = textsOf(evidence)
  const entries = evidence.translations
    .filter((entry) => entry.language === language)
    .map((entry) => ({ at: place(entry.table, entry.row, entry.column), text: entry.text }))
  const translated = new Set(entries.map(({ at }) => at))
  return {
    missing: wanted(texts).filter((at) => !translated.has(at)),
    leftOver: entries.filter(({ at }) => !texts.has(at)).map(({ at }) => at),
    otherNumbers: entries
      .filter(({ at, text }) => texts.has(at) && numbersIn(texts.get(at) ?? '') !== numbersIn(text))
      .map(({ at }) => at),
  }
}
