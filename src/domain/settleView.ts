import { termOf, type Evidence } from './evidence'
import { FACETS, MOST_TREATMENTS, type Facet, type Filters, type View } from './view'
import { CERTAINTIES, DIRECTNESS } from './vocabulary'

/** Something an address names that these data do not hold, or hold but cannot show there. */
export interface IgnoredId {
  /** The key of the address that named it. */
  readonly key: string
  readonly id: string
  readonly reason: 'unknown' | 'not-selectable' | 'too-many'
}

export interface SettledView {
  readonly view: View
  readonly ignored: readonly IgnoredId[]
}

/** Facets whose words are rows of the table `terms`, under the name of the column that holds them. */
export const TERM_FACETS: Partial<Record<Facet, string>> = {
  family: 'family',
  line: 'line',
  route: 'route_kind',
  setting: 'setting_kind',
  reversible: 'reversible_kind',
  onset: 'onset_class',
  anaesthesia: 'anaesthesia',
  stance: 'stance',
}

/** Chosen where the data have an empty cell. */
export const NOT_GRADED = 'not-graded'

function facetIds(evidence: Evidence, facet: Facet): readonly string[] {
  const termFacet = TERM_FACETS[facet]
  if (termFacet !== undefined)
    return evidence.terms.filter((term) => term.facet === termFacet).map((term) => term.id)
  if (facet === 'group') return evidence.groups.map((group) => group.id)
  if (facet === 'guideline')
    return evidence.recommendations
      .filter((row) => termOf(evidence, 'counts_as', row.countsAs)?.role === 'vote')
      .map((row) => row.source)
  if (facet === 'design') return evidence.findings.map((finding) => finding.armDesign)
  if (facet === 'certainty') return [...CERTAINTIES, NOT_GRADED]
  if (facet === 'directness') return DIRECTNESS
  return evidence.findings.map((finding) => finding.population)
}

const idsByEvidence = new WeakMap<Evidence, ReadonlyMap<Facet, ReadonlySet<string>>>()

function knownFacetIds(evidence: Evidence, facet: Facet): ReadonlySet<string> {
  let byFacet = idsByEvidence.get(evidence)
  if (!byFacet) {
    byFacet = new Map(FACETS.map((name) => [name, new Set(facetIds(evidence, name))]))
    idsByEvidence.set(evidence, byFacet)
  }
  return byFacet.get(facet) ?? new Set()
}

type Fault = IgnoredId['reason'] | undefined

/** Keeps the ids that are known; the others go to `ignored`. The very same list if nothing was dropped. */
function sift(
  ignored: IgnoredId[],
  key: string,
  ids: readonly string[],
  faultOf: (id: string) => Fault,
): readonly string[] {
  const kept = ids.filter((id) => {
    const reason = faultOf(id)
    if (reason) ignored.push({ key, id, reason })
    return reason === undefined
  })
  return kept.length === ids.length ? ids : kept
}

function settleTreatments(view: View, evidence: Evidence, ignored: IgnoredId[]): readonly string[] {
  const known = sift(ignored, 'treatments', view.treatments, (id) => {
    const treatment = evidence.treatmentById.get(id)
    if (!treatment) return 'unknown'
    return treatment.selectable === 'yes' ? undefined : 'not-selectable'
  })
  const places = new Map(known.map((id, place) => [id, place]))
  return sift(ignored, 'treatments', known, (id) =>
    (places.get(id) ?? 0) < MOST_TREATMENTS ? undefined : 'too-many',
  )
}

/**
 * The view as these data can show it: ids that the data do not know are dropped and reported, so that an old or
 * mistyped link still opens. Call it once the first tables are loaded.
 *
 * A treatment that cannot be picked (a class, a comparator) is dropped, and so is every treatment beyond the
 * sixth. A reference column that is not among the treatments is dropped without a word.
 */
export function settleView(view: View, evidence: Evidence): SettledView {
  const ignored: IgnoredId[] = []
  const unlessIn = (ids: { has(id: string): boolean }) => (id: string) =>
    ids.has(id) ? undefined : ('unknown' as const)
  const one = (key: string, id: string | undefined, ids: { has(id: string): boolean }) =>
    id === undefined ? undefined : sift(ignored, key, [id], unlessIn(ids))[0]

  const treatments = settleTreatments(view, evidence, ignored)
  const filters = Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      sift(ignored, facet, view.filters[facet], unlessIn(knownFacetIds(evidence, facet))),
    ]),
  ) as unknown as Filters
  const reference = one('reference', view.reference, evidence.treatmentById)
  return {
    view: {
      ...view,
      treatments,
      filters,
      sortOutcome: one('sort-outcome', view.sortOutcome, evidence.outcomeById),
      sortDefinition: one('sort-definition', view.sortDefinition, evidence.definitionById),
      outcomes: sift(ignored, 'outcomes', view.outcomes, unlessIn(evidence.outcomeById)),
      outcome: one('outcome', view.outcome, evidence.outcomeById),
      harm: one('harm', view.harm, evidence.outcomeById),
      reference: reference !== undefined && treatments.includes(reference) ? reference : undefined,
      lead: sift(ignored, 'lead', view.lead, unlessIn(evidence.findingById)),
      finding: one('finding', view.finding, evidence.findingById),
    },
    ignored,
  }
}
