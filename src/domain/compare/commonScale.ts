import type { Estimate } from '../estimate'

/** The scale that bars of cells are drawn on. */
export interface Scale {
  /** In the unit of the values; percent for shares. */
  readonly low: number
  readonly high: number
  readonly kind: 'linear' | 'log'
  /** Where no difference lies: 0 for differences, 1 for ratios. */
  readonly nothing: number | undefined
}

export interface ScaleSet {
  /** Places of the cells in their row. */
  readonly places: readonly number[]
  readonly scale: Scale
}

/** Only these can be drawn as a bar on a scale; a number needed to treat runs through infinity. */
function canBeDrawn(estimate: Estimate | undefined): estimate is Estimate {
  return estimate !== undefined && estimate.value !== undefined && estimate.family !== 'number-needed'
}

const STEPS = [1, 2, 5, 10] as const

/** The smallest 1, 2 or 5 times a power of ten that is at least `value`; 1 for 0. */
export function roundUp(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = STEPS.find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10
  return step * power
}

function ends(estimate: Estimate): readonly number[] {
  const limits = estimate.interval.kind === 'shown' ? [estimate.interval.lower, estimate.interval.upper] : []
  return [...(estimate.value === undefined ? [] : [estimate.value]), ...limits]
}

/**
 * A scale that holds all of the estimates and starts at zero, so that lengths mean something: 0 to 100 for every
 * share (whatever its neighbours are, 35 of 100 must never look like 70 of 100), 0 to a round number for others,
 * both sides of 0 for differences, both sides of 1 on a log scale for ratios.
 */
export function scaleOf(estimates: readonly Estimate[]): Scale {
  const numbers = estimates.flatMap(ends)
  const family = estimates[0]?.family
  if (family === 'share') return { low: 0, high: 100, kind: 'linear', nothing: undefined }
  if (family === 'ratio') {
    const positive = numbers.filter((value) => value > 0)
    const reach = roundUp(Math.max(2, ...positive.map((value) => Math.max(value, 1 / value))))
    return { low: 1 / reach, high: reach, kind: 'log', nothing: 1 }
  }
  const highest = Math.max(0, ...numbers)
  const lowest = Math.min(0, ...numbers)
  if (family === 'difference') {
    const reach = roundUp(Math.max(highest, -lowest))
    return { low: -reach, high: reach, kind: 'linear', nothing: 0 }
  }
  return {
    low: lowest < 0 ? -roundUp(-lowest) : 0,
    high: roundUp(highest),
    kind: 'linear',
    nothing: undefined,
  }
}

/** Numbers of one kind and unit: their bars have the same ends in a row, so that a glance is never led astray. */
function kindOf({ family, finding }: Estimate): string {
  return family === 'share' ? family : `${finding.measure} ${finding.definition} ${finding.unit ?? ''}`
}

/**
 * Puts the cells of a row into sets that share a scale: in a set, every two may stand side by side. Each cell
 * joins the first set it fits, in the order of the columns; one that fits none has its own scale.
 *
 * @param estimates the leading estimates of a row, one a column; undefined where there is none
 * @param mayShare whether two columns, by their places, may share a scale
 */
export function scaleSets(
  estimates: readonly (Estimate | undefined)[],
  mayShare: (placeA: number, placeB: number) => boolean,
): readonly ScaleSet[] {
  const sets: number[][] = []
  estimates.forEach((estimate, place) => {
    if (!canBeDrawn(estimate)) return
    const fitting = sets.find((set) => set.every((member) => mayShare(member, place)))
    if (fitting) fitting.push(place)
    else sets.push([place])
  })
  const drawn = estimates.filter(canBeDrawn)
  return sets.map((places) => {
    const members = places.flatMap((place) => estimates[place] ?? [])
    const kinds = new Set(members.map(kindOf))
    const alike = drawn.filter((estimate) => kinds.has(kindOf(estimate)))
    return { places, scale: scaleOf(alike) }
  })
}

/**
 * Where a value lies on a scale, 0 for its low end and 1 for its high end. Values beyond the ends stay at them.
 */
export function placeOnScale(value: number, scale: Scale): number {
  const on = (number: number) => (scale.kind === 'log' ? Math.log(number) : number)
  if (scale.kind === 'log' && value <= 0) return 0
  const fraction = (on(value) - on(scale.low)) / (on(scale.high) - on(scale.low))
  return Math.min(1, Math.max(0, fraction))
}
