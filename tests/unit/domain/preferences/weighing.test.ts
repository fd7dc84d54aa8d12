import { MOST_CRITERIA, NO_PREFERENCES } from '@/domain/preferences/preferences'
import {
  decideBy,
  drop,
  orderWeights,
  pick,
  place,
  takeOut,
  unweighed,
  weigh,
  weighed,
} from '@/domain/preferences/weighing'
import { describe, expect, it } from 'vitest'

const picked = (...ids: readonly string[]) => ids.reduce(pick, NO_PREFERENCES)

describe('what matters', () => {
  it('starts with nothing, and a pick has no weight and no place', () => {
    const one = picked('numbness')
    expect(weighed(NO_PREFERENCES)).toEqual([])
    expect(weighed(one)).toEqual([])
    expect(weighed(decideBy(one, 'order'))).toEqual([])
    expect(unweighed(one)).toEqual(['numbness'])
  })

  it('holds eight at most and each once', () => {
    const many = picked(...Array.from({ length: 12 }, (_, at) => `c${at}`))
    expect(many.criteria).toHaveLength(MOST_CRITERIA)
    expect(pick(picked('a'), 'a').criteria).toEqual(['a'])
  })

  it('shares the weight among what was weighed alone, heaviest first', () => {
    const said = weigh(weigh(picked('a', 'b', 'c'), 'a', 20), 'b', 60)
    expect(weighed(said)).toEqual([
      { id: 'b', share: 0.75 },
      { id: 'a', share: 0.25 },
    ])
    expect(unweighed(said)).toEqual(['c'])
  })

  it('tells 0 (does not matter) from not weighed', () => {
    const said = weigh(weigh(picked('a', 'b'), 'a', 0), 'b', 10)
    expect(weighed(said)).toEqual([{ id: 'b', share: 1 }])
    expect(unweighed(said)).toEqual([])
    expect(unweighed(weigh(said, 'a', undefined))).toEqual(['a'])
  })

  it.each([-1, 101, Number.NaN])('refuses the weight %d', (weight) => {
    expect(() => weigh(picked('a'), 'a', weight)).toThrow(RangeError)
  })

  it('moves a criterion in the order and forgets all of one that is dropped', () => {
    const order = ['a', 'b', 'c'].reduce((now, id, at) => place(now, id, at), picked('a', 'b', 'c'))
    expect(place(order, 'c', 0).order).toEqual(['c', 'a', 'b'])
    expect(place(order, 'a', 99).order).toEqual(['b', 'c', 'a'])
    expect(takeOut(order, 'b')).toMatchObject({ order: ['a', 'c'], criteria: ['a', 'b', 'c'] })
    const dropped = drop(weigh(order, 'b', 50), 'b')
    expect(dropped.criteria).toEqual(['a', 'c'])
    expect(dropped.order).toEqual(['a', 'c'])
    expect(dropped.weights.has('b')).toBe(false)
  })

  it('fills neither way in from the other', () => {
    expect(decideBy(weigh(picked('a'), 'a', 80), 'order').order).toEqual([])
    expect(decideBy(place(picked('a'), 'a', 0), 'weights').weights.size).toBe(0)
  })
})

describe('the weights of an order', () => {
  // Barron FH, Barrett BE. Manage Sci 1996;42:1515-1523: rank order centroid weights.
  it.each([
    [2, [0.75, 0.25]],
    [3, [0.6111, 0.2778, 0.1111]],
    [4, [0.5208, 0.2708, 0.1458, 0.0625]],
  ] as const)('are those printed for %d criteria', (count, printed) => {
    orderWeights(count).forEach((weight, at) => expect(weight).toBeCloseTo(printed[at] ?? 0, 4))
  })

  it('add up to 1', () => {
    for (const count of [1, 5, 8])
      expect(orderWeights(count).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
  })
})
