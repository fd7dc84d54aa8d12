import type { Source } from '../tables/background'
import type { Treatment } from '../tables/treatments'
import type { Tables } from '../tables'
import { COMPARE, hit, rowsBy, type Hit, type Rule } from './rule'

const LONG_ENOUGH = 5

/** Abbreviations of three letters count among the names that are looked for. */
const wordsOf = (text: string) => text.toLowerCase().match(/[a-z]{3,}/g) ?? []

/** What a treatment is called, name by name, in small letters. */
function namesOf(row: Treatment): readonly string[] {
  const names = [
    row.name,
    row.shortName,
    row.id.replaceAll('-', ' '),
    ...(row.otherNames ?? '').split(/[;,]/),
  ]
  return names.map((name) => name.trim().toLowerCase()).filter((name) => name.length >= LONG_ENOUGH)
}

interface NamedTreatment {
  /** The name without signs, between spaces. */
  readonly text: string
  readonly treatment: string
  /** Its place among all names: the first that fits counts. */
  readonly at: number
}

interface Lexicon {
  /** Whole names of treatments that can be used, by their first word. */
  readonly names: ReadonlyMap<string, readonly NamedTreatment[]>
  /** Every longer word of the names of a treatment, of what it belongs to and of what belongs to it. */
  readonly wordsOfTreatment: ReadonlyMap<string, ReadonlySet<string>>
}

/** In small letters, a space for all other signs. */
const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')

function lexiconOf({ treatments }: Tables): Lexicon {
  const own = new Map(
    treatments.map((row) => [row.id, new Set([...namesOf(row), row.plainName].flatMap(wordsOf))]),
  )
  const related = rowsBy(treatments, (row) => row.parent)
  const wordsOfTreatment = treatments.map((row) => {
    const ids = [
      row.id,
      row.parent ?? '',
      ...row.cautionsFrom,
      ...(related.get(row.id) ?? []).map(({ id }) => id),
    ]
    return [row.id, new Set(ids.flatMap((id) => [...(own.get(id) ?? [])]))] as const
  })
  const used = treatments.filter(({ kind }) => kind === 'option' || kind === 'combination')
  return {
    names: rowsBy(
      used
        .flatMap((row) => namesOf(row).map((name) => ({ text: ` ${plain(name)} `, treatment: row.id })))
        .map((name, at) => ({ ...name, at })),
      ({ text }) => text.trim().split(' ', 1)[0],
    ),
    wordsOfTreatment: new Map(wordsOfTreatment),
  }
}

/** The title, id and design of a source, in small letters without signs. */
function textOf(source: Source): string {
  return ` ${plain([source.title, source.id, source.design].join(' '))} `
}

interface SourceText {
  readonly text: string
  readonly words: ReadonlySet<string>
  readonly parts: readonly string[]
}

function readSource(source: Source): SourceText {
  const text = textOf(source)
  return { text, words: new Set(wordsOf(text)), parts: [...new Set(text.trim().split(' '))] }
}

/** A treatment that the source names by its whole name, while nothing in it names any of the given ones. */
function namesAnother(
  { text, words, parts }: SourceText,
  treatments: readonly string[],
  { names, wordsOfTreatment }: Lexicon,
): string | undefined {
  const isNamed = treatments.some((id) =>
    [...(wordsOfTreatment.get(id) ?? [])].some((word) => words.has(word)),
  )
  if (isNamed) return undefined
  return parts
    .flatMap((part) => names.get(part) ?? [])
    .filter((name) => text.includes(name.text))
    .sort((one, other) => one.at - other.at)[0]?.treatment
}

/** A rule for rows that rest on a source whose title speaks of another treatment and not of theirs. */
function titleRule<Name extends 'findings' | 'cautions'>(id: string, table: Name): Rule {
  return {
    id,
    severity: 'advice',
    reads: [table, 'sources', 'treatments'],
    check: (tables) => {
      const lexicon = lexiconOf(tables)
      const sources = new Map(
        tables.sources.map((source) => [source.id, { source, text: readSource(source) }]),
      )
      const known = new Map<string, string | undefined>()
      return (tables[table] as Tables['findings' | 'cautions']).flatMap((row): readonly Hit[] => {
        const found = sources.get(row.source)
        if (!found) return []
        const comparator = 'comparator' in row ? row.comparator : undefined
        const key = `${row.source}|${row.treatment}|${comparator ?? ''}`
        if (!known.has(key)) {
          const own = comparator === undefined ? [row.treatment] : [row.treatment, comparator]
          known.set(key, namesAnother(found.text, own, lexicon))
        }
        const other = known.get(key)
        if (other === undefined) return []
        const message = `The title of ${row.source} speaks of "${other}", and the row is about "${row.treatment}".`
        return [
          {
            table,
            row,
            column: 'treatment',
            message,
            mending: COMPARE,
            also: [{ table: 'sources', row: found.source }],
          },
        ]
      })
    },
  }
}

/** A recommendation of another year than its document. */
const yearOfDocument: Rule = {
  id: 'recommendation/year',
  severity: 'warning',
  reads: ['recommendations', 'sources'],
  check: ({ recommendations, sources }) => {
    const byId = new Map(sources.map((source) => [source.id, source]))
    return recommendations.flatMap((row) => {
      const source = byId.get(row.source)
      if (!source || row.year === source.year) return []
      const message = `The year is ${row.year ?? 'empty'} here and ${source.year ?? 'empty'} in ${source.id}.`
      return [hit('recommendations', row, 'year', message, COMPARE, [{ table: 'sources', row: source }])]
    })
  },
}

/** Rows on one document that name it, its country or what it counts as differently. */
const sameDocument: Rule = {
  id: 'recommendation/document',
  severity: 'warning',
  reads: ['recommendations'],
  check: ({ recommendations }) =>
    [...rowsBy(recommendations, (row) => row.source).values()].flatMap((rows) =>
      (['guidelineName', 'country', 'countsAs', 'year'] as const).flatMap((column) => {
        const groups = [...rowsBy(rows, (row) => String(row[column] ?? '')).values()].sort(
          (a, b) => b.length - a.length,
        )
        const usual = groups[0]?.[0]
        return groups.slice(1).flatMap((few) =>
          few.map((row) => {
            const message = `"${row[column] ?? ''}" here, and "${usual?.[column] ?? ''}" in most rows on "${row.source}".`
            return hit('recommendations', row, column, message, 'Correct the one that is wrong.')
          }),
        )
      }),
    ),
}

export const TITLE_RULES = [
  titleRule('title/finding', 'findings'),
  titleRule('title/caution', 'cautions'),
  yearOfDocument,
  sameDocument,
]
