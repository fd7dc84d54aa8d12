import type { Evidence } from '../evidence'
import type { Finding } from '../tables/findings'
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

/** Placebo, no treatment and the like: they join no islands. */
export function isControl(id: string, evidence: Evidence): boolean {
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
