import { patientsText } from '@/domain/estimateText'
import { say } from '@/words/interface/charts'
import { certaintySquares, SQUARES_WIDTH } from './certaintySquares'
import type { IconArray } from './iconArrays'
import { PEOPLE_A_ROW, peopleItems, peopleStates, PERSON } from './personIcon'
import type { SceneColour, SceneItem } from './scene'
import { textBlock, type Paragraph, type TextBlock } from './textBlock'
import { treatmentColour } from './theme'
import { treatmentSymbol } from './treatmentSymbol'

/** Every picture has the same size, whatever the screen and however many stand in a row. */
export const ARRAY_WIDTH = PERSON.width * PEOPLE_A_ROW
export const ARRAY_HEIGHT = PERSON.height * 10
export const GAP_ACROSS = 20
/** From this width on the words of a picture stand beside it. */
const BESIDE = 380

/** Where a picture and its words stand in their place. */
export interface Card {
  readonly width: number
  readonly beside: boolean
  readonly wordsLeft: number
  readonly wordsWidth: number
}

export function cardOf(width: number): Card {
  const beside = width >= BESIDE
  const wordsLeft = beside ? ARRAY_WIDTH + GAP_ACROSS : 0
  return { width, beside, wordsLeft, wordsWidth: Math.min(width - wordsLeft, 480) }
}

function colourOf({ place }: IconArray): SceneColour {
  return place === undefined ? 'ink-soft' : treatmentColour(place)
}

/** The line behind the last person with the result: where the number lies within its range. */
function numberLine(count: number, y: number): readonly SceneItem[] {
  if (count === 0) return []
  const x = (((count - 1) % PEOPLE_A_ROW) + 1) * PERSON.width
  const top = y + Math.floor((count - 1) / PEOPLE_A_ROW) * PERSON.height
  const stroke = { colour: 'ink', width: 2 } as const
  return [{ kind: 'line', x1: x, x2: x, y1: top, y2: top + PERSON.height - 1, stroke }]
}

/** Mark, name, number and range. */
export function headOf(
  { name, text, estimate, place }: IconArray,
  { wordsLeft, wordsWidth }: Card,
): TextBlock {
  const inset = place === undefined ? 0 : 24
  const look = estimate ? { filled: estimate.controlled, indirect: !estimate.direct } : {}
  const named = textBlock(wordsLeft + inset, 0, wordsWidth - inset, [{ text: name, size: 14, strong: true }])
  const mark = place === undefined ? [] : treatmentSymbol(place, wordsLeft + 10, 9, 11, look)
  const lines: readonly Paragraph[] = text
    ? [
        { text: text.whole, size: 18, strong: true },
        ...(text.number === undefined
          ? []
          : [
              {
                text: text.intervalIsPhrase
                  ? text.interval
                  : say('rangeInterval', { interval: text.interval }),
                above: 1,
              },
            ]),
      ]
    : []
  const shown = textBlock(wordsLeft, named.height + 4, wordsWidth, lines)
  return { items: [...mark, ...named.items, ...shown.items], height: named.height + 4 + shown.height + 6 }
}

function footLines({ text, without, remarks, words }: IconArray, outcome: string): readonly Paragraph[] {
  const details = text
    ? [text.counts, text.time, text.definition, text.denominator, text.design, patientsText(text)]
    : []
  const counted = details.map((part) => part.replace(/\.$/, '')).join('\u00a0· ')
  return [
    ...(words === undefined ? [] : [{ text: words, italic: true, colour: 'ink-faint' } as const]),
    ...(text && without !== undefined
      ? [{ text: `${text.whole}: ${outcome}` }, { text: say('notWithout', { without }), above: 1 }]
      : []),
    { text: counted, size: 12, colour: 'ink-soft', above: 4 },
    ...remarks.map((remark): Paragraph => ({ text: remark, size: 12, italic: true, above: 3 })),
  ]
}

/** Gain and loss in words, what was counted, remarks and certainty. */
function footOf(array: IconArray, outcome: string, y: number, { wordsLeft, wordsWidth }: Card): TextBlock {
  const block = textBlock(wordsLeft, y, wordsWidth, footLines(array, outcome))
  const { text, estimate } = array
  if (!text) return block
  const certainty = estimate?.finding.certainty
  const below = y + block.height + 5
  const indent = wordsLeft + (certainty === undefined ? 0 : SQUARES_WIDTH + 4)
  const graded = textBlock(indent, below, wordsWidth, [
    { text: text.certainty, size: 11, colour: 'ink-faint' },
  ])
  return {
    items: [...block.items, ...certaintySquares(wordsLeft, below + 5, certainty), ...graded.items],
    height: block.height + 5 + graded.height,
  }
}

function figuresOf(array: IconArray, y: number): readonly SceneItem[] {
  const { people, estimate } = array
  if (!people) return []
  const look = { colour: colourOf(array), pale: !(estimate?.controlled ?? true) }
  return [
    ...peopleItems(0, y, peopleStates(people.count, people.range), look),
    ...numberLine(people.count, y),
  ]
}

/** A card from its own corner; heads of a row are equally high, so that the pictures are level. */
export function drawCard(array: IconArray, outcome: string, card: Card, head: number): TextBlock {
  const top = card.beside ? 0 : head
  const room = array.people ? ARRAY_HEIGHT + 8 : 0
  const own = headOf(array, card)
  const foot = footOf(array, outcome, card.beside ? own.height : top + room, card)
  const words = card.beside ? own.height + foot.height : top + room + foot.height
  return {
    items: [...own.items, ...figuresOf(array, top), ...foot.items],
    height: Math.max(words, top + room),
  }
}
