/**
 * The view: everything about what is on screen that a link can carry. It is read from and written to the query
 * of the address, holds only what differs from the default, and never holds anything about a patient.
 * The grammar is written out in docs/urls.md.
 */

/** The facets of the list that can be narrowed, each a list of ids; nothing chosen means everything. */
export const FACETS = [
  'family',
  'group',
  'line',
  'route',
  'setting',
  'reversible',
  'onset',
  'anaesthesia',
  'guideline',
  'stance',
  'design',
  'certainty',
  'directness',
  'population',
] as const
export type Facet = (typeof FACETS)[number]
export type Filters = Readonly<Record<Facet, readonly string[]>>

export const SORTS = ['group', 'name', 'line', 'onset', 'number'] as const
export type Sort = (typeof SORTS)[number]

export const PICTURES = ['bars', 'forest', 'curves', 'icons', 'benefit-harm'] as const
export type Picture = (typeof PICTURES)[number]

/** The most treatments that can stand side by side. */
export const MOST_TREATMENTS = 6

export interface View {
  /** Treatments ticked in the list and shown as columns in Compare, in that order. */
  readonly treatments: readonly string[]
  readonly search: string
  readonly filters: Filters
  readonly sort: Sort
  /** What `sort=number` sorts by: one outcome and one definition of it. */
  readonly sortOutcome: string | undefined
  readonly sortDefinition: string | undefined
  /** Options that the filters hide are listed with their reasons. */
  readonly showHidden: boolean
  /** Rows of Compare, in order; empty means the standard rows. */
  readonly outcomes: readonly string[]
  /** The outcome that the picture of Compare shows. */
  readonly outcome: string | undefined
  readonly picture: Picture
  /** The harm that the picture of benefit against harm shows. */
  readonly harm: string | undefined
  /** Series that the curators kept as alternatives are drawn among the curves. */
  readonly alternativeCurves: boolean
  /** Verdicts on pairs are in a patient's words. */
  readonly plainVerdicts: boolean
  /** The pinned column of Compare. */
  readonly reference: string | undefined
  readonly differencesOnly: boolean
  /** Findings a reader chose to lead their cells, in place of the curators' choice. */
  readonly lead: readonly string[]
  /** The finding that is open in the drawer. */
  readonly finding: string | undefined
}

/** A query as vue-router gives it: repeated keys are lists, a key without `=` is null. */
export type Query = Readonly<Record<string, string | null | readonly (string | null)[] | undefined>>

const NO_FILTERS = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Filters

export const DEFAULT_VIEW: View = {
  treatments: [],
  search: '',
  filters: NO_FILTERS,
  sort: 'group',
  sortOutcome: undefined,
  sortDefinition: undefined,
  showHidden: false,
  outcomes: [],
  outcome: undefined,
  picture: 'bars',
  harm: undefined,
  alternativeCurves: false,
  plainVerdicts: false,
  reference: undefined,
  differencesOnly: false,
  lead: [],
  finding: undefined,
}

/** The longest text and the most ids that are read from an address; what is beyond them is dropped. */
const LONGEST_TEXT = 200
const MOST_IDS = 100

/** Without halves of a character, such as a cut leaves behind: no address can be written with one. */
const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, '')

/** The text of a key; empty where it is missing. Of a repeated key the first. */
export function textOf(query: Query, key: string): string {
  const value = query[key]
  const first = typeof value === 'object' && value !== null ? value[0] : value
  return wellFormed((first ?? '').slice(0, LONGEST_TEXT))
}

/** The ids of a key, each once. */
export function idsOf(query: Query, key: string): readonly string[] {
  const value = query[key]
  const parts = (Array.isArray(value) ? value : [value]) as readonly (string | null | undefined)[]
  const ids = parts.flatMap((part) => wellFormed(part ?? '').split(',')).map((id) => id.trim())
  return [...new Set(ids.filter((id) => id !== '' && id.length <= LONGEST_TEXT))].slice(0, MOST_IDS)
}

function wordOf<Word extends string>(
  query: Query,
  key: string,
  words: readonly Word[],
  standard: Word,
): Word {
  const value = textOf(query, key)
  return words.find((word) => word === value) ?? standard
}

/**
 * The view that a query asks for. Unknown keys are ignored, unknown words fall back to the default; ids are
 * taken as they stand, since only the data can tell whether they exist (see `settleView`).
 */
export function readView(query: Query): View {
  return {
    treatments: idsOf(query, 'treatments'),
    search: textOf(query, 'search'),
    filters: Object.fromEntries(FACETS.map((facet) => [facet, idsOf(query, facet)])) as unknown as Filters,
    sort: wordOf(query, 'sort', SORTS, DEFAULT_VIEW.sort),
    sortOutcome: textOf(query, 'sort-outcome') || undefined,
    sortDefinition: textOf(query, 'sort-definition') || undefined,
    showHidden: textOf(query, 'hidden') === 'show',
    outcomes: idsOf(query, 'outcomes'),
    outcome: textOf(query, 'outcome') || undefined,
    picture: wordOf(query, 'picture', PICTURES, DEFAULT_VIEW.picture),
    harm: textOf(query, 'harm') || undefined,
    alternativeCurves: textOf(query, 'curves') === 'alternatives',
    plainVerdicts: textOf(query, 'verdicts') === 'plain',
    reference: textOf(query, 'reference') || undefined,
    differencesOnly: textOf(query, 'rows') === 'differences',
    lead: idsOf(query, 'lead'),
    finding: textOf(query, 'finding') || undefined,
  }
}

/** The query of a view: only what differs from the default, keys always in the same order. */
export function writeView(view: View): Record<string, string> {
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['treatments', view.treatments.join(',')],
    ['search', wellFormed(view.search)],
    ...FACETS.map((facet) => [facet, view.filters[facet].join(',')] as const),
    ['sort', view.sort === DEFAULT_VIEW.sort ? undefined : view.sort],
    ['sort-outcome', view.sortOutcome],
    ['sort-definition', view.sortDefinition],
    ['hidden', view.showHidden ? 'show' : undefined],
    ['outcomes', view.outcomes.join(',')],
    ['outcome', view.outcome],
    ['picture', view.picture === DEFAULT_VIEW.picture ? undefined : view.picture],
    ['harm', view.harm],
    ['curves', view.alternativeCurves ? 'alternatives' : undefined],
    ['verdicts', view.plainVerdicts ? 'plain' : undefined],
    ['reference', view.reference],
    ['rows', view.differencesOnly ? 'differences' : undefined],
    ['lead', view.lead.join(',')],
    ['finding', view.finding],
  ]
  return Object.fromEntries(parts.filter((part): part is [string, string] => Boolean(part[1])))
}

const sameWords = (one: readonly string[], other: readonly string[]) => one.join() === other.join()

function sameFilters(one: Filters, other: Filters): boolean {
  return FACETS.every((facet) => sameWords(one[facet], other[facet]))
}

/**
 * The view, with each part that reads as it did before being the very same object: so nothing that hangs on one
 * part is worked out anew because another has changed.
 */
export function keepParts(view: View, earlier: View | undefined): View {
  if (!earlier) return view
  const keep = (key: 'treatments' | 'outcomes' | 'lead') =>
    sameWords(view[key], earlier[key]) ? earlier[key] : view[key]
  return {
    ...view,
    treatments: keep('treatments'),
    outcomes: keep('outcomes'),
    lead: keep('lead'),
    filters: sameFilters(view.filters, earlier.filters) ? earlier.filters : view.filters,
  }
}
