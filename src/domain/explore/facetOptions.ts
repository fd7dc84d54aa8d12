import { termLabel, termOf, type Evidence } from '../evidence'
import { NOT_GRADED, TERM_FACETS } from '../settleView'
import type { Facet } from '../view'
import { guidelineShortName } from '../guidelines/documents'
import { CERTAINTIES, DIRECTNESS } from '../vocabulary'
import { facetIndex, OWN_FACETS } from './facetIndex'

export interface FacetOption {
  readonly id: string
  readonly label: string
}

/** What each facet is called in menus and reasons. */
export const FACET_LABELS: Readonly<Record<Facet, string>> = {
  family: 'Kind of treatment',
  group: 'Group',
  line: 'Place in treatment, as this collection sees it',
  route: 'Route',
  setting: 'Setting',
  reversible: 'Reversible',
  onset: 'Onset',
  anaesthesia: 'Anaesthesia',
  guideline: 'Guideline',
  stance: 'Stance of a guideline',
  design: 'Study design',
  certainty: 'Certainty of evidence',
  directness: 'Direct or indirect',
  population: 'Patients studied',
}

/** The same in one or two words, where a chosen word follows. */
export const SHORT_FACET_LABELS: Readonly<Record<Facet, string>> = {
  ...FACET_LABELS,
  family: 'Kind',
  line: 'Place',
  stance: 'Stance',
  design: 'Design',
  certainty: 'Certainty',
  directness: 'Directness',
  population: 'Patients',
}

const CERTAINTY_LABELS: Readonly<Record<string, string>> = {
  high: 'High',
  moderate: 'Moderate',
  low: 'Low',
  'very-low': 'Very low',
  [NOT_GRADED]: 'Not graded',
}

function ordered(rows: readonly { id: string; label: string; order: number }[]): readonly FacetOption[] {
  return [...rows].sort((a, b) => a.order - b.order).map(({ id, label }) => ({ id, label }))
}

function guidelineOptions(evidence: Evidence): readonly FacetOption[] {
  const votes = evidence.recommendations.filter(
    (row) => termOf(evidence, 'counts_as', row.countsAs)?.role === 'vote',
  )
  const sources = [...new Set(votes.map((row) => row.source))]
  return sources
    .map((id) => ({ id, label: guidelineShortName(id, evidence) }))
    .sort((a, b) => a.label.localeCompare(b.label))
}

function directnessLabel(id: string, evidence: Evidence): string {
  if (id !== 'direct') return 'Measured in other patients'
  return `Measured in ${termLabel(evidence, 'condition', 'short-name')}`
}

function everyOption(evidence: Evidence, facet: Facet): readonly FacetOption[] {
  const termFacet = TERM_FACETS[facet]
  if (termFacet !== undefined) return ordered(evidence.terms.filter((term) => term.facet === termFacet))
  if (facet === 'group') return ordered(evidence.groups)
  if (facet === 'guideline') return guidelineOptions(evidence)
  if (facet === 'design') return ordered(evidence.armDesigns)
  if (facet === 'population') return evidence.populations.map(({ id, label }) => ({ id, label }))
  if (facet === 'certainty')
    return [...CERTAINTIES, NOT_GRADED].map((id) => ({ id, label: CERTAINTY_LABELS[id] ?? id }))
  return DIRECTNESS.map((id) => ({ id, label: directnessLabel(id, evidence) }))
}

function wordsInUse(evidence: Evidence, facet: Facet): ReadonlySet<string> {
  const own = OWN_FACETS.find((name) => name === facet)
  const index = facetIndex(evidence)
  if (own) return new Set(index.flatMap((entry) => entry.own[own] ?? []))
  return new Set(
    index.flatMap((entry) =>
      [...entry.guidelineRows, ...entry.findingRows].flatMap((row) => row.values[facet] ?? []),
    ),
  )
}

interface KnownOptions {
  readonly every: readonly FacetOption[]
  readonly inUse: readonly FacetOption[]
}

const optionsByEvidence = new WeakMap<Evidence, Map<Facet, KnownOptions>>()

function knownOptions(evidence: Evidence, facet: Facet): KnownOptions {
  const byFacet = optionsByEvidence.get(evidence) ?? new Map<Facet, KnownOptions>()
  optionsByEvidence.set(evidence, byFacet)
  const known = byFacet.get(facet)
  if (known) return known
  const every = everyOption(evidence, facet)
  const words = wordsInUse(evidence, facet)
  const options = { every, inUse: every.filter((option) => words.has(option.id)) }
  byFacet.set(facet, options)
  return options
}

/**
 * The words of a facet that at least one treatment of the list has, in menu order.
 *
 * @param chosen words that an address has chosen: offered too, though no treatment has them, so that they can be cleared
 */
export function facetOptions(
  evidence: Evidence,
  facet: Facet,
  chosen: readonly string[] = [],
): readonly FacetOption[] {
  const { inUse } = knownOptions(evidence, facet)
  const others = chosen.filter((id) => !inUse.some((option) => option.id === id))
  if (others.length === 0) return inUse
  return [...inUse, ...others.map((id) => ({ id, label: facetOptionLabel(evidence, facet, id) }))]
}

/** The label of one word of a facet; the word itself where the data have no label. */
export function facetOptionLabel(evidence: Evidence, facet: Facet, id: string): string {
  return knownOptions(evidence, facet).every.find((option) => option.id === id)?.label ?? id
}
