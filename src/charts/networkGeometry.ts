import type { Point } from './scene'
import type { GraphEdge, GraphNode } from './networkModel'

/** Where the words of a node stand. */
export type LabelSide = 'left' | 'right' | 'above' | 'below'

export interface PlacedNode {
  readonly node: GraphNode
  readonly x: number
  readonly y: number
  readonly label: LabelSide
}

/** A cubic curve; straight where its inner points lie on the line. */
export type Curve = readonly [Point, Point, Point, Point]

export interface PlacedEdge {
  readonly edge: GraphEdge
  readonly curve: Curve
  /** Where the number of studies stands. */
  readonly badge: Point
}

export interface PlacedCluster {
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  readonly width: number
  readonly height: number
}

/** Half the height of a badge, and of its target. */
export const BADGE = 8

/** Larger with the number of patients: on a scale of powers of ten, since they run from five to tens of thousands. */
export function nodeRadius(patients: number | undefined): number {
  return patients === undefined ? 4 : 3 + 2.1 * Math.log10(Math.max(1, patients))
}

export function straight([x1, y1]: Point, [x2, y2]: Point): Curve {
  const at = (t: number): Point => [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t]
  return [at(0), at(1 / 3), at(2 / 3), at(1)]
}

/** @param t 0 for the start, 1 for the end */
export function pointOn([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t
  const mix = (place: 0 | 1) =>
    s ** 3 * a[place] + 3 * s ** 2 * t * b[place] + 3 * s * t ** 2 * c[place] + t ** 3 * d[place]
  return [mix(0), mix(1)]
}

function far(point: Point, others: readonly Point[], distance: number): boolean {
  return others.every(([x, y]) => Math.hypot(point[0] - x, point[1] - y) >= distance)
}

/**
 * Finds places for the numbers of studies, one edge after the other: the first of the wanted places along its curve
 * that is free of other numbers and of nodes.
 *
 * @param wanted places along a curve, 0 to 1, the best first
 */
export function placeBadges(
  curves: readonly { readonly edge: GraphEdge; readonly curve: Curve }[],
  nodes: readonly PlacedNode[],
  wanted: (edge: GraphEdge) => readonly number[],
): readonly PlacedEdge[] {
  const taken: Point[] = []
  const centres = nodes.map(({ x, y }): Point => [x, y])
  return curves.map(({ edge, curve }) => {
    const places = wanted(edge).map((t) => pointOn(curve, t))
    const free = places.find(
      (point) => far(point, taken, 2 * BADGE + 3) && far(point, centres, 2 * BADGE + 2),
    )
    const badge = free ?? places[0] ?? pointOn(curve, 0.5)
    taken.push(badge)
    return { edge, curve, badge }
  })
}
