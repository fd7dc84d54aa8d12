import { selectableTreatments, type Evidence } from '../evidence'
import type { Treatment } from '../tables/treatments'

/** Where a word was found, in the order in which places are tried. */
export const SEARCH_PLACES = ['name', 'other-name', 'group', 'description', 'outcome', 'source'] as const
export type SearchPlace = (typeof SEARCH_PLACES)[number]

/** Where a treatment was found that does not bear the words in its name. */
export interface FoundIn {
  readonly place: Exclude<SearchPlace, 'name'>
  /** The text as it stands in the data, such as the title of a source. */
  readonly text: string
}

export interface SearchResult {
  readonly found: ReadonlySet<string>
  /** Treatments found by something other than their name alone; the places that the words were found in. */
  readonly foundIn: ReadonlyMap<string, readonly FoundIn[]>
}

interface SearchField {
  readonly place: SearchPlace
  readonly text: string
  readonly folded: string
}

/** Words without accents, case and punctuation, a space between them, so that "geneve" finds "(Genève)". */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function field(place: SearchPlace, text: string | undefined): readonly SearchField[] {
  return text === undefined || text === '' ? [] : [{ place, text, folded: ` ${foldText(text)}` }]
}

function namesOf(treatment: Treatment): readonly SearchField[] {
  const names = new Set([treatment.name, treatment.shortName, treatment.plainName])
  return [
    ...[...names].flatMap((name) => field('name', name)),
    ...(treatment.otherNames ?? '').split(';').flatMap((name) => field('other-name', name.trim())),
  ]
}

/** The fields of all outcomes and sources, made once: many treatments share them. */
function sharedFields(evidence: Evidence) {
  const outcomes = new Map(
    evidence.outcomes.map((row) => [
      row.id,
      [...field('outcome', row.label), ...field('outcome', row.plainLabel)] as readonly SearchField[],
    ]),
  )
  const sources = new Map(
    evidence.sources.map((row) => {
      const words = foldText([row.authors, row.year, row.title, row.journal].filter(Boolean).join(' '))
      return [row.id, { place: 'source', text: row.title, folded: ` ${words}` } as SearchField]
    }),
  )
  return { outcomes, sources }
}

function fieldsOf(
  treatment: Treatment,
  evidence: Evidence,
  shared: ReturnType<typeof sharedFields>,
): readonly SearchField[] {
  const group = treatment.group === undefined ? undefined : evidence.groupById.get(treatment.group)
  const findings = evidence.findingsByTreatment.get(treatment.id) ?? []
  const recommendations = evidence.recommendationsByTreatment.get(treatment.id) ?? []
  const outcomes = new Set(findings.map((finding) => finding.outcome))
  const sources = new Set([
    ...findings.flatMap((finding) => [finding.source, finding.reportedIn ?? finding.source]),
    ...recommendations.map((recommendation) => recommendation.source),
  ])
  return [
    ...namesOf(treatment),
    ...field('group', group?.label),
    ...field('group', group?.plainLabel),
    ...field('description', treatment.plainSummary),
    ...[...outcomes].flatMap((id) => shared.outcomes.get(id) ?? []),
    ...[...sources].flatMap((id) => shared.sources.get(id) ?? []),
  ]
}

type SearchIndex = readonly (readonly [treatment: string, fields: readonly SearchField[]])[]

const indexes = new WeakMap<Evidence, SearchIndex>()

function searchIndex(evidence: Evidence): SearchIndex {
  const known = indexes.get(evidence)
  if (known) return known
  const shared = sharedFields(evidence)
  const index = selectableTreatments(evidence).map(
    (treatment) => [treatment.id, fieldsOf(treatment, evidence, shared)] as const,
  )
  indexes.set(evidence, index)
  return index
}

/** Words of one or two letters must start a word of the text, or "ms" would be found in "symptoms". */
function patternOf(word: string): string {
  return word.length < 3 ? ` ${word}` : word
}

/** The first field that holds the word; fields stand in the order of `SEARCH_PLACES`. */
function findWord(fields: readonly SearchField[], pattern: string): SearchField | undefined {
  return fields.find((candidate) => candidate.folded.includes(pattern))
}

/**
 * Treatments in whose texts every word of the query stands: names, other names and brands, group, one-line
 * description, outcomes measured, and (once they have arrived) sources by author, title, journal and year.
 * Case and accents do not matter. A source is tried only by all the words that were found nowhere else, together.
 *
 * @returns undefined for a query without words: nothing is searched
 */
export function searchTreatments(evidence: Evidence, query: string): SearchResult | undefined {
  const patterns = foldText(query).split(' ').filter(Boolean).map(patternOf)
  if (patterns.length === 0) return undefined
  const found = new Set<string>()
  const foundIn = new Map<string, readonly FoundIn[]>()
  for (const [treatment, fields] of searchIndex(evidence)) {
    const places = placesOf(fields, patterns)
    if (!places) continue
    found.add(treatment)
    if (places.length > 0) foundIn.set(treatment, places)
  }
  return { found, foundIn }
}

function placesOf(
  fields: readonly SearchField[],
  patterns: readonly string[],
): readonly FoundIn[] | undefined {
  const ofTreatment = fields.filter((candidate) => candidate.place !== 'source')
  const places = new Map<string, FoundIn>()
  const open: string[] = []
  for (const pattern of patterns) {
    const hit = findWord(ofTreatment, pattern)
    if (!hit) open.push(pattern)
    else if (hit.place !== 'name') places.set(hit.text, { place: hit.place, text: hit.text })
  }
  if (open.length > 0) {
    const source = fields.find(
      (candidate) =>
        candidate.place === 'source' && open.every((pattern) => candidate.folded.includes(pattern)),
    )
    if (!source) return undefined
    places.set(source.text, { place: 'source', text: source.text })
  }
  return [...places.values()]
}
