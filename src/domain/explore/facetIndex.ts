import { selectableTreatments, termOf, type Evidence } from '../evidence'
import { NOT_GRADED } from '../settleView'
import type { Facet } from '../view'

/** Facets that are joint: all words chosen among them must be met by one and the same row. */
export const GUIDELINE_FACETS = ['guideline', 'stance'] as const satisfies readonly Facet[]
export const FINDING_FACETS = [
  'design',
  'certainty',
  'directness',
  'population',
] as const satisfies readonly Facet[]

/** Facets that a treatment has of itself, each with at most one word. */
export const OWN_FACETS = [
  'family',
  'group',
  'line',
  'route',
  'setting',
  'reversible',
  'onset',
  'anaesthesia',
] as const satisfies readonly Facet[]

export type OwnFacet = (typeof OWN_FACETS)[number]

/** One row that bears on a treatment, as words of the facets that are joint on it. */
export interface JointRow {
  readonly values: Readonly<Partial<Record<Facet, string>>>
  /** The row says nothing of the treatment; it counts only where its stance is asked for by name. */
  readonly silent: boolean
}

/** What the filters look at, for one treatment that can be picked. */
export interface FacetEntry {
  readonly treatment: string
  readonly own: Readonly<Record<OwnFacet, string | undefined>>
  readonly guidelineRows: readonly JointRow[]
  readonly findingRows: readonly JointRow[]
}

/** Rows that say the same count once. */
function distinct(rows: readonly JointRow[]): readonly JointRow[] {
  return [...new Map(rows.map((row) => [Object.values(row.values).join('\n'), row])).values()]
}

function guidelineRowsOf(treatment: string, evidence: Evidence): readonly JointRow[] {
  const votes = (evidence.recommendationsByTreatment.get(treatment) ?? []).filter(
    (row) => termOf(evidence, 'counts_as', row.countsAs)?.role === 'vote',
  )
  return distinct(
    votes.map((row) => ({
      values: { guideline: row.source, stance: row.stance },
      silent: termOf(evidence, 'stance', row.stance)?.role === 'silent',
    })),
  )
}

function findingRowsOf(treatment: string, evidence: Evidence): readonly JointRow[] {
  return distinct(
    (evidence.findingsByTreatment.get(treatment) ?? []).map((row) => ({
      values: {
        design: row.armDesign,
        certainty: row.certainty ?? NOT_GRADED,
        directness: row.directness,
        population: row.population,
      },
      silent: false,
    })),
  )
}

const indexes = new WeakMap<Evidence, readonly FacetEntry[]>()

/**
 * The facets of every treatment that can be picked, in file order; worked out once for each evidence, so that a
 * filter only compares words. Only documents that the data count as votes stand behind guideline and stance.
 */
export function facetIndex(evidence: Evidence): readonly FacetEntry[] {
  const known = indexes.get(evidence)
  if (known) return known
  const index = selectableTreatments(evidence).map((treatment) => ({
    treatment: treatment.id,
    own: {
      family: treatment.family,
      group: treatment.group,
      line: treatment.line,
      route: treatment.routeKind,
      setting: treatment.settingKind,
      reversible: treatment.reversibleKind,
      onset: treatment.onsetClass,
      anaesthesia: treatment.anaesthesia,
    },
    guidelineRows: guidelineRowsOf(treatment.id, evidence),
    findingRows: findingRowsOf(treatment.id, evidence),
  }))
  indexes.set(evidence, index)
  return index
}
