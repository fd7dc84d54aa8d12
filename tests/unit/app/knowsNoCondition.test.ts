import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'

/** What may stand in src/ although it names the condition of the shipped data, and why. */
const ALLOWED_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/TN Compare/g, 'the name of the app'],
  [/tn-compare/g, 'the name of the app, in names of files and of storage'],
  [/directnessToTn|directness_to_tn/g, 'the name of a column: part of the format, whatever the condition'],
]

/** Ids of the shipped data that are words of every collection, or of English, and why they may stand in src/. */
const GENERAL = new Map([
  ['act', 'English: what a key asks for'],
  ['tens', 'English: by tens'],
  ['placebo', 'a comparator of trials in any condition, in explanations of the code'],
  ['cost', 'a domain of outcomes has a heading for money'],
  ['onset', 'a column of treatments'],
  ['recurrence', 'a word of FHIR for the state of a condition'],
  ['other', 'English'],
  ['asked', 'English'],
  ['age', 'every patient has one'],
  ['all-treated', 'part of the format: what durability-curves.base may say'],
  ['initial-responders', 'part of the format: what durability-curves.base may say'],
  ['not-stated', 'part of the format: a word for what is not known'],
  ['subgroup', 'a flag of findings: part of the method'],
  ['follow-up', 'a word of every study'],
])

/** Of the names, words that are no proper noun of one condition. */
const CLINICAL = /\b(trigemin\w*|neuralgi\w*|facial|BNI|ICHD|microvascular|rhizo\w*|radiosurg\w*|cranial)\b/gi

const rowsOf = (table: string) =>
  Papa.parse<Record<string, string>>(readFileSync(`data/${table}.csv`, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|vue|css)$/.test(file))
  .map((file) => {
    const text = ALLOWED_TEXTS.reduce(
      (left, [allowed]) => left.replaceAll(allowed, ''),
      readFileSync(join('src', file), 'utf8'),
    )
    return { file, text, words: new Set(text.match(/[A-Za-z\d]+(?:-[A-Za-z\d]+)*/g)) }
  })

/** Every place in src/ where one of the words stands; a plain English word counts only as a word of the code, in quotes. */
function placesOf(
  words: Iterable<string>,
  isPlain: (word: string) => boolean = () => false,
): readonly string[] {
  return [...new Set(words)]
    .filter((word) => !GENERAL.has(word.toLowerCase()))
    .flatMap((word) => {
      const quoted = ["'", '"', '`'].map((quote) => `${quote}${word}${quote}`)
      return files
        .filter((file) => file.words.has(word))
        .filter(({ text }) => !isPlain(word) || quoted.some((one) => text.includes(one)))
        .map(({ file }) => `${file}: ${word}`)
    })
}

const idsOf = (tables: readonly string[]) =>
  tables.flatMap((table) => rowsOf(table).flatMap(({ id }) => id ?? []))

describe('src/', () => {
  it('names no id of the shipped collection, so that another one works without code', () => {
    const tables = [
      'treatments',
      'outcomes',
      'definitions',
      'denominators',
      'populations',
      'groups',
      'factors',
    ]
    const rest = ['uncovered-questions', 'burdens', 'cautions', 'recommendations', 'claims', 'disease-facts']
    const isPlain = (word: string) => /^[a-z]+$/.test(word)
    expect(placesOf(idsOf(['treatments']))).toEqual([])
    expect(placesOf(idsOf([...tables, ...rest, 'findings', 'sources']), isPlain)).toEqual([])
  })

  it('names no medicine, procedure or brand of the shipped collection', () => {
    const names = rowsOf('treatments').flatMap((row) =>
      [row['name'], row['short_name'], row['other_names']].flatMap((name) => (name ?? '').split(/[;,()]/)),
    )
    const single = names.map((name) => name.trim()).filter((name) => /^[A-Z][\w-]{3,}$/.test(name))
    expect(single.length).toBeGreaterThan(80)
    expect(placesOf(single.flatMap((name) => [name, name.toLowerCase()]))).toEqual([])
  })

  it('does not name the condition, by its name, its abbreviation or words of its own', () => {
    const names = rowsOf('terms').filter(({ facet, id }) => facet === 'condition' && /name/.test(id ?? ''))
    const found = files.flatMap(({ file, text }) => [
      ...names.flatMap(({ label }) =>
        new RegExp(`\\b${label}\\b`, label && label.length > 4 ? 'i' : '').test(text)
          ? [`${file}: ${label}`]
          : [],
      ),
      ...[...text.matchAll(CLINICAL)].map(([word]) => `${file}: ${word}`),
    ])
    expect(names).toHaveLength(2)
    expect(found).toEqual([])
  })
})
