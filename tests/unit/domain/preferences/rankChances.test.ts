import { orderWeights } from '@/domain/preferences/weighing'
import { randomNumbers } from '@/domain/preferences/randomNumbers'
import { DRAWS, rankChances, SEED, type Meeting, type RankProblem } from '@/domain/preferences/rankChances'
import { describe, expect, it } from 'vitest'

const known = (middle: number): Meeting => ({ kind: 'known', low: middle, middle, high: middle })
const anything: Meeting = { kind: 'anything', low: 0, middle: 0.5, high: 1 }
const yesOrNo: Meeting = { kind: 'yes-or-no', low: 0, middle: 0.5, high: 1 }

function draw(given: Partial<RankProblem> & Pick<RankProblem, 'options'>) {
  return rankChances({ weights: 'given', shares: [1], draws: DRAWS, seed: SEED, ...given })
}

/**
 * Four drugs for depression on six criteria: the model of Tervonen T, van Valkenhoef G, Buskens E, Hillege HL, Postmus D
 * (SOM Research Report 10001, University of Groningen 2010), with the rank acceptabilities that the authors' program
 * JSMAA holds for it (SMAA2SimulationTest, testCorrectResultsWithBRModel), to 0.02.
 */
const DRUGS = {
  efficacy: [
    [0, 0],
    [0.086, 0.056],
    [0.095, 0.044],
    [0.113, 0.048],
  ],
  diarrhoea: [
    [11.7, 2.5],
    [9.2, 1.86],
    [15.4, 2.65],
    [5.5, 2.32],
  ],
  dizziness: [
    [7.2, 1.45],
    [10.6, 1.58],
    [7.5, 1.48],
    [15.7, 4.44],
  ],
  headache: [
    [16.6, 3.27],
    [21.2, 5.15],
    [20.2, 3.78],
    [12.8, 2.45],
  ],
  insomnia: [
    [13.7, 1.89],
    [14.3, 2.93],
    [15, 3.21],
    [11.2, 3.98],
  ],
  nausea: [
    [18.6, 1.79],
    [18.3, 3.7],
    [19.5, 2.6],
    [31, 1.68],
  ],
} as const
const PRINTED = {
  fluoxetine: [0.2, 0.28, 0.3, 0.22],
  paroxetine: [0.25, 0.29, 0.27, 0.19],
  sertraline: [0.17, 0.25, 0.29, 0.3],
  venlafaxine: [0.39, 0.18, 0.15, 0.29],
} as const

/** Linear between the ends of the widest interval, as in the model; efficacy is log-normal and better when high. */
function meetingsOf(name: keyof typeof DRUGS): readonly Meeting[] {
  const isLog = name === 'efficacy'
  const scale = (value: number) => (isLog ? Math.exp(value) : value)
  const ends = DRUGS[name].map(([mean, deviation]) => ({
    low: scale(mean - 1.96 * deviation),
    middle: scale(mean),
    high: scale(mean + 1.96 * deviation),
  }))
  const least = Math.min(...ends.map(({ low }) => low))
  const most = Math.max(...ends.map(({ high }) => high))
  const value = (number: number) => (number - least) / (most - least)
  return ends.map(({ low, middle, high }) =>
    isLog
      ? { kind: 'interval', low: value(low), middle: value(middle), high: value(high) }
      : { kind: 'interval', low: 1 - value(high), middle: 1 - value(middle), high: 1 - value(low) },
  )
}

