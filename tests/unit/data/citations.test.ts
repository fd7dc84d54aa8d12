import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { plugins, type CslEntry } from '@citation-js/core'
import { CITATION_FORMATS, citationsAs, type CitationFormat } from '@/data/citations'
import { bibliographicRecord, type BibliographicRecord } from '@/domain/sources/bibliographicRecord'
import type { Source } from '@/domain/tables/background'
import { describe, expect, it } from 'vitest'
import { readTables } from '../../support/evidence'
import { makeSource } from '../../support/makeSource'

const { sources } = readTables()

/** What a reference manager makes of a file. */
const read = (text: string) => plugins.input.chain(text, { generateGraph: false })

/** The parser marks text in double braces as not to be changed. */
const plain = (text: unknown) =>
  typeof text === 'string' ? text.replaceAll(/<\/?(span[^>]*|i|b|sc|su[bp])>/g, '') : undefined

/** RIS cuts any name at its first comma; together again it is the name. */
const whole = (name: NonNullable<CslEntry['author']>[number]) =>
  name.literal ??
  [
    [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
    name.given,
    name.suffix,
  ]
    .filter(Boolean)
    .join(', ')

function authorsRead(entry: CslEntry): readonly string[] {
  return (entry.author ?? []).map(whole).filter((name) => name !== 'others')
}

function authorsOf(record: BibliographicRecord): readonly string[] {
  return record.authors.map((author) => ('literal' in author ? author.literal : whole(author)))
}

/** Without a year this parser takes RIS for its older kind, which has no single page; the line is there all the same. */
const losesPage = (record: BibliographicRecord, format: CitationFormat) =>
  format === 'ris' && record.year === undefined && record.pages !== undefined && !record.pages.includes('-')

/** What has to come back from a format. */
function wanted(record: BibliographicRecord, format: CitationFormat) {
  return {
    id: record.id,
    title: record.title,
    authors: authorsOf(record),
    journal: record.journal,
    year: record.year,
    volume: record.volume,
    issue: record.issue,
    page: losesPage(record, format) ? undefined : record.pages,
    doi: record.doi,
    url: record.url,
    note: record.notes.join(' ') || undefined,
  }
}

function cameBack(entry: CslEntry): ReturnType<typeof wanted> {
  const year = entry.issued?.['date-parts'][0]?.[0]
  const text = (field: string) => (entry[field] === undefined ? undefined : String(entry[field]))
  return {
    id: entry.id,
    title: plain(entry.title) ?? '',
    authors: authorsRead(entry),
    journal: text('container-title'),
    year: year === undefined ? undefined : Number(year),
    volume: text('volume'),
    issue: text('issue'),
    page: text('page'),
    doi: text('DOI'),
    // The parser encodes the percent signs of an address once more.
    url: text('URL')?.replaceAll('%25', '%'),
    note: text('note'),
  }
}

describe.each(CITATION_FORMATS)('a file in $label', ({ id: format }) => {
  it('gives a kept parser every source of the data back, whole, under its id', () => {
    const entries = read(citationsAs(format, sources))
    expect(entries).toHaveLength(sources.length)
    expect(entries.map(cameBack)).toEqual(
      sources.map((source) => wanted(bibliographicRecord(source), format)),
    )
  })

  it('gives back what LaTeX, RIS or JSON would take for its own signs', () => {
    const odd = makeSource({
      title: String.raw`50 % & more: $5, #1, a_b, {x}, ~y, z^2, back\slash, "quoted" µg Š 三叉神経痛`,
      authors: "O'Brien É, van der Meer ÄÖ, Young JP Jr",
      url: 'https://example.org/a_b?x=%20&y=1#z~',
      doi: '10.1016/0304-3959(94)00170-j',
    })
    const [entry] = read(citationsAs(format, [odd]))
    expect(entry && cameBack(entry)).toEqual(wanted(bibliographicRecord(odd), format))
  })

  it('is recognised by the parser as what it is', () => {
    const types: Readonly<Record<CitationFormat, RegExp>> = {
      bibtex: /bibtex|biblatex/,
      ris: /ris/,
      csl: /json/,
    }
    expect(plugins.input.type(citationsAs(format, sources.slice(0, 2)))).toMatch(types[format])
  })

  it('never holds a working note', () => {
    const noted = makeSource({ note: 'SECRET WORKING NOTE' })
    expect(citationsAs(format, [noted])).not.toContain('SECRET')
  })

  it('says of an incomplete record that it is, and invents nothing for it', () => {
    const bare = makeSource({ bibliography: 'incomplete' })
    const [entry] = read(citationsAs(format, [bare]))
    expect(entry?.['note']).toBe('Bibliographic record incomplete.')
    for (const field of ['author', 'container-title', 'publisher', 'issued', 'volume', 'page', 'DOI', 'URL'])
      expect(entry?.[field], field).toBeUndefined()
  })
})

describe('a file of references', () => {
  const paper: Partial<Source> = {
    type: 'rct',
    authors: 'Wu CJ, Lian YJ, et al.',
    title: 'Botulinum toxin type A for trigeminal neuralgia',
    journal: 'Cephalalgia',
    year: 2012,
    volumePages: '32(6):443-450',
    pmid: '22492424',
  }

  it('is RIS by its letter: tag, two spaces, dash, space, and lines that end in CR LF', () => {
    const lines = citationsAs('ris', [makeSource(paper)]).split('\r\n')
    expect(lines[0]).toBe('TY  - JOUR')
    expect(lines).toContain('SP  - 443')
    expect(lines).toContain('EP  - 450')
    expect(lines.slice(-2)).toEqual(['ER  - ', ''])
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z\d] {2}- /)
  })

  it('names the PubMed id where a format has a place for it', () => {
    expect(citationsAs('bibtex', [makeSource(paper)])).toContain('pmid = {22492424}')
    expect(citationsAs('ris', [makeSource(paper)])).toContain('AN  - 22492424\r\nDB  - PubMed')
    expect(JSON.parse(citationsAs('csl', [makeSource(paper)]))[0].PMID).toBe('22492424')
  })

  it('says that a list of authors goes on without naming anyone else', () => {
    expect(citationsAs('bibtex', [makeSource(paper)])).toContain(
      'author = {Wu, C. J. and Lian, Y. J. and others}',
    )
    expect(citationsAs('ris', [makeSource(paper)])).toContain('shortened in the record')
  })

  it('of no source is empty and still a file', () => {
    expect(citationsAs('bibtex', [])).toBe('')
    expect(JSON.parse(citationsAs('csl', []))).toEqual([])
  })
})
