import type { Evidence } from '../evidence'
import type { Source } from '../tables/background'

/** The first words of a title, with a sign that it goes on; brackets that mark a translated title are left out. */
export function titleStart(title: string, most: number): string {
  const words = title.replace(/^\[|\]$/g, '').split(/\s+/)
  return words.length > most ? `${words.slice(0, most).join(' ')} …` : words.join(' ')
}

/** "Bendtsen 2019": the first author's surname and the year, the start of the title where no author is given. */
export function shortSourceName(source: Source): string {
  const first = source.authors
    ?.split(/[,;]/)[0]
    ?.trim()
    .replace(/\s+[A-Z]{1,3}$/, '')
  const name = first || titleStart(source.title, 5)
  return source.year === undefined ? name : `${name} ${source.year}`
}

/** The short name of a source by its id; a general word where the sources have not arrived. */
export function sourceNameOf(id: string, evidence: Evidence): string {
  const source = evidence.sourceById.get(id)
  return source ? shortSourceName(source) : 'its source'
}

/** Authors, title, journal, year, volume and pages: one line, as far as the record goes. */
export function sourceLine(source: Source): string {
  return [source.authors, source.title, source.journal, source.year, source.volumePages]
    .filter((part) => part !== undefined && part !== '')
    .join('. ')
}

/** Where the source can be read: its DOI, else PubMed, else the page that was read; undefined if none is known. */
export function sourceAddress(source: Source): string | undefined {
  if (source.doi !== undefined) return `https://doi.org/${source.doi}`
  if (source.pmid !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${source.pmid}/`
  return source.url
}
