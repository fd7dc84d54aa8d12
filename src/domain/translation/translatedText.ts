import { headerOf } from '../columns'
import type { Evidence } from '../evidence'
import { TABLES, type TableName, type Tables } from '../tables'
import type { Translation } from '../tables/translation'

/** Words of the data in the language that was asked for, or the English that stands in. */
export interface TranslatedText {
  readonly text: string
  /** The language the text is really in; it belongs on the element that holds it. */
  readonly language: string
  /** True where the data hold no such translation. */
  readonly fellBack: boolean
  /** False where no clinician has read the translation. English is as reviewed as the data it stands in. */
  readonly reviewed: boolean
}

/** The language in which the data are written. */
const ORIGINAL = 'en'

const indexes = new WeakMap<readonly Translation[], ReadonlyMap<string, Translation>>()

function indexed(translations: readonly Translation[]): ReadonlyMap<string, Translation> {
  const known = indexes.get(translations)
  if (known) return known
  const made = new Map(
    translations.map((entry) => [[entry.table, entry.row, entry.column, entry.language].join('\n'), entry]),
  )
  indexes.set(translations, made)
  return made
}

/** The columns of a row that hold text, or may. */
export type TextColumn<Row> = {
  [Column in keyof Row]: Exclude<Row[Column], undefined> extends string ? Column : never
}[keyof Row] &
  string

/**
 * The words of a cell in a language. Plainer English may stand among the translations too, for a cell whose own words
 * hold what a patient cannot know; elsewhere English is the cell itself. Where the data have no translation of it, or
 * the table of translations has not arrived, the English of the row stands in and says so.
 *
 * @param table the table of the row, by its name in code
 * @param column the column, by its name in code; an empty cell gives an empty text
 */
export function translatedText<Name extends TableName>(
  evidence: Evidence,
  language: string,
  table: Name,
  row: Tables[Name][number],
  column: TextColumn<Tables[Name][number]>,
): TranslatedText {
  const cells = row as Readonly<Record<string, unknown>>
  const cell = cells[column]
  const english = typeof cell === 'string' ? cell : ''
  if (english === '') return { text: '', language: ORIGINAL, fellBack: false, reviewed: true }

  const key = TABLES[table].key.map((property) => String(cells[property])).join(' ')
  const place = [TABLES[table].name, key, headerOf(column), language].join('\n')
  const found = indexed(evidence.translations).get(place)
  if (!found) return { text: english, language: ORIGINAL, fellBack: language !== ORIGINAL, reviewed: true }
  return { text: found.text, language, fellBack: false, reviewed: found.reviewed === 'yes' }
}
