import { patientsText } from '@/domain/estimateText'
import { say } from '@/words/interface/charts'
import type { BarRow } from './intervalBars'
import { certaintySquares, SQUARES_WIDTH } from './certaintySquares'
import { textBlock, type Paragraph, type TextBlock } from './textBlock'
import { treatmentSymbol } from './treatmentSymbol'

/** Room for the mark before the name. */
const MARK = 24
const SMALL = 12

/** What must be known of a number before it is read: how many, when, what, out of whom, how, whose patients. */
export function detailsOf({ shown }: BarRow): readonly string[] {
  if (!shown) return []
  const { text } = shown
  const against =
    text.comparator === undefined ? '' : say('againstComparator', { comparator: text.comparator })
  const patients = patientsText(text)
  return [text.counts, text.time, text.definition, text.denominator, text.design, against, patients]
    .map((part) => part.replace(/\.$/, ''))
    .filter((part) => part !== '')
}

/** Details that all bars of a panel share are said once; those of a single bar stand beside it. */
export function sharedDetails(rows: readonly BarRow[]): readonly string[] {
  const [first = [], ...others] = rows.filter((row) => row.shown).map(detailsOf)
  return others.length === 0 ? [] : first.filter((part) => others.every((parts) => parts.includes(part)))
}

function marked(row: BarRow, x: number, y: number): TextBlock['items'] {
  const { shown } = row
  const look = shown ? { filled: shown.estimate.controlled, indirect: !shown.estimate.direct } : {}
  return treatmentSymbol(row.place, x + 10, y + 9, 11, look)
}

/**
 * Mark, name, details and remarks of a bar.
 *
 * @param shared details that are said once for the panel
 */
export function labelBlock(
  row: BarRow,
  shared: readonly string[],
  x: number,
  y: number,
  width: number,
): TextBlock {
  const own = detailsOf(row).filter((part) => !shared.includes(part))
  const lines: readonly Paragraph[] = [
    { text: row.name, size: 14, strong: true },
    { text: own.join('\u00a0· '), size: SMALL, colour: 'ink-soft', above: 2 },
    ...row.remarks.map((text): Paragraph => ({ text, size: SMALL, italic: true, above: 2 })),
  ]
  const words = textBlock(x + MARK, y, width - MARK, lines)
  return { items: [...marked(row, x, y), ...words.items], height: words.height }
}

/** The number with its range and certainty. */
export function numberBlock({ shown }: BarRow, x: number, y: number, width: number): TextBlock {
  if (!shown) return { items: [], height: 0 }
  const { text, estimate } = shown
  const sign = text.intervalSign === undefined ? '' : ` (${text.intervalSign})`
  const words = textBlock(x, y, width, [
    { text: text.whole, size: 14, strong: true },
    ...(text.number === undefined
      ? []
      : [
          {
            text: `${text.interval}${sign}`,
            size: 13,
            above: 1,
            colour: text.intervalIsPhrase ? 'ink-faint' : 'ink',
          } as const,
        ]),
  ])
  const { certainty } = estimate.finding
  const squares = certaintySquares(x, y + words.height + 7, certainty)
  const indent = certainty === undefined ? 0 : SQUARES_WIDTH + 4
  const graded = textBlock(x + indent, y + words.height + 2, width - indent, [
    { text: text.certainty, size: 11, colour: 'ink-faint' },
  ])
  return {
    items: [...words.items, ...squares, ...graded.items],
    height: words.height + 2 + graded.height,
  }
}
