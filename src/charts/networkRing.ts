import { placeBadges, straight, type LabelSide, type PlacedCluster, type PlacedNode } from './networkGeometry'
import type { Cluster, GraphEdge, GraphNode } from './networkModel'
import type { Point } from './scene'

/** A node compared with at least this share of the others stands in the middle. */
const HUB = 0.5
const LABEL_HEIGHT = 26

function degreeOf(id: string, edges: readonly GraphEdge[]): number {
  return edges.filter(({ edge }) => edge.treatments.includes(id)).length
}

/** The node in the middle, where one was compared with most of the others. */
function hubOf({ nodes, edges }: Cluster): GraphNode | undefined {
  const [first] = [...nodes].sort((a, b) => degreeOf(b.id, edges) - degreeOf(a.id, edges))
  return first && degreeOf(first.id, edges) >= HUB * (nodes.length - 1) ? first : undefined
}

/** The sum of the distances on the ring between nodes that were compared. */
function tension(order: readonly GraphNode[], edges: readonly GraphEdge[]): number {
  const place = new Map(order.map((node, index) => [node.id, index]))
  return edges.reduce((sum, { edge }) => {
    const [one, other] = edge.treatments.map((id) => place.get(id))
    if (one === undefined || other === undefined) return sum
    const apart = Math.abs(one - other)
    return sum + Math.min(apart, order.length - apart) ** 2
  }, 0)
}

function swapped(order: readonly GraphNode[], i: number, j: number): readonly GraphNode[] {
  const [one, other] = [order[i], order[j]]
  if (!one || !other) return order
  return order.map((node, index) => (index === i ? other : index === j ? one : node))
}

/** Puts compared nodes near each other: swaps two as long as that shortens the lines. The same data, the same ring. */
function ringOrder(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): readonly GraphNode[] {
  let order = nodes
  let best = tension(order, edges)
  for (let round = 0; round < 30; round += 1) {
    const before = best
    for (let i = 0; i < order.length; i += 1)
      for (let j = i + 1; j < order.length; j += 1) {
        const candidate = swapped(order, i, j)
        const length = tension(candidate, edges)
        if (length < best) [order, best] = [candidate, length]
      }
    if (best === before) break
  }
  return order
}

function sideOf(cosine: number): LabelSide {
  return cosine < 0 ? 'left' : 'right'
}

/**
 * A cluster on a ring, the node with most edges in its middle.
 *
 * @param width in pixels
 */
export function ringCluster(cluster: Cluster, width: number): PlacedCluster {
  const hub = hubOf(cluster)
  const order = ringOrder(
    cluster.nodes.filter((node) => node !== hub),
    cluster.edges,
  )
  const height = Math.max(180, Math.ceil(order.length / 2) * 2 * LABEL_HEIGHT + 40)
  const [middleX, middleY] = [width / 2, height / 2]
  const [radiusX, radiusY] = [Math.min(width / 2 - 190, height * 0.72), height / 2 - 24]
  const ring = order.map((node, index): PlacedNode => {
    // Half a step, so that no two nodes stand above one another at the top.
    const angle = (2 * Math.PI * (index + 0.5)) / order.length - Math.PI / 2
    const [x, y] = [middleX + radiusX * Math.cos(angle), middleY + radiusY * Math.sin(angle)]
    return { node, x, y, label: sideOf(Math.cos(angle)) }
  })
  const nodes: readonly PlacedNode[] = hub
    ? [...ring, { node: hub, x: middleX, y: middleY, label: 'below' }]
    : ring
  const at = new Map(nodes.map(({ node, x, y }): [string, Point] => [node.id, [x, y]]))
  const curves = cluster.edges.flatMap((edge) => {
    const [from, to] = edge.edge.treatments.map((id) => at.get(id))
    return from && to ? [{ edge, curve: straight(from, to) }] : []
  })
  const wanted = ({ edge }: GraphEdge) => {
    const outward = edge.treatments[0] === hub?.id
    if (hub && edge.treatments.includes(hub.id))
      return outward ? [0.62, 0.52, 0.7, 0.44] : [0.38, 0.48, 0.3, 0.56]
    return [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78]
  }
  return { nodes, edges: placeBadges(curves, nodes, wanted), width, height }
}
