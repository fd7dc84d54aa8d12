import { FACETS, type Facet, type Filters } from '../view'
import { FINDING_FACETS, GUIDELINE_FACETS, OWN_FACETS, type FacetEntry, type JointRow } from './facetIndex'

/** What keeps a treatment out of the list. */
export interface Hidden {
  readonly treatment: string
  /** The facets to clear so that it comes back, in menu order; joint facets may need one another. */
  readonly facets: readonly Facet[]
  readonly bySearch: boolean
}

export interface Narrowed {
  readonly shown: ReadonlySet<string>
  readonly hidden: readonly Hidden[]
  /** Treatments listed if this word stood alone in its facet, the other facets and the search applied as they are. */
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>
}

type Counts = Record<Facet, Map<string, number>>

const JOINT = [
  { facets: GUIDELINE_FACETS as readonly Facet[], rowsOf: (entry: FacetEntry) => entry.guidelineRows },
  { facets: FINDING_FACETS as readonly Facet[], rowsOf: (entry: FacetEntry) => entry.findingRows },
]

function isChosen(facet: Facet, value: string | undefined, filters: Filters): boolean {
  const chosen = filters[facet]
  return chosen.length === 0 || (value !== undefined && chosen.includes(value))
}

/** Does one row meet every facet of its kind, leaving one facet out of account? */
function meets(row: JointRow, facets: readonly Facet[], filters: Filters, except?: Facet): boolean {
  if (row.silent && except !== 'stance' && filters.stance.length === 0) return false
  return facets.every((facet) => facet === except || isChosen(facet, row.values[facet], filters))
}

/** Facets to clear so that one row meets the rest: a single one where that is enough, else all in use. */
function unmet(rows: readonly JointRow[], facets: readonly Facet[], filters: Filters): readonly Facet[] {
  const active = facets.filter((facet) => filters[facet].length > 0)
  if (active.length === 0 || rows.some((row) => meets(row, facets, filters))) return []
  const enough = active.find((facet) => {
    const without = { ...filters, [facet]: [] }
    return rows.some((row) => meets(row, facets, without))
  })
  return enough === undefined ? active : [enough]
}

function add(counts: Counts, facet: Facet, value: string | undefined) {
  if (value !== undefined) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1)
}

function countOwn(counts: Counts, entry: FacetEntry, failed: ReadonlySet<Facet>) {
  for (const facet of OWN_FACETS)
    if (failed.size === 0 || (failed.size === 1 && failed.has(facet))) add(counts, facet, entry.own[facet])
}

function countJoint(counts: Counts, rows: readonly JointRow[], facets: readonly Facet[], filters: Filters) {
  for (const facet of facets) {
    const values = rows.filter((row) => meets(row, facets, filters, facet)).map((row) => row.values[facet])
    for (const value of new Set(values)) add(counts, facet, value)
  }
}

/** A treatment that the search found, with the facets that keep it out. */
interface Tried {
  readonly entry: FacetEntry
  readonly ownFailed: readonly Facet[]
  /** In the order of JOINT. */
  readonly jointFailed: readonly (readonly Facet[])[]
}

function countWords(tried: readonly Tried[], filters: Filters): Counts {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()])) as unknown as Counts
  for (const { entry, ownFailed, jointFailed } of tried) {
    if (jointFailed.every((failed) => failed.length === 0)) countOwn(counts, entry, new Set(ownFailed))
    if (ownFailed.length > 0) continue
    JOINT.forEach(({ facets, rowsOf }, place) => {
      const othersMet = jointFailed.every((failed, other) => other === place || failed.length === 0)
      if (othersMet) countJoint(counts, rowsOf(entry), facets, filters)
    })
  }
  return counts
}

/**
 * Which treatments the filters leave, why the others are hidden, and what each word of each facet would leave.
 *
 * Words of one facet widen (any of them), facets narrow (all of them). Guideline and stance must be met by one
 * recommendation; design, certainty, directness and population by one finding.
 *
 * @param found treatments that the search found; undefined where nothing is searched
 */
export function narrow(
  index: readonly FacetEntry[],
  filters: Filters,
  found: ReadonlySet<string> | undefined,
): Narrowed {
  const shown = new Set<string>()
  const hidden: Hidden[] = []
  const tried: Tried[] = []
  for (const entry of index) {
    const ownFailed = OWN_FACETS.filter((facet) => !isChosen(facet, entry.own[facet], filters))
    const jointFailed = JOINT.map(({ facets, rowsOf }) => unmet(rowsOf(entry), facets, filters))
    const facets = [...ownFailed, ...jointFailed.flat()]
    const bySearch = found !== undefined && !found.has(entry.treatment)
    if (facets.length === 0 && !bySearch) shown.add(entry.treatment)
    else hidden.push({ treatment: entry.treatment, facets, bySearch })
    if (!bySearch) tried.push({ entry, ownFailed, jointFailed })
  }
  let counts: Counts | undefined
  return {
    shown,
    hidden,
    // Only when asked for: the list is drawn before the counts beside it.
    get counts() {
      return (counts ??= countWords(tried, filters))
    },
  }
}