describe('chances of the ranks', () => {
  it('are those of the benefit-risk model of four antidepressants (Tervonen and others 2010)', () => {
    const columns = (Object.keys(DRUGS) as (keyof typeof DRUGS)[]).map(meetingsOf)
    const options = Object.keys(PRINTED).map((_, at) => columns.flatMap((column) => column[at] ?? []))
    const { ranks } = draw({ options, weights: 'free', shares: [] })
    Object.values(PRINTED).forEach((printed, at) =>
      printed.forEach((chance, rank) =>
        expect(Math.abs((ranks[at]?.[rank] ?? 0) - chance)).toBeLessThan(0.02),
      ),
    )
  })

  it('find the two thirds that two criteria under any weights give by hand', () => {
    // 0.6 w + 0.2 (1 - w) beats 0.4 where w is above 1/2; 0.8 w + 0.2 (1 - w) beats it where w is above 1/3.
    const of = (first: number) =>
      draw({
        options: [
          [known(first), known(0.2)],
          [known(0.4), known(0.4)],
        ],
        weights: 'free',
        shares: [],
      })
    expect(of(0.6).ranks[0]?.[0]).toBeCloseTo(1 / 2, 1)
    expect(Math.abs((of(0.8).ranks[0]?.[0] ?? 0) - 2 / 3)).toBeLessThan(0.015)
  })

  it('keep the order of the weights: its share of draws is known by hand', () => {
    // w1 is even between 1/2 and 1, so 0.8 w1 beats 0.6 where w1 is above 3/4: half of the draws.
    const { ranks } = draw({
      options: [
        [known(0.8), known(0)],
        [known(0.6), known(0.6)],
      ],
      weights: 'order',
    })
    expect(Math.abs((ranks[0]?.[0] ?? 0) - 0.5)).toBeLessThan(0.015)
  })

  it('draw weights of an order whose centre is that of the order', () => {
    const options = [0, 1, 2, 3].map((one) => [0, 1, 2, 3].map((at) => known(at === one ? 1 : 0)))
    const { means } = draw({ options, weights: 'order' })
    orderWeights(4).forEach((weight, at) => expect(Math.abs((means[at] ?? 0) - weight)).toBeLessThan(0.01))
  })

  it('draw a gap over its whole range: against a number, its chance is what lies above the number', () => {
    const { ranks, means } = draw({ options: [[known(0.7)], [anything]] })
    expect(Math.abs((ranks[1]?.[0] ?? 0) - 0.3)).toBeLessThan(0.015)
    expect(Math.abs((means[1] ?? 0) - 0.5)).toBeLessThan(0.015)
    const answer = draw({ options: [[known(0.7)], [yesOrNo]] })
    expect(Math.abs((answer.ranks[1]?.[0] ?? 0) - 0.5)).toBeLessThan(0.015)
  })

  it('keep the median and the ends of an interval that is not even on both sides', () => {
    const interval: Meeting = { kind: 'interval', low: 0.3, middle: 0.4, high: 0.7 }
    const above = (value: number) => draw({ options: [[interval], [known(value)]] }).ranks[0]?.[0] ?? 0
    expect(Math.abs(above(0.3) - 0.975)).toBeLessThan(0.006)
    expect(Math.abs(above(0.4) - 0.5)).toBeLessThan(0.015)
    expect(Math.abs(above(0.7) - 0.025)).toBeLessThan(0.006)
  })

  it('share the ranks among options that end level', () => {
    const { ranks, above } = draw({ options: [[known(0.5)], [known(0.5)], [known(0.1)]] })
    expect(ranks).toEqual([
      [0.5, 0.5, 0],
      [0.5, 0.5, 0],
      [0, 0, 1],
    ])
    expect(above[0]?.[1]).toBe(0.5)
    expect(above[0]?.[2]).toBe(1)
  })

  it('are the same each time, and every row and column adds up to 1', () => {
    const options = [
      [anything, known(0.3)],
      [yesOrNo, anything],
      [known(0.4), known(0.6)],
    ]
    const asked = { options, shares: [0.6, 0.4] }
    const { ranks } = draw(asked)
    expect(draw(asked).ranks).toEqual(ranks)
    expect(draw({ ...asked, seed: 1 }).ranks).not.toEqual(ranks)
    for (const at of [0, 1, 2]) {
      expect(ranks[at]?.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
      expect(ranks.reduce((sum, row) => sum + (row[at] ?? 0), 0)).toBeCloseTo(1, 9)
    }
  })

  it.each([
    ['one option', { options: [[anything]] }],
    ['no criterion', { options: [[], []] }],
    ['rows of unequal length', { options: [[anything], []] }],
    ['a missing weight', { options: [[anything], [anything]], shares: [] }],
    ['no draws', { options: [[anything], [anything]], draws: 0 }],
  ])('refuse %s', (_, problem) => {
    expect(() => draw(problem)).toThrow(RangeError)
  })
})

describe('random numbers', () => {
  it('have the mean and the spread of their distribution', () => {
    const random = randomNumbers(7)
    const count = 200_000
    let [sum, squares, even] = [0, 0, 0]
    for (let at = 0; at < count; at += 1) {
      const normal = random.normal()
      sum += normal
      squares += normal * normal
      even += random.uniform()
    }
    expect(Math.abs(sum / count)).toBeLessThan(0.01)
    expect(Math.abs(squares / count - 1)).toBeLessThan(0.02)
    expect(Math.abs(even / count - 0.5)).toBeLessThan(0.005)
  })
})
