import {
  bibliographicRecord,
  type Author,
  type BibliographicRecord,
} from '@/domain/sources/bibliographicRecord'
import type { Source } from '@/domain/tables/background'

/** A format that reference managers read. */
export const CITATION_FORMATS = [
  { id: 'bibtex', label: 'BibTeX', ending: 'bib', mediaType: 'application/x-bibtex' },
  { id: 'ris', label: 'RIS', ending: 'ris', mediaType: 'application/x-research-info-systems' },
  { id: 'csl', label: 'CSL-JSON', ending: 'json', mediaType: 'application/vnd.citationstyles.csl+json' },
] as const
export type CitationFormat = (typeof CITATION_FORMATS)[number]['id']

const oneLine = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

const LATEX: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\{`,
  '}': String.raw`\}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
  '&': String.raw`\&`,
  '%': String.raw`\%`,
  $: String.raw`\$`,
  '#': String.raw`\#`,
  _: String.raw`\_`,
}

/** Text for LaTeX: its special characters escaped; letters of all scripts stay as they are, in UTF-8. */
function latex(text: string): string {
  return oneLine(text).replace(/[\\{}~^&%$#_]/g, (special) => LATEX[special] ?? special)
}

/** An address or DOI, which LaTeX takes letter by letter: only what would unbalance the file is encoded. */
function verbatim(text: string): string {
  return oneLine(text).replace(/[\\{}]/g, (sign) => encodeURIComponent(sign))
}

/** A key without the signs that end or break one in BibTeX. */
function bibtexKey(id: string): string {
  return id.replace(/[\s,{}()%#~\\"'=]+/g, '-')
}

function bibtexAuthor(author: Author): string {
  if ('literal' in author) return `{${latex(author.literal)}}`
  return [author.family, author.suffix, author.given]
    .flatMap((part) => (part ? [latex(part)] : []))
    .join(', ')
}

const BIBTEX_TYPES = { article: 'article', report: 'misc', webpage: 'misc', document: 'misc' } as const

function bibtexEntry(record: BibliographicRecord): string {
  const authors = [...record.authors.map(bibtexAuthor), ...(record.authorsShortened ? ['others'] : [])]
  const text = (value: string | undefined) => value && latex(value)
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', authors.join(' and ')],
    // In a second pair of braces no style changes capitals.
    ['title', `{${latex(record.title)}}`],
    ['journal', text(record.journal)],
    ['publisher', text(record.publisher)],
    ['year', record.year?.toString()],
    ['volume', text(record.volume)],
    ['number', text(record.issue)],
    ['pages', text(record.pages)?.replace(/(?<=\d)-(?=[A-Za-z]*\d)/, '--')],
    ['doi', record.doi && verbatim(record.doi)],
    ['pmid', record.pmid],
    ['url', record.url && verbatim(record.url)],
    ['note', latex(record.notes.join(' '))],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []))
  return `@${BIBTEX_TYPES[record.kind]}{${bibtexKey(record.id)},\n${lines.join(',\n')}\n}\n`
}

const RIS_TYPES = { article: 'JOUR', report: 'RPRT', webpage: 'ELEC', document: 'GEN' } as const

function risAuthor(author: Author): string {
  if ('literal' in author) return author.literal
  return [author.family, author.given, author.suffix].filter(Boolean).join(', ')
}

function risEntry(record: BibliographicRecord): string {
  const range = /^([A-Za-z]*\d+)-([A-Za-z]*\d+)$/.exec(record.pages ?? '')
  const tags: readonly (readonly [string, string | undefined])[] = [
    ['TY', RIS_TYPES[record.kind]],
    ['ID', record.id],
    ...record.authors.map((author) => ['AU', risAuthor(author)] as const),
    ['TI', record.title],
    ['T2', record.journal],
    ['PB', record.publisher],
    ['PY', record.year?.toString()],
    ['VL', record.volume],
    ['IS', record.issue],
    ['SP', range?.[1] ?? record.pages],
    ['EP', range?.[2]],
    ['DO', record.doi],
    ['AN', record.pmid],
    ['DB', record.pmid && 'PubMed'],
    ['UR', record.url],
    ['N1', record.notes.join(' ')],
  ]
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []))
  return [...lines, 'ER  - ', ''].join('\r\n')
}

const CSL_TYPES = {
  article: 'article-journal',
  report: 'report',
  webpage: 'webpage',
  document: 'document',
} as const

function cslEntry(record: BibliographicRecord): object {
  const fields: Readonly<Record<string, unknown>> = {
    id: record.id,
    type: CSL_TYPES[record.kind],
    author: record.authors.length > 0 ? record.authors : undefined,
    title: oneLine(record.title),
    'container-title': record.journal,
    publisher: record.publisher,
    issued: record.year === undefined ? undefined : { 'date-parts': [[record.year]] },
    volume: record.volume,
    issue: record.issue,
    page: record.pages,
    DOI: record.doi,
    PMID: record.pmid,
    URL: record.url,
    note: record.notes.join(' ') || undefined,
  }
  return fields
}

/**
 * Sources as a file that a reference manager reads, in UTF-8; the keys are the ids of the sources. A field that the
 * record lacks is left out, and a note says that the record is incomplete.
 *
 * @see Oren Patashnik. BibTeXing. 1988
 * @see RIS Format Specifications, Research Information Systems 2001: a tag, two spaces, a dash, a space; CRLF
 * @see CSL 1.0.2 data schema, https://github.com/citation-style-language/schema
 */
export function citationsAs(format: CitationFormat, sources: readonly Source[]): string {
  const records = sources.map(bibliographicRecord)
  if (format === 'bibtex') return records.map(bibtexEntry).join('\n')
  if (format === 'ris') return records.map(risEntry).join('\r\n')
  return `${JSON.stringify(records.map(cslEntry), null, 2)}\n`
}
