import { roundUp, type Scale } from '../compare/commonScale'
import type { ForestBlock } from './forestParts'

/** Intervals that reach further than this many times the outermost estimate leave the axis with an arrow. */
const FURTHEST = 4
const FURTHEST_RATIO = 10

function numbersOf(block: ForestBlock) {
  const estimates = block.groups.flatMap((group) => group.rows.map((row) => row.estimate))
  const values = estimates.flatMap(({ value }) => value ?? [])
  const limits = estimates.flatMap(({ interval }) =>
    interval.kind === 'shown' ? [interval.lower, interval.upper] : [],
  )
  return { values, limits }
}

function ratioScale(values: readonly number[], limits: readonly number[]): Scale {
  const away = (numbers: readonly number[]) =>
    Math.max(1, ...numbers.filter((value) => value > 0).map((value) => Math.max(value, 1 / value)))
  const outermost = away(values)
  const reach = roundUp(
    Math.max(2, outermost, Math.min(away(limits), Math.max(FURTHEST_RATIO, outermost * FURTHEST))),
  )
  return { low: 1 / reach, high: reach, kind: 'log', nothing: 1 }
}

/**
 * The axis of a block: 0 to 100 for shares, both sides of no effect alike for differences and, on a log scale, for
 * ratios, from 0 for the rest. It holds every estimate; very wide intervals leave it.
 *
 * @returns undefined where there is no axis: numbers needed to treat, or no number at all
 */
export function forestScale(block: ForestBlock): Scale | undefined {
  const { values, limits } = numbersOf(block)
  if (block.family === 'number-needed' || values.length === 0) return undefined
  if (block.family === 'share') return { low: 0, high: 100, kind: 'linear', nothing: undefined }
  if (block.family === 'ratio') return ratioScale(values, limits)
  const outermost = Math.max(...values.map(Math.abs))
  const wanted = Math.max(outermost, ...limits.map(Math.abs))
  const reach = roundUp(outermost === 0 ? wanted : Math.min(wanted, FURTHEST * outermost))
  if (block.family === 'difference') return { low: -reach, high: reach, kind: 'linear', nothing: 0 }
  const negative = [...values, ...limits].some((value) => value < 0)
  return { low: negative ? -reach : 0, high: reach, kind: 'linear', nothing: undefined }
}
