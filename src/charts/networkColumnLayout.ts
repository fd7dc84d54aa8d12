import { columnsOf, neighbours } from './networkColumns'
import { nodeRadius, placeBadges, type Curve, type PlacedCluster, type PlacedNode } from './networkGeometry'
import type { Cluster, GraphEdge, GraphNode } from './networkModel'
import type { Point } from './scene'
import { textWidth } from './textFit'

const ROW = 26
/** Rows of the second column have their names above them. */
const TALL_ROW = 48
const TOP = 40

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Nodes moved down until each has room, in their order from the top. */
function apartBy(distance: number, wanted: readonly { readonly node: GraphNode; readonly y: number }[]) {
  let lowest = -Infinity
  return [...wanted]
    .sort((a, b) => a.y - b.y)
    .map(({ node, y }) => {
      lowest = Math.max(y, lowest + distance)
      return { node, y: lowest }
    })
}

/**
 * A cluster with controls in columns: the treatment with most comparisons, those compared with it, the controls,
 * and the islands that hang on a control alone.
 *
 * @param width in pixels
 */
export function columnCluster(cluster: Cluster, width: number): PlacedCluster {
  const { hub, around, controls, apart } = columnsOf(cluster)
  const height = TOP + Math.max(around.length * TALL_ROW, apart.length * ROW) + 34
  const middle = (height + 6) / 2
  const rowsFrom = (count: number, row: number) => middle - ((count - 1) * row) / 2
  // The last column leaves room for the longest of its names.
  const names = Math.max(0, ...apart.map((node) => textWidth(node.name, 12, true)))
  const last = Math.min(0.79 * width, width - names - 22)
  const shares = hub ? [0.19, 0.47, 0.76, 1] : [0, 0, 0.3, 1]
  const x = (column: number) => Math.round(last * (shares[column] ?? 0))
  const aroundNodes = around.map((node, index): PlacedNode => ({
    node,
    x: x(1),
    y: rowsFrom(around.length, TALL_ROW) + index * TALL_ROW,
    label: 'above',
  }))
  const apartNodes = apart.map((node, index): PlacedNode => ({
    node,
    x: x(3),
    y: rowsFrom(apart.length, ROW) + index * ROW,
    label: 'right',
  }))
  const yOf = new Map([...aroundNodes, ...apartNodes].map(({ node, y }) => [node.id, y]))
  const wantedControls = controls.map((node) => {
    const around = neighbours(node.id, cluster.edges).flatMap((id) => yOf.get(id) ?? [])
    return { node, y: around.length === 0 ? height - 60 : mean(around) }
  })
  const controlNodes = apartBy(70, wantedControls).map(({ node, y }): PlacedNode => ({
    node,
    x: x(2),
    y,
    label: 'above',
  }))
  const fits =
    hub !== undefined &&
    textWidth(hub.name, 12, hub.place !== undefined) + nodeRadius(hub.patients) + 6 < x(0)
  const hubNodes: readonly PlacedNode[] = hub
    ? [{ node: hub, x: x(0), y: middle, label: fits ? 'left' : 'above' }]
    : []
  const nodes = [...hubNodes, ...aroundNodes, ...controlNodes, ...apartNodes]
  const columnAt = new Map<string, number>([
    ...hubNodes.map(({ node }) => [node.id, 0] as const),
    ...aroundNodes.map(({ node }) => [node.id, 1] as const),
    ...controlNodes.map(({ node }) => [node.id, 2] as const),
    ...apartNodes.map(({ node }) => [node.id, 3] as const),
  ])
  const span = { top: 14, bottom: height - 12 }
  const curves = curvesOf(cluster.edges, nodes, columnAt, span)
  return { nodes, edges: placeBadges(curves, nodes, (edge) => wantedPlaces(edge, columnAt)), width, height }
}

/** Where the number of studies stands: near the end that has its own row. */
function wantedPlaces({ edge }: GraphEdge, columnAt: ReadonlyMap<string, number>): readonly number[] {
  const [one, other] = edge.treatments.map((id) => columnAt.get(id) ?? 0)
  if (one === undefined || other === undefined || one === other) return [0.5, 0.62, 0.38, 0.74, 0.26]
  const [low, high] = [Math.min(one, other), Math.max(one, other)]
  if (high - low > 1) return [0.5, 0.45, 0.55, 0.4, 0.6]
  // Curves run from left to right: the row is at the end of the first and third span, at the start of the second.
  const near = low === 1 ? [0.22, 0.3, 0.16] : [0.78, 0.7, 0.84]
  return near
}

function curvesOf(
  edges: readonly GraphEdge[],
  nodes: readonly PlacedNode[],
  columnAt: ReadonlyMap<string, number>,
  span: { readonly top: number; readonly bottom: number },
) {
  let around = 0
  return edges.flatMap((edge) => {
    const ends = edge.edge.treatments.flatMap((id) => nodes.find(({ node }) => node.id === id) ?? [])
    const [from, to] = [...ends].sort((a, b) => a.x - b.x || a.y - b.y)
    if (!from || !to) return []
    const columns = [from, to].map(({ node }) => columnAt.get(node.id) ?? 0)
    const skipped = (columns[1] ?? 0) - (columns[0] ?? 0) > 1
    // Long ones go around the column between, the first below it, the next above.
    const detour = skipped ? (around++ % 2 === 0 ? span.bottom : span.top) : undefined
    return [{ edge, curve: curveBetween([from.x, from.y], [to.x, to.y], detour) }]
  })
}

function curveBetween([x1, y1]: Point, [x2, y2]: Point, detour: number | undefined): Curve {
  if (x1 === x2)
    return [
      [x1, y1],
      [x1 - 44, y1],
      [x1 - 44, y2],
      [x2, y2],
    ]
  if (detour === undefined) {
    const half = (x1 + x2) / 2
    return [
      [x1, y1],
      [half, y1],
      [half, y2],
      [x2, y2],
    ]
  }
  // The middle of the curve lies three quarters of the way to its inner points.
  const inner = (detour - (y1 + y2) / 8) / 0.75
  return [
    [x1, y1],
    [x1 + 40, inner],
    [x2 - 40, inner],
    [x2, y2],
  ]
}
