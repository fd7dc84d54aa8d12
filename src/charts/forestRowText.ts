import { patientsText as whoseText } from '@/domain/estimateText'
import type { ForestRow } from '@/domain/forest/forestParts'
import { formatNumber } from '@/domain/format'
import { PHRASES } from '@/domain/phrases'
import { say } from '@/words/interface/charts'
import type { Paragraph } from './textBlock'
import { textWidth } from './textFit'

const SMALL = 11

function inLine(text: string): string {
  return text.replace(/\.$/, '')
}

/** "n 95" in its column; the words where it is not stated. */
export function patientsText({ estimate }: ForestRow): string {
  const { armN } = estimate.finding
  return armN === undefined ? say('notStated') : formatNumber(armN, 0)
}

export function timeColumnText({ text }: ForestRow): string {
  return text.time === PHRASES.timeNotStated ? say('notStated') : text.time
}

/** How, out of whom, against what, whose patients: in small print under the study. */
function details(row: ForestRow): string {
  const { text, estimate } = row
  return [
    estimate.events === undefined ? '' : text.counts,
    text.design,
    text.denominator === 'Not stated'
      ? say('outOfDenominator', { denominator: text.denominator.toLowerCase() })
      : text.denominator,
    text.contrast ??
      (text.comparator === undefined ? '' : say('againstComparator', { comparator: text.comparator })),
    whoseText(text),
    row.cohortLetter === undefined ? '' : say('samePatientsCohortLetter', { cohortLetter: row.cohortLetter }),
  ]
    .map(inLine)
    .filter((part) => part !== '')
    .join(' · ')
}

/** The study and what must be known of its number before it is read. */
export function studyParagraphs(row: ForestRow): readonly Paragraph[] {
  const remarks = [row.text.caveat, row.turned].flatMap((remark) => remark ?? [])
  return [
    { text: row.study, size: 13 },
    { text: details(row), size: SMALL, colour: 'ink-soft', above: 1 },
    ...remarks.map((text): Paragraph => ({ text, size: SMALL, italic: true, above: 1 })),
  ]
}

/** Two lines where one would break inside the interval. */
export function numberAndInterval(number: string, interval: string, width: number): readonly Paragraph[] {
  const whole = `${number} (${interval})`
  return textWidth(whole, 13, true) <= width
    ? [{ text: whole, strong: true }]
    : [{ text: number, strong: true }, { text: `(${interval})` }]
}

/**
 * The number with its interval, or the words that stand for it.
 *
 * @param width of the column in pixels
 */
export function resultParagraphs({ text }: ForestRow, width: number): readonly Paragraph[] {
  if (text.number === undefined) return [{ text: text.whole, size: 12, colour: 'ink-faint', italic: true }]
  if (text.intervalIsPhrase)
    return [
      { text: text.number, strong: true },
      { text: text.interval, size: SMALL, colour: 'ink-faint', above: 1 },
    ]
  const sign: readonly Paragraph[] =
    text.intervalSign === undefined
      ? []
      : [{ text: text.intervalSign, size: SMALL, colour: 'ink-faint', above: 1 }]
  return [...numberAndInterval(text.number, text.interval, width), ...sign]
}
