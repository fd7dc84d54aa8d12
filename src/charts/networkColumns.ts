import type { Cluster, GraphEdge, GraphNode } from './networkModel'

/** The columns of a cluster with controls, from the left. */
export interface Columns {
  readonly hub: GraphNode | undefined
  readonly around: readonly GraphNode[]
  readonly controls: readonly GraphNode[]
  readonly apart: readonly GraphNode[]
}

function isJoined(edge: GraphEdge, one: string, other: string): boolean {
  return edge.edge.treatments.includes(one) && edge.edge.treatments.includes(other)
}

/** The ids a node was compared with. */
export function neighbours(id: string, edges: readonly GraphEdge[]): readonly string[] {
  return edges.flatMap(({ edge }) =>
    edge.treatments.includes(id) ? edge.treatments.filter((end) => end !== id) : [],
  )
}

/** Treatments joined through treatments, not through controls; the largest set first. */
function islandsOf({ nodes, edges }: Cluster): readonly (readonly GraphNode[])[] {
  const treatments = nodes.filter((node) => node.kind === 'treatment')
  const seen = new Set<string>()
  const found: GraphNode[][] = []
  for (const start of treatments) {
    if (seen.has(start.id)) continue
    seen.add(start.id)
    const island = [start]
    for (const member of island)
      for (const next of treatments)
        if (!seen.has(next.id) && edges.some((edge) => isJoined(edge, member.id, next.id))) {
          seen.add(next.id)
          island.push(next)
        }
    found.push(island)
  }
  return found.sort((a, b) => b.length - a.length)
}

/** Partners stand together: a row that hangs on another one follows it. */
function byPartners(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  hub: string,
): readonly GraphNode[] {
  const free = nodes.filter((node) => neighbours(node.id, edges).includes(hub))
  const hanging = nodes.filter((node) => !free.includes(node))
  return free.flatMap((node) => [
    node,
    ...hanging.filter((other) => free.find((host) => neighbours(other.id, edges).includes(host.id)) === node),
  ])
}

/** Sorts the nodes of a cluster into its columns, each in the order from the top. */
export function columnsOf(cluster: Cluster): Columns {
  const { nodes, edges } = cluster
  const [main = [], ...others] = islandsOf(cluster)
  const degree = (node: GraphNode) => neighbours(node.id, edges).length
  const controls = nodes.filter((node) => node.kind === 'control').sort((a, b) => degree(b) - degree(a))
  const [first] = [...main].sort((a, b) => degree(b) - degree(a))
  if (main.length < 3 || !first)
    return { hub: undefined, around: [], controls, apart: [main, ...others].flat() }
  const around = main.filter((node) => node !== first)
  const ordered = byPartners(around, edges, first.id)
  const left = around.filter((node) => !ordered.includes(node))
  return { hub: first, around: [...ordered, ...left], controls, apart: inFanOrder(others, controls, edges) }
}

/** Islands of the last column by the controls they hang on, so that the fans do not cross. */
function inFanOrder(
  islands: readonly (readonly GraphNode[])[],
  controls: readonly GraphNode[],
  edges: readonly GraphEdge[],
): readonly GraphNode[] {
  const rank = (island: readonly GraphNode[]) => {
    const places = controls.flatMap((control, place) =>
      island.some((node) => edges.some((edge) => isJoined(edge, node.id, control.id))) ? [place] : [],
    )
    return places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length)
  }
  return [...islands].sort((a, b) => rank(a) - rank(b)).flat()
}
