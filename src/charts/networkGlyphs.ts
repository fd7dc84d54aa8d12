import { formatNumber } from '@/domain/format'
import { BADGE, nodeRadius, type PlacedCluster, type PlacedEdge, type PlacedNode } from './networkGeometry'
import type { EdgeLine } from './networkModel'
import type { Outline, SceneItem } from './scene'
import { textWidth } from './textFit'
import { treatmentSymbol } from './treatmentSymbol'

const DASHES: Readonly<Record<EdgeLine, string | undefined>> = {
  solid: undefined,
  dashed: '7 4',
  dotted: '1.5 4',
}

/** Thicker with more studies. */
export function edgeWidth(studies: number): number {
  return Math.min(6, 0.6 + 0.9 * studies)
}

export function edgeOutline(line: EdgeLine, studies: number, chosen: boolean): Outline {
  const dash = DASHES[line]
  const width = line === 'dotted' ? 1.75 : edgeWidth(studies)
  return { colour: chosen ? 'ink' : 'line-strong', width, ...(dash === undefined ? {} : { dash }) }
}

function edgeItems({ edge, curve }: PlacedEdge): readonly SceneItem[] {
  const [[x, y], ...more] = curve
  const d = `M0 0C${more.map(([px, py]) => `${round(px - x)} ${round(py - y)}`).join(' ')}`
  return [{ kind: 'path', x, y, d, stroke: edgeOutline(edge.line, edge.edge.studies.length, edge.chosen) }]
}

function badgeItems({ edge, badge: [x, y] }: PlacedEdge): readonly SceneItem[] {
  return [
    {
      kind: 'circle',
      x,
      y,
      radius: BADGE,
      fill: { colour: 'paper' },
      stroke: { colour: edge.chosen ? 'ink' : 'line-strong' },
    },
    {
      kind: 'text',
      x,
      y: y + 3.5,
      text: formatNumber(edge.edge.studies.length, 0),
      anchor: 'middle',
      size: 10,
      colour: 'ink',
    },
  ]
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

const LABEL_SIZE = 12

/** Where the words of a node begin or end, and their base line. */
export function labelPlace({ node, x, y, label }: PlacedNode) {
  const radius = nodeRadius(node.patients)
  if (label === 'left') return { x: x - radius - 5, y: y + 4, anchor: 'end' } as const
  if (label === 'right') return { x: x + radius + 5, y: y + 4, anchor: 'start' } as const
  return { x, y: label === 'above' ? y - radius - 6 : y + radius + 14, anchor: 'middle' } as const
}

/** The box of the words of a node; words of two nodes never meet. */
export function labelBox(placed: PlacedNode) {
  const { x, y, anchor } = labelPlace(placed)
  const width = textWidth(placed.node.name, LABEL_SIZE, placed.node.place !== undefined)
  const left = anchor === 'end' ? x - width : anchor === 'start' ? x : x - width / 2
  return { left, top: y - LABEL_SIZE + 1, width, height: LABEL_SIZE + 3 }
}

function shape({ node, x, y }: PlacedNode): readonly SceneItem[] {
  const radius = nodeRadius(node.patients)
  if (node.place !== undefined) return treatmentSymbol(node.place, x, y, 2 * radius)
  const look =
    node.patients === undefined
      ? ({ fill: { colour: 'paper' }, stroke: { colour: 'ink-soft', width: 1.5 } } as const)
      : ({ fill: { colour: 'ink-soft' } } as const)
  if (node.kind === 'control')
    return [{ kind: 'rect', x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, ...look }]
  return [{ kind: 'circle', x, y, radius, ...look }]
}

function nodeItems(placed: PlacedNode): readonly SceneItem[] {
  const box = labelBox(placed)
  const { x, y, anchor } = labelPlace(placed)
  const chosen = placed.node.place !== undefined
  return [
    // Words stay readable where a line runs behind them.
    {
      kind: 'rect',
      x: box.left - 1,
      y: box.top,
      width: box.width + 2,
      height: box.height,
      fill: { colour: 'paper', opacity: 0.85 },
    },
    ...shape(placed),
    {
      kind: 'text',
      x,
      y,
      text: placed.node.name,
      anchor,
      size: LABEL_SIZE,
      strong: chosen,
      colour: chosen ? 'ink' : 'ink-soft',
    },
  ]
}

/** Lines first, then nodes with their names, then the numbers of studies. */
export function clusterItems(cluster: PlacedCluster): readonly SceneItem[] {
  const faint = cluster.edges.filter(({ edge }) => !edge.chosen)
  const chosen = cluster.edges.filter(({ edge }) => edge.chosen)
  return [
    ...[...faint, ...chosen].flatMap(edgeItems),
    ...cluster.nodes.flatMap(nodeItems),
    ...cluster.edges.flatMap(badgeItems),
  ]
}
