import { network, type NetworkEdge, type NetworkNode } from '@/domain/comparability'
import type { Evidence } from '@/domain/evidence'
import { isUsable } from '@/domain/usable'

/** How an edge is drawn: chance made the groups; it did not; only a direction is known, no number may be used. */
export type EdgeLine = 'solid' | 'dashed' | 'dotted'

export interface GraphNode extends NetworkNode {
  readonly name: string
  /** Its column in the comparison, which gives it its colour and mark; undefined for all others. */
  readonly place: number | undefined
}

export interface GraphEdge {
  /** Two ids joined: names the edge in addresses and in the table. */
  readonly key: string
  readonly edge: NetworkEdge
  readonly line: EdgeLine
  /** Both its ends are in the comparison. */
  readonly chosen: boolean
}

/** Nodes that hang together through edges of any kind, controls among them. */
export interface Cluster {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

export interface Graph {
  /** The largest first. */
  readonly clusters: readonly Cluster[]
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

export interface GraphQuestion {
  /** The treatments of the comparison, in the order of its columns. */
  readonly chosen: readonly string[]
  /** Families of which at least one end of an edge must be; none: all edges. */
  readonly families: readonly string[]
}

/** The name of an edge in addresses: "medicine-a--placebo". */
export function edgeKey({ treatments }: NetworkEdge): string {
  return treatments.join('--')
}

function lineOf(edge: NetworkEdge): EdgeLine {
  if (!edge.usable) return 'dotted'
  const randomised = edge.rows.some((row) => isUsable(row) && row.armDesign.startsWith('randomised'))
  return randomised ? 'solid' : 'dashed'
}

function clustersOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): readonly Cluster[] {
  const seen = new Set<string>()
  const clusters: Cluster[] = []
  for (const { id } of nodes) {
    if (seen.has(id)) continue
    seen.add(id)
    const members = [id]
    for (const member of members)
      for (const { edge } of edges.filter((candidate) => candidate.edge.treatments.includes(member)))
        for (const next of edge.treatments)
          if (!seen.has(next)) {
            seen.add(next)
            members.push(next)
          }
    clusters.push({
      nodes: nodes.filter((node) => members.includes(node.id)),
      edges: edges.filter(({ edge }) => edge.treatments.every((end) => members.includes(end))),
    })
  }
  return clusters.sort((a, b) => b.nodes.length - a.nodes.length)
}

/** The network of the data, or the part of it that was asked for, cut into what hangs together. */
export function graphOf(evidence: Evidence, { chosen, families }: GraphQuestion): Graph {
  const all = network(evidence)
  const wanted = (id: string) => {
    const family = evidence.treatmentById.get(id)?.family
    return families.length === 0 || (family !== undefined && families.includes(family))
  }
  const edges = all.edges
    .filter((edge) => edge.treatments.some(wanted))
    .map((edge) => ({
      key: edgeKey(edge),
      edge,
      line: lineOf(edge),
      chosen: edge.treatments.every((id) => chosen.includes(id)),
    }))
  const ends = new Set(edges.flatMap(({ edge }) => edge.treatments))
  const nodes = all.nodes
    .filter((node) => ends.has(node.id))
    .map((node): GraphNode => {
      const place = chosen.indexOf(node.id)
      const name = evidence.treatmentById.get(node.id)?.shortName ?? node.id
      return { ...node, name, place: place < 0 ? undefined : place }
    })
  return { nodes, edges, clusters: clustersOf(nodes, edges) }
}
