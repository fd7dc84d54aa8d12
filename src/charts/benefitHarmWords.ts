import { patientsText } from '@/domain/estimateText'
import { say } from '@/words/interface/charts'
import type { CrossPicture, CrossPoint, PointSide } from './benefitHarm'
import { lookOf } from './benefitHarmPlot'
import { intervalInSentence } from './cellTwin'
import type { SceneItem, SceneMark } from './scene'
import { textBlock, type TextBlock } from './textBlock'
import { treatmentSymbol } from './treatmentSymbol'

function sideWords(
  label: string,
  { shown, words }: PointSide,
  x: number,
  y: number,
  width: number,
): TextBlock {
  if (!shown)
    return textBlock(x, y, width, [
      { text: label, size: 12, colour: 'ink-soft' },
      { text: words ?? '', italic: true, colour: 'ink-faint' },
    ])
  const { text } = shown
  const interval = text.number === undefined ? '' : ` (${intervalInSentence(text)})`
  const details = [text.counts, text.time, text.definition, text.denominator, text.design, patientsText(text)]
  return textBlock(x, y, width, [
    { text: label, size: 12, colour: 'ink-soft' },
    { text: `${text.whole}${interval}`, strong: true },
    {
      text: details.map((part) => part.replace(/\.$/, '')).join('\u00a0· '),
      size: 12,
      colour: 'ink-soft',
      above: 1,
    },
    { text: words ?? '', size: 12, italic: true, above: 1 },
  ])
}

/** Name, benefit and harm of a point in words; each side is a place that opens its source. */
function pointWords(point: CrossPoint, picture: CrossPicture, x: number, y: number, width: number) {
  const name = textBlock(x + 24, y, width - 24, [{ text: point.name, size: 14, strong: true }])
  const items: SceneItem[] = [
    ...treatmentSymbol(point.place, x + 10, y + 9, 11, lookOf(point)),
    ...name.items,
  ]
  const marks: SceneMark[] = []
  let bottom = y + name.height + 4
  const labels = [
    say('benefitOf', { benefitLabel: picture.benefitLabel }),
    say('harmOf', { harmLabel: picture.harmLabel }),
  ]
  ;[point.benefit, point.harm].forEach((side, index) => {
    const block = sideWords(labels[index] ?? '', side, x + 24, bottom, width - 24)
    items.push(...block.items)
    marks.push({ row: side.twinRow, x: x + 20, y: bottom - 2, width: width - 20, height: block.height + 4 })
    bottom += block.height + 8
  })
  return { items, marks, height: bottom - y + 10 }
}

export function listWords(
  points: readonly CrossPoint[],
  picture: CrossPicture,
  x: number,
  y: number,
  width: number,
) {
  const items: SceneItem[] = []
  const marks: SceneMark[] = []
  let bottom = y
  for (const point of points) {
    const words = pointWords(point, picture, x, bottom, width)
    items.push(...words.items)
    marks.push(...words.marks)
    bottom += words.height
  }
  return { items, marks, height: bottom - y }
}
