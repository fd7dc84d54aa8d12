import { TABLE_NAMES, type TableName } from './tableNames'
import type { Tables } from './tables'
import type { Finding } from './tables/findings'
import type { Headline } from './tables/findings'
import type { Caution } from './tables/guidance'
import type { Recommendation } from './tables/recommendations'
import type { Definition, Denominator, DenominatorRole, Outcome, Population } from './tables/outcomes'
import type { Source } from './tables/background'
import type { Group, Term, Treatment } from './tables/treatments'

/** All rows of a data folder, frozen, with the indexes that reading them needs. */
export interface Evidence extends Tables {
  /** Tables that have arrived; the others are empty until they do. */
  readonly loaded: ReadonlySet<TableName>
  readonly treatmentById: ReadonlyMap<string, Treatment>
  readonly outcomeById: ReadonlyMap<string, Outcome>
  readonly findingById: ReadonlyMap<string, Finding>
  readonly sourceById: ReadonlyMap<string, Source>
  readonly groupById: ReadonlyMap<string, Group>
  readonly populationById: ReadonlyMap<string, Population>
  readonly definitionById: ReadonlyMap<string, Definition>
  readonly denominatorById: ReadonlyMap<string, Denominator>
  readonly denominatorRoleById: ReadonlyMap<string, DenominatorRole>
  /** Rows whose `treatment` is the id, in file order. */
  readonly findingsByTreatment: ReadonlyMap<string, readonly Finding[]>
  readonly headlinesByTreatment: ReadonlyMap<string, readonly Headline[]>
  readonly recommendationsByTreatment: ReadonlyMap<string, readonly Recommendation[]>
  readonly cautionsByTreatment: ReadonlyMap<string, readonly Caution[]>
  readonly findingsBySource: ReadonlyMap<string, readonly Finding[]>
  /** `facet` and `id` joined by a space. Use `termOf`. */
  readonly termByFacetAndId: ReadonlyMap<string, Term>
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

function groupBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const grouped = new Map<string, Row[]>()
  for (const row of rows) {
    const members = grouped.get(keyOf(row))
    if (members) members.push(row)
    else grouped.set(keyOf(row), [row])
  }
  return grouped
}

/**
 * Indexes checked tables. Tables that are missing count as not loaded yet and are empty, so that the list can
 * be shown before sources, cautions and glossary have arrived.
 */
export function indexEvidence(tables: Partial<Tables>): Evidence {
  const all = Object.fromEntries(TABLE_NAMES.map((name) => [name, tables[name] ?? []])) as unknown as Tables
  return {
    ...all,
    loaded: new Set(TABLE_NAMES.filter((name) => tables[name] !== undefined)),
    treatmentById: byId(all.treatments),
    outcomeById: byId(all.outcomes),
    findingById: byId(all.findings),
    sourceById: byId(all.sources),
    groupById: byId(all.groups),
    populationById: byId(all.populations),
    definitionById: byId(all.definitions),
    denominatorById: byId(all.denominators),
    denominatorRoleById: byId(all.denominatorRoles),
    findingsByTreatment: groupBy(all.findings, (row) => row.treatment),
    headlinesByTreatment: groupBy(all.headlines, (row) => row.treatment),
    recommendationsByTreatment: groupBy(all.recommendations, (row) => row.treatment),
    cautionsByTreatment: groupBy(all.cautions, (row) => row.treatment),
    findingsBySource: groupBy(all.findings, (row) => row.source),
    termByFacetAndId: new Map(all.terms.map((term) => [`${term.facet} ${term.id}`, term])),
  }
}

/** The term of a facet, such as (`line`, `first`); undefined when the data have no label for it. */
export function termOf(evidence: Evidence, facet: string, id: string): Term | undefined {
  return evidence.termByFacetAndId.get(`${facet} ${id}`)
}

/** The label of a term; its id where the data have no label, never a blank. */
export function termLabel(evidence: Evidence, facet: string, id: string): string {
  return termOf(evidence, facet, id)?.label ?? id
}

/** Treatments a reader can pick, in file order. */
export function selectableTreatments(evidence: Evidence): readonly Treatment[] {
  return evidence.treatments.filter((treatment) => treatment.selectable === 'yes')
}

/** A treatment of a family that the data call a procedure. */
export function isProcedure(evidence: Evidence, treatment: Treatment): boolean {
  return treatment.family !== undefined && termOf(evidence, 'family', treatment.family)?.role === 'procedure'
}
