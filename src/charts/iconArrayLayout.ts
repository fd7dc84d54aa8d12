import { say } from '@/words/interface/charts'
import type { IconArray, IconPanel } from './iconArrays'
import { ARRAY_WIDTH, cardOf, drawCard, GAP_ACROSS, headOf, type Card } from './iconCard'
import { legendLines, type LegendEntry } from './patternLegend'
import { peopleItems } from './personIcon'
import type { Scene, SceneItem, SceneMark } from './scene'
import { wordsBetween } from './wordsBetween'

const GAP_DOWN = 28

function rowsOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, row) => items.slice(row * size, (row + 1) * size))
}

function legendEntry(words: string, state: 'full' | 'half' | 'empty', pale = false): LegendEntry {
  const states = { full: [], half: [], empty: [], [state]: [0] }
  return { words, draw: (x, y) => peopleItems(x + 6, y - 9, states, { colour: 'ink-soft', pale }) }
}

function legendFor(arrays: readonly IconArray[]): readonly LegendEntry[] {
  const drawn = arrays.filter((array) => array.people)
  if (drawn.length === 0) return []
  const entries = [
    legendEntry(say('withTheResult'), 'full'),
    drawn.some((array) => array.people?.range) ? legendEntry(say('withinTheRangeWithOr'), 'half') : [],
    legendEntry(say('withoutTheResult'), 'empty'),
    drawn.some((array) => !array.estimate?.controlled)
      ? legendEntry(say('paleNoGroupToCompare'), 'full', true)
      : [],
  ]
  return entries.flat()
}

/** One row of cards. */
function drawRow(row: IconPanel['arrays'], outcome: string, card: Card, y: number) {
  const head = Math.max(...row.map(({ array }) => headOf(array, card).height))
  const cards = row.map(({ array, twinRow }, index) => ({
    twinRow,
    x: index * (card.width + GAP_ACROSS),
    ...drawCard(array, outcome, card, head),
  }))
  return {
    items: cards.map(({ x, items }): SceneItem => ({ kind: 'group', x, y, items })),
    marks: cards.map(({ x, twinRow, height }) => ({ row: twinRow, x, y, width: card.width, height })),
    height: Math.max(...cards.map(({ height }) => height)),
  }
}

/**
 * Pictures of 100 people side by side, as many as fit; between panels the words that say why they are apart.
 *
 * @param outcome what the people with the result have
 * @param width in pixels
 */
export function iconArrayLayout(panels: readonly IconPanel[], outcome: string, width: number): Scene {
  const most = Math.max(1, Math.floor((width + GAP_ACROSS) / (ARRAY_WIDTH + GAP_ACROSS)))
  const items: SceneItem[] = []
  const marks: SceneMark[] = []
  let y = 0
  for (const panel of panels) {
    const words = wordsBetween(panel.wordsBefore, y, width)
    items.push(...words.items)
    y += words.height
    const perRow = Math.min(most, Math.max(1, panel.arrays.length))
    const card = cardOf((width - (perRow - 1) * GAP_ACROSS) / perRow)
    for (const row of rowsOf(panel.arrays, perRow)) {
      const drawn = drawRow(row, outcome, card, y)
      items.push(...drawn.items)
      marks.push(...drawn.marks)
      y += drawn.height + GAP_DOWN
    }
  }
  const legend = legendLines(
    legendFor(panels.flatMap((panel) => panel.arrays.map(({ array }) => array))),
    y,
    width,
  )
  return { width, height: Math.ceil(y + legend.height), items: [...items, ...legend.items], marks }
}
