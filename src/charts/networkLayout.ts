import type { Evidence } from '@/domain/evidence'
import { columnCluster } from './networkColumnLayout'
import { BADGE, straight, type PlacedCluster } from './networkGeometry'
import { clusterItems } from './networkGlyphs'
import { NETWORK_LEGEND } from './networkLegend'
import { networkList } from './networkList'
import type { Cluster, Graph } from './networkModel'
import { ringCluster } from './networkRing'
import { legendLines } from './patternLegend'
import { marksAt, placedAt, type Scene, type SceneItem, type SceneMark } from './scene'

/** From this width on the network is drawn; below it its edges are listed. */
export const NETWORK_WIDE = 640
const GAP = 34

function pairCluster(cluster: Cluster, width: number): PlacedCluster {
  const [left, right] = cluster.nodes
  const [edge] = cluster.edges
  if (!left || !right || !edge) return { nodes: [], edges: [], width, height: 0 }
  const [y, from, to] = [20, width * 0.4, width * 0.6]
  return {
    nodes: [
      { node: left, x: from, y, label: 'left' },
      { node: right, x: to, y, label: 'right' },
    ],
    edges: [{ edge, curve: straight([from, y], [to, y]), badge: [width / 2, y] }],
    width,
    height: 40,
  }
}

/** A cluster in the drawing that suits it: a pair, columns around its controls, or a ring. */
export function placeCluster(cluster: Cluster, width: number): PlacedCluster {
  if (cluster.nodes.length === 2) return pairCluster(cluster, width)
  return cluster.nodes.some((node) => node.kind === 'control')
    ? columnCluster(cluster, width)
    : ringCluster(cluster, width)
}

function badgeMarks(placed: PlacedCluster, rows: ReadonlyMap<string, number>): readonly SceneMark[] {
  return placed.edges.map(({ edge, badge: [x, y] }) => ({
    row: rows.get(edge.key) ?? 0,
    x: x - BADGE - 4,
    y: y - BADGE - 4,
    width: 2 * BADGE + 8,
    height: 2 * BADGE + 8,
  }))
}

/**
 * The network as a drawing: what hangs together stands together, the largest first. The same data always give the
 * same drawing. On a phone, a list.
 *
 * @param width in pixels
 */
export function networkLayout(graph: Graph, evidence: Evidence, width: number): Scene {
  if (width < NETWORK_WIDE) return networkList(graph, evidence, width)
  const rows = new Map(graph.edges.map((edge, row) => [edge.key, row]))
  const items: SceneItem[] = []
  const marks: SceneMark[] = []
  let y = 0
  for (const cluster of graph.clusters) {
    const placed = placeCluster(cluster, width)
    items.push(placedAt(0, y, clusterItems(placed)))
    marks.push(...marksAt(0, y, badgeMarks(placed, rows)))
    y += placed.height + (cluster.nodes.length === 2 ? 4 : GAP)
  }
  const legend = legendLines(NETWORK_LEGEND, y, width)
  return { width, height: Math.ceil(y + legend.height + 4), items: [...items, ...legend.items], marks }
}
