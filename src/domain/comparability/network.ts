import type { Evidence } from '../evidence'
import type { Finding } from '../tables/findings'
import type { Treatment } from '../tables/treatments'
import { isUsable } from '../usable'
import { ARM_DESIGNS, type ArmDesign } from '../vocabulary'
import { edgeRows, type EdgeRow } from './edges'
import { isLink } from './pairRules'
import type { TreatmentPair } from './verdict'

export interface NetworkNode {
  readonly id: string
  /** Controls (placebo, no treatment) are of another kind: they join no islands. */
  readonly kind: 'treatment' | 'control'
  /**
   * Patients in the compared groups, at least: for each cohort (or source without one) the largest group, added
   * up, so that nobody counts twice. Undefined where no row prints a number of people.
   */
  readonly patients: number | undefined
}

export interface NetworkEdge {
  /** Two ids, in the order of the alphabet. */
  readonly treatments: TreatmentPair
  /** Each row once: contrasts and rows that name the other as comparator, and the arms of one study. */
  readonly rows: readonly Finding[]
  /** Ids of the sources of those rows. */
  readonly studies: readonly string[]
  /** Designs of those rows, strongest first. */
  readonly designs: readonly ArmDesign[]
  /** False: direction only, no row of the edge may be used as a number. */
  readonly usable: boolean
}

export interface Network {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
}

/** Treatments joined by direct comparisons, through other treatments but not through controls. */
export interface Island {
  readonly treatments: readonly string[]
  /** Controls with which at least one of them was compared. */
  readonly controls: readonly string[]
}

function isControl(id: string, evidence: Evidence): boolean {
  return evidence.treatmentById.get(id)?.kind === 'comparator'
}

function countsPeople(finding: Finding, evidence: Evidence): boolean {
  const role = evidence.denominatorRoleById.get(finding.denominator)
  return role?.countsPeople !== 'no' && !finding.flags.includes('not-per-patient')
}

function patientsOf(treatment: string, rows: readonly Finding[], evidence: Evidence): number | undefined {
  const largest = new Map<string, number>()
  for (const row of rows) {
    const people =
      row.treatment === treatment ? row.armN : row.comparator === treatment ? row.comparatorN : undefined
    if (people === undefined || !countsPeople(row, evidence)) continue
    const group = row.cohort === undefined ? `source ${row.source}` : `cohort ${row.cohort}`
    largest.set(group, Math.max(people, largest.get(group) ?? 0))
  }
  return largest.size === 0 ? undefined : [...largest.values()].reduce((sum, people) => sum + people, 0)
}

function edgeOf(treatments: TreatmentPair, rows: readonly Finding[]): NetworkEdge {
  return {
    treatments,
    rows,
    studies: [...new Set(rows.map((row) => row.source))],
    designs: ARM_DESIGNS.filter((design) => rows.some((row) => row.armDesign === design)),
    usable: rows.some(isUsable),
  }
}

function groupEdges(edgeRowsFound: readonly EdgeRow[]): readonly NetworkEdge[] {
  const grouped = new Map<string, { treatments: TreatmentPair; rows: Set<Finding> }>()
  for (const { treatments, rows } of edgeRowsFound) {
    const key = treatments.join(' ')
    const group = grouped.get(key) ?? { treatments, rows: new Set() }
    for (const row of rows) group.rows.add(row)
    grouped.set(key, group)
  }
  return [...grouped.entries()]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([, { treatments, rows }]) => edgeOf(treatments, [...rows]))
}

function build(evidence: Evidence): Network {
  const edges = groupEdges(
    edgeRows(evidence).filter(({ treatments }) => treatments.every((id) => isLink(id, evidence))),
  )
  const ids = new Set(edges.flatMap((edge) => edge.treatments))
  const nodes = evidence.treatments
    .filter((treatment) => ids.has(treatment.id))
    .map(({ id }) => {
      const rows = new Set(edges.filter((edge) => edge.treatments.includes(id)).flatMap((edge) => edge.rows))
      const kind = isControl(id, evidence) ? ('control' as const) : ('treatment' as const)
      return { id, kind, patients: patientsOf(id, [...rows], evidence) }
    })
  return { nodes, edges }
}

const NETWORKS = new WeakMap<Evidence, Network>()

/**
 * Who was compared with whom: an edge for every row with a comparator and for every study that saw both groups.
 * Outcomes that only describe patients, and costs, join nobody; mixed and other active controls are no nodes.
 */
export function network(evidence: Evidence): Network {
  const known = NETWORKS.get(evidence)
  if (known) return known
  const built = build(evidence)
  NETWORKS.set(evidence, built)
  return built
}

function neighboursOf(evidence: Evidence): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>()
  for (const { treatments } of network(evidence).edges)
    for (const [from, to] of [treatments, [...treatments].reverse()])
      if (from !== undefined && to !== undefined) neighbours.set(from, [...(neighbours.get(from) ?? []), to])
  return neighbours
}

/**
 * Islands of the network, the largest first: every treatment that can be picked or was compared is on exactly one,
 * alone where no study compared it.
 */
export function islands(evidence: Evidence): readonly Island[] {
  const neighbours = neighboursOf(evidence)
  const seen = new Set<string>()
  const found: Island[] = []
  const belongs = (treatment: Treatment) =>
    treatment.kind !== 'comparator' && (treatment.selectable === 'yes' || neighbours.has(treatment.id))
  for (const { id } of evidence.treatments.filter(belongs)) {
    if (seen.has(id)) continue
    seen.add(id)
    const members = [id]
    const controls = new Set<string>()
    for (const member of members)
      for (const next of neighbours.get(member) ?? [])
        if (isControl(next, evidence)) controls.add(next)
        else if (!seen.has(next)) {
          seen.add(next)
          members.push(next)
        }
    found.push({ treatments: members, controls: [...controls] })
  }
  return found.sort((x, y) => y.treatments.length - x.treatments.length)
}

/** How two treatments hang together in the network, whatever the outcome. */
export type Chain =
  | { readonly kind: 'compared' }
  | { readonly kind: 'chain' }
  /** On two islands; both were compared with these controls. */
  | { readonly kind: 'only-through'; readonly controls: readonly string[] }
  | { readonly kind: 'none' }

/** @param one, other treatment ids; the order does not matter */
export function chainBetween(one: string, other: string, evidence: Evidence): Chain {
  const neighbours = neighboursOf(evidence)
  if (neighbours.get(one)?.includes(other)) return { kind: 'compared' }
  if (islands(evidence).some(({ treatments }) => treatments.includes(one) && treatments.includes(other)))
    return { kind: 'chain' }
  const controls = (neighbours.get(one) ?? []).filter(
    (id) => isControl(id, evidence) && neighbours.get(other)?.includes(id),
  )
  return controls.length > 0 ? { kind: 'only-through', controls } : { kind: 'none' }
}
