import { titleStart } from '../compare/sourceName'
import type { Source } from '../tables/background'

/** A source as a reference list prints it, with what its record lacks. */
export interface Citation {
  /** "Wu CJ, Lian YJ, Zheng YK, et al."; undefined where the record names none. */
  readonly authors: string | undefined
  readonly title: string
  /** The title is a description supplied by the curators, since the record has none. */
  readonly titleSupplied: boolean
  /** "Cephalalgia. 2012;32(6):443-450."; undefined where the record has none of it. */
  readonly published: string | undefined
  readonly complete: boolean
}

/** A place outside the app where a source can be read. */
export interface SourceAddress {
  readonly kind: 'doi' | 'pubmed' | 'read'
  readonly label: string
  readonly href: string
}

/** Authors that are named before "et al.", as the National Library of Medicine does it for long lists. */
const MOST_AUTHORS = 6

function authorsOf(source: Source): string | undefined {
  const authors = source.authors?.replace(/\.$/, '')
  if (!authors) return undefined
  const names = authors.split(',').map((name) => name.trim())
  if (names.length <= MOST_AUTHORS || /et al/.test(authors)) return `${authors}.`
  return `${names.slice(0, MOST_AUTHORS).join(', ')}, et al.`
}

function publishedOf({ journal, year, volumePages }: Source): string | undefined {
  const when = [year, volumePages].filter((part) => part !== undefined && part !== '').join(';')
  const parts = [journal?.replace(/\.$/, ''), when].filter(Boolean)
  return parts.length > 0 ? `${parts.join('. ')}.` : undefined
}

/**
 * A source in the style of a reference list: authors, title, journal, year, volume and pages, as far as the
 * record goes. Nothing is filled in.
 *
 * @see Patrias K, Wendling D. Citing Medicine. 2nd ed. National Library of Medicine; 2007
 */
export function citationOf(source: Source): Citation {
  const supplied = /^\[(.*)\]$/.exec(source.title.trim())
  const title = (supplied?.[1] ?? source.title).trim().replace(/\.$/, '')
  return {
    authors: authorsOf(source),
    title: /[?!]$/.test(title) ? title : `${title}.`,
    titleSupplied: supplied !== null,
    published: publishedOf(source),
    complete: source.bibliography === 'complete',
  }
}

/**
 * A source as one line to paste into a manuscript, in the style of a reference list. A supplied title stands in
 * brackets, as the style has it; an incomplete record says so at the end.
 *
 * @see Patrias K, Wendling D. Citing Medicine. 2nd ed. National Library of Medicine; 2007
 */
export function citationText(source: Source): string {
  const { authors, title, titleSupplied, published, complete } = citationOf(source)
  const bare = title.replace(/\.$/, '')
  const { doi, pmid, url } = source
  const registered = [doi && `doi: ${doi}.`, pmid && `PubMed PMID: ${pmid}.`].filter(Boolean)
  const read = url !== undefined && registered.length === 0 ? [`Address read, may be a copy: ${url}`] : []
  return [
    authors,
    titleSupplied ? `[${bare}].` : title,
    published,
    ...registered,
    ...read,
    ...(complete ? [] : ['[Bibliographic record incomplete.]']),
  ]
    .filter((part) => part !== undefined)
    .join(' ')
}

/** Where a source can be read: by its DOI, in PubMed, at the address that was read. Empty where none is known. */
export function addressesOf({ doi, pmid, url }: Source): readonly SourceAddress[] {
  const registered: SourceAddress[] = []
  if (doi !== undefined)
    registered.push({
      kind: 'doi',
      label: `DOI ${doi}`,
      href: `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`,
    })
  if (pmid !== undefined)
    registered.push({
      kind: 'pubmed',
      label: `PubMed ${pmid}`,
      href: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
    })
  if (url === undefined) return registered
  const label = registered.length > 0 ? 'Address read' : 'Address read, may be a copy'
  return [...registered, { kind: 'read', label, href: url }]
}

/** "Wu et al. 2012": a source in a line of text; the start of its title where no author is named. */
export function sourceName({ authors, title, year }: Source): string {
  const names = (authors ?? '').split(',').map((name) => name.trim())
  const first = names[0]?.replace(/\s+[A-Z]{1,4}$/, '')
  const more = names.length > 1 || / et al/.test(authors ?? '')
  const name = first ? `${first.replace(/ et al\.?$/, '')}${more ? ' et al.' : ''}` : titleStart(title, 8)
  return year === undefined ? name : `${name} ${year}`
}
