import { say } from '@/words/interface/charts'
import { lineSample } from './durabilityGlyphs'
import type { LetteredCurve } from './durabilityTwin'
import type { SceneItem } from './scene'
import { textBlock, type TextBlock } from './textBlock'

const SAMPLE = 46

/** How many curves of its treatment stand before it in the panel: gives it its line. */
export function nthOf(lettered: LetteredCurve, all: readonly LetteredCurve[]): number {
  const alike = all.filter(
    (other) =>
      other.curve.column === lettered.curve.column && other.curve.actuarial === lettered.curve.actuarial,
  )
  return alike.indexOf(lettered)
}

function labelOf(
  lettered: LetteredCurve,
  all: readonly LetteredCurve[],
  x: number,
  y: number,
  width: number,
): TextBlock {
  const { curve, letter } = lettered
  const words = textBlock(x + SAMPLE, y, width - SAMPLE, [
    { text: `${letter}  ${curve.column.name}`, strong: true },
    {
      text: say('outOfDefinitionBase', { definition: curve.definition, base: curve.base.toLowerCase() }),
      size: 12,
      above: 1,
    },
    { text: `${curve.row.scope}. ${curve.kinds}. ${curve.study}`, size: 11, colour: 'ink-soft', above: 1 },
    { text: curve.row.plainNote ?? '', size: 11, italic: true, above: 1 },
  ])
  return {
    items: [...lineSample(curve, nthOf(lettered, all), x, y + 8), ...words.items],
    height: words.height,
  }
}

/** What each curve is: treatment, definition, base, cohort, how it was counted, source and plain note. */
export function curveLabels(
  curves: readonly LetteredCurve[],
  x: number,
  y: number,
  width: number,
): TextBlock {
  const items: SceneItem[] = []
  let bottom = y
  for (const lettered of curves) {
    const block = labelOf(lettered, curves, x, bottom, width)
    items.push(...block.items)
    bottom += block.height + 10
  }
  return { items, height: bottom - y }
}
