import { MOST_CRITERIA, type Preferences } from './preferences'

/** A criterion and its share of all weight, 0 to 1. */
export interface Weighed {
  readonly id: string
  readonly share: number
}

/** Adds a criterion, not weighed yet; nothing changes where it is there already or the list is full. */
export function pick(preferences: Preferences, id: string): Preferences {
  const { criteria } = preferences
  if (criteria.includes(id) || criteria.length >= MOST_CRITERIA) return preferences
  return { ...preferences, criteria: [...criteria, id] }
}

/** Takes a criterion out, with its weight and its place. */
export function drop(preferences: Preferences, id: string): Preferences {
  return {
    ...takeOut(weigh(preferences, id, undefined), id),
    criteria: preferences.criteria.filter((other) => other !== id),
  }
}

/**
 * Weighs a criterion.
 *
 * @param weight 0 to 100; undefined: not weighed, which is not 0
 * @throws RangeError for any other weight
 */
export function weigh(preferences: Preferences, id: string, weight: number | undefined): Preferences {
  if (weight !== undefined && !(weight >= 0 && weight <= 100))
    throw new RangeError(`impossible weight: ${weight}`)
  const weights = new Map(preferences.weights)
  if (weight === undefined) weights.delete(id)
  else weights.set(id, weight)
  return { ...preferences, weights }
}

/** Puts a criterion at a place of the order, 0 for the most important; beyond the end is the end. */
export function place(preferences: Preferences, id: string, at: number): Preferences {
  const others = preferences.order.filter((other) => other !== id)
  const before = Math.max(0, Math.min(at, others.length))
  return { ...preferences, order: [...others.slice(0, before), id, ...others.slice(before)] }
}

/** Takes a criterion out of the order; it stays in the list. */
export function takeOut(preferences: Preferences, id: string): Preferences {
  return { ...preferences, order: preferences.order.filter((other) => other !== id) }
}

/** Chooses between sliders and order. Neither is filled in from the other: it would say what nobody said. */
export function decideBy(preferences: Preferences, by: Preferences['by']): Preferences {
  return { ...preferences, by }
}

/**
 * Weights that stand for an order alone: the centre of all weights that keep it.
 *
 * @param count of criteria in order
 * @returns shares from 0 to 1 that add up to 1, most important first; none for no criteria
 * @see Barron FH, Barrett BE. Decision quality using ranked attribute weights. Manage Sci 1996;42:1515-1523
 */
export function orderWeights(count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => {
    let sum = 0
    for (let rank = place + 1; rank <= count; rank += 1) sum += 1 / rank
    return sum / count
  })
}

/**
 * What was weighed, heaviest first, as shares of all weight. A criterion that was not weighed or not placed is left
 * out; one that was given 0 is left out too, since it was said not to matter.
 */
export function weighed({ by, criteria, weights, order }: Preferences): readonly Weighed[] {
  if (by === 'order') {
    const shares = orderWeights(order.length)
    return order.map((id, at) => ({ id, share: shares[at] ?? 0 }))
  }
  const given = criteria
    .map((id) => ({ id, weight: weights.get(id) ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const total = given.reduce((sum, { weight }) => sum + weight, 0)
  return given.map(({ id, weight }) => ({ id, share: weight / total }))
}

/** Criteria that were picked and about which nothing was said yet. */
export function unweighed({ by, criteria, weights, order }: Preferences): readonly string[] {
  return criteria.filter((id) => (by === 'order' ? !order.includes(id) : !weights.has(id)))
}
