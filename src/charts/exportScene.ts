import { marksAt, placedAt, type Scene } from './scene'
import { textBlock } from './textBlock'

/** The words that must not be parted from a picture when it leaves the app. */
export interface FigureWords {
  readonly title: string
  readonly reading: string
  readonly notes: readonly string[]
  /** Where it comes from: app, version of the data, date. */
  readonly credit: string | undefined
}

const MARGIN = 24
const GAP = 16

/** A picture with its title and reading above and its notes and origin below, as it is exported. */
export function exportScene(scene: Scene, words: FigureWords): Scene {
  const { width } = scene
  const above = textBlock(0, 0, width, [
    { text: words.title, size: 18, strong: true },
    { text: words.reading, colour: 'ink-soft', above: 4 },
  ])
  const top = above.height + GAP
  const notes = [...words.notes, words.credit ?? '']
  const below = textBlock(
    0,
    top + scene.height + GAP,
    width,
    notes.map((text) => ({ text, size: 12, colour: 'ink-soft', above: 2 }) as const),
  )
  return {
    width: width + 2 * MARGIN,
    height: top + scene.height + GAP + below.height + 2 * MARGIN,
    items: [placedAt(MARGIN, MARGIN, [...above.items, placedAt(0, top, scene.items), ...below.items])],
    marks: marksAt(MARGIN, MARGIN + top, scene.marks),
  }
}
