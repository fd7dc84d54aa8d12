import { headerOf } from '../columns'
import type { Burden } from '../tables/burdens'
import type { Treatment } from '../tables/treatments'

/** The cell of a treatment under the name that the column has in the file. */
function cellUnder(header: string, treatment: Treatment): string | undefined {
  const found = Object.entries(treatment).find(([property]) => headerOf(property) === header)?.[1]
  return typeof found === 'string' ? found : undefined
}

/**
 * Does the treatment ask this of a person, as far as the data say?
 *
 * @returns undefined: not known. An empty cell, and a word that the table of burdens does not name, are never a no
 */
export function burdenAnswer(burden: Burden, treatment: Treatment): 'yes' | 'no' | undefined {
  const cell = cellUnder(burden.column, treatment)
  if (cell === undefined) return undefined
  const says = (values: readonly string[]) =>
    burden.match === 'value'
      ? values.includes(cell)
      : values.some((words) => cell.toLowerCase().includes(words.toLowerCase()))
  if (says(burden.yesValues)) return 'yes'
  return says(burden.noValues) ? 'no' : undefined
}
