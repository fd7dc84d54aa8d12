import { foldText } from '../explore/search'
import type { SourceEntry } from './sourceIndex'
import { SOURCE_FACETS, type SourceFacet } from './sourcesKeys'
import type { SourceSort, SourcesView } from './sourcesView'

export interface FoundSources {
  readonly found: readonly SourceEntry[]
  /** Sources listed if this word stood alone in its facet, all else applied as it is. */
  readonly counts: Readonly<Record<SourceFacet, ReadonlyMap<string, number>>>
  /** Sources that only lack a year to be listed: a range of years leaves them out. */
  readonly withoutYear: number
}

function isInYears(year: number | undefined, { from, to }: SourcesView): boolean {
  if (from === undefined && to === undefined) return true
  return year !== undefined && year >= (from ?? year) && year <= (to ?? year)
}

/** Words of one or two letters must start a word of the text, as in the search for treatments. */
function patternsOf(search: string): readonly string[] {
  return foldText(search)
    .split(' ')
    .filter(Boolean)
    .map((word) => (word.length < 3 ? ` ${word}` : word))
}

function failedFacets({ facets }: SourceEntry, { filters }: SourcesView): readonly SourceFacet[] {
  return SOURCE_FACETS.filter(
    (facet) => filters[facet].length > 0 && !facets[facet].some((id) => filters[facet].includes(id)),
  )
}

/**
 * The sources that meet the search (every word of it), every facet (any of its words) and the years, and how many
 * each word of each facet would leave.
 */
export function findSources(index: readonly SourceEntry[], view: SourcesView): FoundSources {
  const patterns = patternsOf(view.search)
  const found: SourceEntry[] = []
  const counts = Object.fromEntries(
    SOURCE_FACETS.map((facet) => [facet, new Map<string, number>()]),
  ) as unknown as Record<SourceFacet, Map<string, number>>
  let withoutYear = 0
  for (const entry of index) {
    if (!patterns.every((pattern) => entry.folded.includes(pattern))) continue
    const failed = failedFacets(entry, view)
    if (!isInYears(entry.source.year, view)) {
      if (failed.length === 0 && entry.source.year === undefined) withoutYear += 1
      continue
    }
    if (failed.length === 0) found.push(entry)
    for (const facet of SOURCE_FACETS)
      if (failed.every((other) => other === facet))
        for (const id of entry.facets[facet]) counts[facet].set(id, (counts[facet].get(id) ?? 0) + 1)
  }
  return { found, counts, withoutYear }
}

export interface OrderedSources {
  readonly ordered: readonly SourceEntry[]
  /** Those that the record gives nothing to order by, by title; they stand below. */
  readonly below: readonly SourceEntry[]
}

const compareText = new Intl.Collator('en', { numeric: true }).compare

/** Newest first, by author, by title, or most numbers first; ties by author and title. */
export function orderSources(entries: readonly SourceEntry[], sort: SourceSort): OrderedSources {
  const lacks = ({ source, authorsKey }: SourceEntry) =>
    (sort === 'year' && source.year === undefined) || (sort === 'authors' && authorsKey === undefined)
  const byTitle = (a: SourceEntry, b: SourceEntry) =>
    compareText(a.titleKey, b.titleKey) || compareText(a.source.id, b.source.id)
  const byAuthors = (a: SourceEntry, b: SourceEntry) =>
    compareText(a.authorsKey ?? a.titleKey, b.authorsKey ?? b.titleKey)
  const byYear = (a: SourceEntry, b: SourceEntry) => (b.source.year ?? 0) - (a.source.year ?? 0)
  const first = {
    year: (a: SourceEntry, b: SourceEntry) => byYear(a, b) || byAuthors(a, b),
    authors: (a: SourceEntry, b: SourceEntry) => byAuthors(a, b) || byYear(a, b),
    title: byTitle,
    numbers: (a: SourceEntry, b: SourceEntry) =>
      b.findings.length - a.findings.length || byYear(a, b) || byAuthors(a, b),
  }[sort]
  return {
    ordered: entries.filter((entry) => !lacks(entry)).sort((a, b) => first(a, b) || byTitle(a, b)),
    below: entries.filter(lacks).sort(byTitle),
  }
}
