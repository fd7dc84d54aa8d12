import type { Evidence } from '@/domain/evidence'
import { columnCluster } from './networkColumns'
import { BADGE, nodeRadius, straight, type PlacedCluster } from './networkGeometry'
import { clusterItems, edgeOutline } from './networkGlyphs'
import type { Cluster, Graph, GraphEdge } from './networkModel'
import { ringCluster } from './networkRing'
import { designsText, DIRECTION_ONLY, nameIn, studiesText } from './networkWords'
import { placedAt, marksAt, type Scene, type SceneItem, type SceneMark } from './scene'
import { legendLines, type LegendEntry } from './patternLegend'
import { textBlock } from './textBlock'

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

const line =
  (kind: GraphEdge['line']) =>
  (x: number, y: number): readonly SceneItem[] => [
    { kind: 'line', x1: x, x2: x + 26, y1: y, y2: y, stroke: edgeOutline(kind, 2, false) },
  ]

const LEGEND: readonly LegendEntry[] = [
  { words: 'randomised', draw: line('solid') },
  { words: 'other studies', draw: line('dashed') },
  { words: DIRECTION_ONLY, draw: line('dotted') },
  {
    words: 'number of studies: opens its numbers',
    draw: (x, y) => [
      {
        kind: 'circle',
        x: x + 13,
        y,
        radius: BADGE,
        fill: { colour: 'paper' },
        stroke: { colour: 'line-strong' },
      },
      { kind: 'text', x: x + 13, y: y + 3.5, text: '3', anchor: 'middle', size: 10 },
    ],
  },
  {
    words: 'treatment with 10 and 10 000 patients',
    draw: (x, y) =>
      [10, 10000].map((patients, index) => ({
        kind: 'circle',
        x: x + 6 + index * 16,
        y,
        radius: nodeRadius(patients),
        fill: { colour: 'ink-soft' },
      })),
  },
  {
    words: 'control (placebo, no treatment, usual care)',
    draw: (x, y) => [
      { kind: 'rect', x: x + 7, y: y - 6, width: 12, height: 12, fill: { colour: 'ink-soft' } },
    ],
  },
  {
    words: 'patients not stated',
    draw: (x, y) => [
      {
        kind: 'circle',
        x: x + 13,
        y,
        radius: 4,
        fill: { colour: 'paper' },
        stroke: { colour: 'ink-soft', width: 1.5 },
      },
    ],
  },
]

/** On a phone: a line for each comparison. */
function listScene(graph: Graph, evidence: Evidence, width: number): Scene {
  const name = nameIn(evidence)
  const items: SceneItem[] = []
  const marks: SceneMark[] = []
  let y = 0
  graph.edges.forEach((edge, row) => {
    const [one, other] = edge.edge.treatments
    const use = edge.edge.usable ? '' : `; ${DIRECTION_ONLY}`
    const block = textBlock(44, y + 8, width - 44, [
      { text: `${name(one)} and ${name(other)}`, strong: edge.chosen },
      {
        text: `${studiesText(edge)}, ${designsText(edge, evidence).toLowerCase()}${use}`,
        size: 12,
        colour: 'ink-soft',
      },
    ])
    items.push(...line(edge.line)(4, y + 16), ...block.items)
    marks.push({ row, x: 0, y, width, height: block.height + 16 })
    y += block.height + 16
    items.push({ kind: 'line', x1: 0, x2: width, y1: y, y2: y, stroke: { colour: 'line' } })
  })
  const legend = legendLines(LEGEND.slice(0, 3), y + 10, width)
  return { width, height: Math.ceil(y + 14 + legend.height), items: [...items, ...legend.items], marks }
}

/**
 * The network as a drawing: what hangs together stands together, the largest first. The same data always give the
 * same drawing. On a phone, a list.
 *
 * @param width in pixels
 */
export function networkLayout(graph: Graph, evidence: Evidence, width: number): Scene {
  if (width < NETWORK_WIDE) return listScene(graph, evidence, width)
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
  const legend = legendLines(LEGEND, y, width)
  return { width, height: Math.ceil(y + legend.height + 4), items: [...items, ...legend.items], marks }
}
