import { placeOnScale, type Scale } from '@/domain/compare/commonScale'
import { formatNumber } from '@/domain/format'

export interface AxisTick {
  readonly value: number
  readonly text: string
}

/** A scale with its ticks and what it counts. */
export interface BarAxis extends Scale {
  readonly ticks: readonly AxisTick[]
  readonly caption: string
}

const LOG_TICKS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100] as const
/** More ticks than this on a log scale run into one another on a phone. */
const MOST_LOG_TICKS = 7

function logTicks({ low, high }: Scale): readonly number[] {
  const inside = LOG_TICKS.filter((tick) => tick >= low * 0.999 && tick <= high * 1.001)
  return inside.length <= MOST_LOG_TICKS
    ? inside
    : inside.filter((tick) => Number.isInteger(Math.log10(tick)))
}

/** The ends, what lies at nothing, and even steps between. */
function linearTicks({ low, high }: Scale): readonly number[] {
  const span = high - low
  const steps = low < 0 && high > 0 && -low !== high ? 1 : 4
  if (steps === 1) return [low, 0, high]
  return Array.from({ length: steps + 1 }, (_, index) => low + (span * index) / steps)
}

/**
 * The axis of a set of bars.
 *
 * @param scale in the unit of the values; 0 to 100 for shares
 * @param unit words behind the numbers
 */
export function barAxis(scale: Scale, unit: string): BarAxis {
  const values = scale.kind === 'log' ? logTicks(scale) : linearTicks(scale)
  const span = scale.high - scale.low
  const decimals = scale.kind === 'log' || span < 4 ? 3 : 2
  return {
    ...scale,
    ticks: values.map((value) => ({ value, text: formatNumber(value, decimals) })),
    caption: unit,
  }
}

/** Where a value lies between two places in pixels. */
export function axisPosition(value: number, axis: Scale, left: number, right: number): number {
  return left + placeOnScale(value, axis) * (right - left)
}

/** The value at a place: the way back, for tests and pointers. */
export function axisValue(x: number, axis: Scale, left: number, right: number): number {
  const fraction = (x - left) / (right - left)
  if (axis.kind === 'log') return axis.low * (axis.high / axis.low) ** fraction
  return axis.low + fraction * (axis.high - axis.low)
}

/** Where bars begin: at nothing, or at the low end of a scale without it. */
export function axisBase(axis: Scale): number {
  return axis.nothing ?? Math.max(0, axis.low)
}
