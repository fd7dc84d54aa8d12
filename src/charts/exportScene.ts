import type { Scene, SceneItem } from './scene'
import { marksAt, placedAt } from './scene'
import { wrapText } from './textFit'

/** The words that must not be parted from a picture when it leaves the app. */
export interface FigureWords {
  readonly title: string
  readonly reading: string
  readonly notes: readonly string[]
  /** Where it comes from: app, version of the data, date. */
  readonly credit: string | undefined
}

const MARGIN = 24
const TITLE_SIZE = 18

function paragraph(
  text: string,
  y: number,
  width: number,
  look: { readonly size?: number; readonly strong?: boolean; readonly soft?: boolean },
): { readonly items: readonly SceneItem[]; readonly bottom: number } {
  const { size = 13, strong = false, soft = false } = look
  const lines = wrapText(text, width, size, strong)
  const step = Math.round(size * 1.4)
  return {
    items: lines.map((line, index) => ({
      kind: 'text',
      x: 0,
      y: y + size + index * step,
      text: line,
      size,
      strong,
      colour: soft ? 'ink-soft' : 'ink',
    })),
    bottom: y + lines.length * step,
  }
}

/** A picture with its title and reading above and its notes and origin below, as it is exported. */
export function exportScene(scene: Scene, words: FigureWords): Scene {
  const { width } = scene
  const title = paragraph(words.title, 0, width, { size: TITLE_SIZE, strong: true })
  const reading = paragraph(words.reading, title.bottom + 4, width, { soft: true })
  const top = reading.bottom + 16
  let y = top + scene.height + 12
  const below = [...words.notes, ...(words.credit === undefined ? [] : [words.credit])].flatMap((note) => {
    const { items, bottom } = paragraph(note, y, width, { size: 12, soft: true })
    y = bottom + 2
    return items
  })
  const items = [...title.items, ...reading.items, placedAt(0, top, scene.items), ...below]
  return {
    width: width + 2 * MARGIN,
    height: y + 2 * MARGIN,
    items: [placedAt(MARGIN, MARGIN, items)],
    marks: marksAt(MARGIN, MARGIN + top, scene.marks),
  }
}
