import type { Source } from '../tables/background'

/** A person, or a body or description that cannot be cut into family and given names. */
export type Author =
  | { readonly family: string; readonly given: string; readonly suffix?: string | undefined }
  | { readonly literal: string }

/** A source as a reference manager takes it: each part only as far as the record goes. */
export interface BibliographicRecord {
  readonly id: string
  readonly kind: 'article' | 'report' | 'webpage' | 'document'
  readonly authors: readonly Author[]
  /** The record ends its list of authors with "et al." or the like. */
  readonly authorsShortened: boolean
  /** A supplied description stands in [brackets], as in the data. */
  readonly title: string
  /** The journal of an article. */
  readonly journal: string | undefined
  /** The journal or publisher of anything else. */
  readonly publisher: string | undefined
  readonly year: number | undefined
  readonly volume: string | undefined
  readonly issue: string | undefined
  readonly pages: string | undefined
  readonly doi: string | undefined
  readonly pmid: string | undefined
  readonly url: string | undefined
  /** What the record lacks, and what it holds that has no field of its own. */
  readonly notes: readonly string[]
}

const SHORTENED = /[,;\s]+(?:et al\.?|and others|and colleagues)(?=[,;]|$)/i

/** "Di Stefano G", "Young JP Jr": a family name, one to four initials, perhaps a suffix. */
const PERSON = /^(\p{L}[\p{L}\p{M}'’. -]*?) (\p{Lu}{1,4})(?: (Jr|Sr|II|III))?$/u

function personOf(name: string): Author | undefined {
  const [, family, initials, suffix] = PERSON.exec(name) ?? []
  if (family === undefined || initials === undefined) return undefined
  return { family, given: [...initials].map((letter) => `${letter}.`).join(' '), suffix }
}

/**
 * Authors one by one. Only names written as family name and initials are cut; a text with brackets, or in which no
 * such name stands, is a body or a description and stays whole.
 */
export function authorsOf(
  text: string | undefined,
): Pick<BibliographicRecord, 'authors' | 'authorsShortened'> {
  if (text === undefined || text === '') return { authors: [], authorsShortened: false }
  if (/[()]/.test(text)) return { authors: [{ literal: text }], authorsShortened: false }
  const whole = text.replace(SHORTENED, '')
  const names = whole.split(/[,;]/).map((name) => name.trim())
  const persons = names.map(personOf)
  const authors: readonly Author[] = persons.some((person) => person !== undefined)
    ? names.map((name, place) => persons[place] ?? { literal: name })
    : [{ literal: whole }]
  return { authors, authorsShortened: whole !== text }
}

const PAGES = String.raw`[A-Za-z]*\d+(?:\.pub\d+)?(?:-[A-Za-z]*\d+)?(?:; discussion \d+(?:-\d+)?)?`
const PLACE = new RegExp(String.raw`^(\d+)?(?:\(([^()]+)\))?(?::(${PAGES}))?$`)

/**
 * Volume, issue and pages from "90(6):355-362", "15(3):e35638" or "48(3)". A lone number may be either a volume or a
 * page and is not read.
 *
 * @returns undefined for any other wording, which then stands in a note as it was recorded
 */
export function placeInJournal(
  text: string,
): Pick<BibliographicRecord, 'volume' | 'issue' | 'pages'> | undefined {
  if (/^\d+$/.test(text)) return undefined
  const [match, volume, issue, pages] = PLACE.exec(text) ?? []
  return match ? { volume, issue, pages } : undefined
}

/** Kinds of document that are papers; the `journal` of the others may be a publisher. */
const PAPERS: readonly Source['type'][] = [
  'rct',
  'systematic-review',
  'cohort',
  'case-series',
  'review',
  'survey',
]

function kindOf(source: Source, hasPlace: boolean): BibliographicRecord['kind'] {
  const registered = source.doi !== undefined || source.pmid !== undefined
  if (source.journal !== undefined && (hasPlace || (registered && PAPERS.includes(source.type))))
    return 'article'
  if (source.type === 'guideline') return 'report'
  return source.url !== undefined && !PAPERS.includes(source.type) ? 'webpage' : 'document'
}

function notesOf(source: Source, hasPlace: boolean, shortened: boolean): readonly string[] {
  const { volumePages, doi, pmid, url } = source
  const notes: readonly (string | false)[] = [
    source.bibliography === 'incomplete' && 'Bibliographic record incomplete.',
    /^\[.*\]$/.test(source.title) && 'The title in brackets is a supplied description.',
    shortened && 'The list of authors is shortened in the record.',
    volumePages !== undefined && !hasPlace && `Volume and pages as recorded: ${volumePages}.`,
    url !== undefined && doi === undefined && pmid === undefined && 'Address read, may be a copy.',
  ]
  return notes.filter((note) => note !== false)
}

/** A row of `sources.csv` cut into the fields of a reference manager. Nothing is filled in. */
export function bibliographicRecord(source: Source): BibliographicRecord {
  const { volumePages, journal } = source
  // Without the name of a journal, a volume or page is a place in nothing.
  const place = volumePages === undefined || journal === undefined ? undefined : placeInJournal(volumePages)
  const { authors, authorsShortened } = authorsOf(source.authors)
  const kind = kindOf(source, place !== undefined)
  return {
    id: source.id,
    kind,
    authors,
    authorsShortened,
    title: source.title,
    journal: kind === 'article' ? journal : undefined,
    publisher: kind === 'article' ? undefined : journal,
    year: source.year,
    volume: place?.volume,
    issue: place?.issue,
    pages: place?.pages,
    doi: source.doi,
    pmid: source.pmid,
    url: source.url,
    notes: notesOf(source, place !== undefined, authorsShortened),
  }
}
