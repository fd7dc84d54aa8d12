import type { Estimate } from '../estimate'
import { formatValue, type EstimateText } from '../estimateText'
import { formatNumber } from '../format'
import type { Scale } from './commonScale'

/** The two ends of a scale as text, such as 0 and 100; bounds of a log scale keep two significant digits. */
export function scaleEnds(scale: Scale): readonly [string, string] {
  const decimals = (value: number) => (value !== 0 && Math.abs(value) < 1 ? 3 : 1)
  return [formatNumber(scale.low, decimals(scale.low)), formatNumber(scale.high, decimals(scale.high))]
}

/** Reads a bar out: the number, its interval and the scale it is drawn on. */
export function stripWords(estimate: Estimate, text: EstimateText, scale: Scale, own: boolean): string {
  const [low, high] = scaleEnds(scale)
  const interval =
    estimate.interval.kind === 'shown'
      ? `interval ${formatValue(estimate.interval.lower, estimate)} to ${formatValue(estimate.interval.upper, estimate)}`
      : 'no interval'
  return `${text.whole}, ${interval}; bar on ${own ? 'its own scale' : 'a shared scale'} of ${low} to ${high}`
}
