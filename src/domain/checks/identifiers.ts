import type { TableName, Tables } from '../tables'
import { hit, type Hit, type Rule } from './rule'

/** `smith-2020-f3` is of `smith-2020`: the id of the row is the one of its parts, with more behind it. */
const startsWithWord = (id: string, word: string) => id === word || id.startsWith(`${word}-`)

/** The longest known id that another id begins with, cut at a hyphen; undefined when there is none. */
export function knownStart(id: string, known: ReadonlySet<string>): string | undefined {
  for (let end = id.length; end > 0; end = id.lastIndexOf('-', end - 1)) {
    const start = id.slice(0, end)
    if (known.has(start)) return start
  }
  return undefined
}

/** An id that begins with the name of a source, in a row that names another. */
const findingOfSource: Rule = {
  id: 'id/finding',
  severity: 'warning',
  reads: ['findings', 'sources'],
  check: ({ findings, sources }) => {
    const known = new Set(sources.map(({ id }) => id))
    return findings.flatMap((row) => {
      const named = knownStart(row.id, known)
      if (named === undefined || startsWithWord(row.id, row.source)) return []
      return [
        hit('findings', row, 'source', `The id names the source "${named}", and the row "${row.source}".`),
      ]
    })
  },
}

/** `c001-drug-factor`, `r001-source-drug`: what stands behind the number of an id. */
const behindNumber = (id: string) => /^[a-z]+\d+-(.+)$/.exec(id)?.[1]

interface PartsOfId<Name extends TableName> {
  readonly id: string
  readonly table: Name
  /** The columns that the id is made of, in order. */
  readonly parts: readonly (keyof Tables[Name][number] & string)[]
}

/** An id made of the names of other rows that no longer agrees with them; ids of another form are passed over. */
function madeOfParts<Name extends TableName>({ id, table, parts }: PartsOfId<Name>): Rule {
  return {
    id,
    severity: 'warning',
    reads: [table],
    check: (tables) => {
      const rows = tables[table] as readonly Readonly<Record<string, unknown>>[]
      const partsOf = (row: Readonly<Record<string, unknown>>) => parts.map((part) => String(row[part]))
      const agrees = (row: Readonly<Record<string, unknown>>) =>
        behindNumber(String(row['id'])) === partsOf(row).join('-')
      // The habit of this folder: only where most ids are made so does one that is not say anything.
      if (rows.filter(agrees).length * 2 < rows.length) return []
      return rows.flatMap((row): readonly Hit[] => {
        if (agrees(row)) return []
        const own = String(row['id'])
        const wrong = parts.find((part) => !own.includes(String(row[part]))) ?? parts[0]
        if (wrong === undefined) return []
        const message = `The id says otherwise: it is "${own}", and the row is about ${partsOf(row).join(' and ')}.`
        return [{ table, row, column: wrong, message, mending: 'Correct the one that is wrong.', also: [] }]
      })
    },
  }
}

/** Texts are numbered within their section: `method-3`. */
const textOfSection: Rule = {
  id: 'id/section',
  severity: 'advice',
  reads: ['aboutTexts'],
  check: ({ aboutTexts }) => {
    if (aboutTexts.filter((row) => startsWithWord(row.id, row.section)).length * 2 < aboutTexts.length)
      return []
    return aboutTexts
      .filter((row) => !startsWithWord(row.id, row.section))
      .map((row) =>
        hit('aboutTexts', row, 'section', `The id "${row.id}" names another section than "${row.section}".`),
      )
  },
}

export const IDENTIFIER_RULES = [
  textOfSection,
  findingOfSource,
  madeOfParts({ id: 'id/caution', table: 'cautions', parts: ['treatment', 'factor'] }),
  madeOfParts({ id: 'id/recommendation', table: 'recommendations', parts: ['source', 'treatment'] }),
]
