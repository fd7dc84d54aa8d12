/**
 * A drawing as plain values in pixels, made by pure layout functions. The same scene is drawn as inline SVG
 * (SceneSvg.vue), on a canvas (drawScene.ts) and written as a file (sceneToSvg.ts), so none of them can differ.
 */

/** Colours by what they mean: each theme has its own. `treatment-1` is the first column's. */
export type SceneColour =
  | 'ink'
  | 'ink-soft'
  | 'ink-faint'
  | 'line'
  | 'line-strong'
  | 'paper'
  | 'paper-tint'
  | 'accent'
  | `treatment-${number}`

/** What a shape is filled with; `hatched` lines of the colour on paper stand for single-arm results. */
export interface Filling {
  readonly colour: SceneColour
  readonly hatched?: boolean
  /** 0 to 1, for bands; lines are never faint. */
  readonly opacity?: number
}

export interface Outline {
  readonly colour: SceneColour
  readonly width?: number
  /** Lengths of dash and gap, such as "4 3". */
  readonly dash?: string
}

export interface SceneLine {
  readonly kind: 'line'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly stroke: Outline
}

export interface SceneRect {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill?: Filling
  readonly stroke?: Outline
}

export interface SceneCircle {
  readonly kind: 'circle'
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly fill?: Filling
  readonly stroke?: Outline
}

export type Point = readonly [number, number]

/** Closed where `fill` is meant; `open` draws a line through the points. */
export interface ScenePolygon {
  readonly kind: 'polygon'
  readonly points: readonly Point[]
  readonly open?: boolean
  readonly fill?: Filling
  readonly stroke?: Outline
}

/** A shape of any kind; for many like ones drawn at once. */
export interface ScenePath {
  readonly kind: 'path'
  /** Where its own origin lies. */
  readonly x: number
  readonly y: number
  /** Path data of SVG. */
  readonly d: string
  readonly fill?: Filling
  readonly stroke?: Outline
}

export interface SceneText {
  readonly kind: 'text'
  /** The anchor on the base line. */
  readonly x: number
  readonly y: number
  readonly text: string
  readonly anchor?: 'start' | 'middle' | 'end'
  /** In pixels; 13 unless said. */
  readonly size?: number
  readonly strong?: boolean
  readonly italic?: boolean
  /** Degrees clockwise about the anchor. */
  readonly rotate?: number
  readonly colour?: SceneColour
}

/** Parts that belong together, moved as one. */
export interface SceneGroup {
  readonly kind: 'group'
  readonly x: number
  readonly y: number
  readonly items: readonly SceneItem[]
}

export type SceneItem =
  SceneLine | SceneRect | SceneCircle | ScenePolygon | ScenePath | SceneText | SceneGroup

/** A place in the picture that can be reached with the keyboard and opens a finding. */
export interface SceneMark {
  /** The row of the table twin that says the same; the row names the finding. */
  readonly row: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Scene {
  readonly width: number
  readonly height: number
  readonly items: readonly SceneItem[]
  /** In the order in which the arrow keys visit them. */
  readonly marks: readonly SceneMark[]
}

export const TEXT_SIZE = 13

/** A scene moved into another one. */
export function placedAt(x: number, y: number, items: readonly SceneItem[]): SceneGroup {
  return { kind: 'group', x, y, items }
}

/** The marks of a scene moved with it. */
export function marksAt(x: number, y: number, marks: readonly SceneMark[]): readonly SceneMark[] {
  return marks.map((mark) => ({ ...mark, x: mark.x + x, y: mark.y + y }))
}

/** All items of a scene with its groups opened, for tests and searches; places are within the scene. */
export function flatItems(
  items: readonly SceneItem[],
  x = 0,
  y = 0,
): readonly Exclude<SceneItem, SceneGroup>[] {
  return items.flatMap((item): readonly Exclude<SceneItem, SceneGroup>[] => {
    if (item.kind === 'group') return flatItems(item.items, x + item.x, y + item.y)
    if (item.kind === 'line')
      return [{ ...item, x1: item.x1 + x, x2: item.x2 + x, y1: item.y1 + y, y2: item.y2 + y }]
    if (item.kind === 'polygon')
      return [{ ...item, points: item.points.map(([px, py]): Point => [px + x, py + y]) }]
    return [{ ...item, x: item.x + x, y: item.y + y }]
  })
}
