import { appraise, rankProblem, type Appraisal } from '@/domain/preferences/appraisal'
import { burdenAnswer } from '@/domain/preferences/burdenAnswer'
import { comparableGroup } from '@/domain/preferences/comparableGroup'
import { criterionChoices, criterionOf } from '@/domain/preferences/criteria'
import { nearest } from '@/domain/preferences/nearest'
import { NO_PREFERENCES, type Preferences } from '@/domain/preferences/preferences'
import { rankChances } from '@/domain/preferences/rankChances'
import type { Evidence } from '@/domain/evidence'
import { headerOf } from '@/domain/columns'
import { describe, expect, it } from 'vitest'
import { evidenceWith, realEvidence, treatmentOf } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'

function said(weights: Readonly<Record<string, number>>, by: Preferences['by'] = 'weights'): Preferences {
  const criteria = Object.keys(weights)
  return { ...NO_PREFERENCES, criteria, by, weights: new Map(Object.entries(weights)), order: criteria }
}

function appraised(
  options: readonly string[],
  weights: Readonly<Record<string, number>>,
  evidence: Evidence = realEvidence(),
): Appraisal {
  const found = appraise({ options, preferences: said(weights), evidence, lead: [] })
  if (!found) throw new RangeError('nothing to appraise')
  return found
}

/** Only these rows on the outcome, and no headline. */
const only = (...rows: readonly Parameters<typeof makeFinding>[0][]) =>
  evidenceWith(() => ({ findings: rows.map((row) => makeFinding(row)), headlines: [], durabilityCurves: [] }))

const part = ({ options }: Appraisal, option: number, criterion = 0) => {
  const found = options[option]?.parts[criterion]
  if (!found) throw new RangeError('no such part')
  return found
}

describe('how far an option meets what was weighed', () => {
  /** Triantaphyllou E. Multi-Criteria Decision Making Methods. Kluwer 2000, section 2.2.1: 21.50, 22.00 and 22.00. */
  it('is the weighted sum of a printed example', () => {
    const values = [
      [25, 20, 15, 30],
      [10, 30, 20, 30],
      [30, 10, 30, 10],
    ]
    const { means } = rankChances({
      options: values.map((row) =>
        row.map((value) => ({ kind: 'known', low: value / 100, middle: value / 100, high: value / 100 })),
      ),
      weights: 'given',
      shares: [0.2, 0.15, 0.4, 0.25],
      draws: 1,
      seed: 1,
    })
    expect(means.map((mean) => (100 * mean).toFixed(2))).toEqual(['21.50', '22.00', '22.00'])
  })

  it('runs over the interval of a share, turned where less is better', () => {
    const row = { value: 60, ciLow: 50, ciHigh: 72, armEvents: undefined, cohort: undefined }
    const evidence = only(
      { ...row, treatment: 'mvd', outcome: 'pain-free-no-meds' },
      { ...row, treatment: 'mvd', outcome: 'facial-numbness', definition: 'any-grade' },
    )
    const found = appraised(['mvd', 'srs'], { 'pain-free-no-meds': 50, 'facial-numbness': 50 }, evidence)
    expect(part(found, 0, 0)).toMatchObject({ gap: undefined, range: 'reported', low: 0.25, high: 0.36 })
    expect(part(found, 0, 1).low).toBeCloseTo(0.14, 12)
    expect(part(found, 0, 1).high).toBeCloseTo(0.25, 12)
    expect(found.options[0]?.low).toBeCloseTo(0.39, 12)
    expect(found.options[0]?.high).toBeCloseTo(0.61, 12)
  })

  it('widens an empty cell to its whole range: it neither drops out nor counts as zero', () => {
    const evidence = only({ treatment: 'mvd', value: 60, ciLow: 50, ciHigh: 70 })
    const found = appraised(['mvd', 'srs'], { 'pain-free-no-meds': 40, 'open-surgery': 60 }, evidence)
    expect(part(found, 1, 1)).toMatchObject({ gap: 'nothing-found', low: 0, high: 0.4 })
    expect(found.options[1]).toMatchObject({ low: 0.6, high: 1 })
  })

  it.each([
    ['no share', { measure: 'mean', value: 3, unit: 'points' } as const, 'no-share'],
    ['no range and no number of people', { armN: undefined } as const, 'no-range'],
    ['a range that cannot be right', { flags: ['hide-interval'], armN: undefined }, 'no-range'],
  ])('counts as not known where there is %s', (_, row, gap) => {
    const found = appraised(['mvd', 'srs'], { 'pain-free-no-meds': 1 }, only({ treatment: 'mvd', ...row }))
    expect(part(found, 0)).toMatchObject({ gap, low: 0, high: 1 })
  })

  it('takes a rough range from the number of people where a share has none', () => {
    const row = { treatment: 'mvd', value: 60, armN: 100, estimateKind: 'actuarial' } as const
    const found = appraised(['mvd', 'srs'], { 'pain-free-no-meds': 1 }, only(row))
    expect(part(found, 0)).toMatchObject({ gap: undefined, range: 'patients' })
    expect(part(found, 0).low).toBeCloseTo(0.502, 3)
  })

  it('counts numbers that may not stand side by side as not known, and one alone as it is', () => {
    const evidence = only(
      { treatment: 'mvd', value: 60, ciLow: 50, ciHigh: 70 },
      { treatment: 'srs', value: 30, ciLow: 20, ciHigh: 40, timepoint: 10 },
    )
    const both = appraised(['mvd', 'srs'], { 'pain-free-no-meds': 1 }, evidence)
    expect([part(both, 0).gap, part(both, 1).gap]).toEqual(['not-comparable', 'not-comparable'])
    const one = appraised(['mvd', 'carbamazepine'], { 'pain-free-no-meds': 1 }, evidence)
    expect(part(one, 0)).toMatchObject({ gap: undefined, low: 0.5, high: 0.7 })
  })

  it('does not rank what the data say is never ranked', () => {
    const found = appraised(['carbamazepine', 'oxcarbazepine'], { 'any-adverse': 1 })
    expect(found.options.map(({ parts }) => parts[0]?.gap)).toEqual(['never-ranked', 'never-ranked'])
  })

  it('gives the same whatever the order of the options', () => {
    const weights = { 'pain-relief-any': 90, 'open-surgery': 30 }
    const ids = ['balloon-compression', 'mvd', 'rf-thermocoagulation', 'srs']
    const ranges = (options: readonly string[]) =>
      Object.fromEntries(
        appraised(options, weights).options.map(({ treatment, low, high }) => [treatment, [low, high]]),
      )
    expect(ranges([...ids].reverse())).toEqual(ranges(ids))
  })

  it('is not worked out for one option, or where nothing was weighed', () => {
    const evidence = realEvidence()
    const of = (options: readonly string[], weights: Readonly<Record<string, number>>) =>
      appraise({ options, preferences: said(weights), evidence, lead: [] })
    expect(of(['mvd'], { 'open-surgery': 1 })).toBeUndefined()
    expect(of(['mvd', 'srs'], {})).toBeUndefined()
    expect(of(['mvd', 'srs'], { 'open-surgery': 0 })).toBeUndefined()
  })
})

describe('an order', () => {
  it('is refused with more than half of the weight on gaps, and given with half', () => {
    const evidence = only({ treatment: 'mvd', value: 60, ciLow: 50, ciHigh: 70 })
    const at = (gap: number) =>
      appraised(['mvd', 'srs'], { 'pain-free-no-meds': gap, 'open-surgery': 100 - gap }, evidence).refusal
    expect(at(50)).toBeUndefined()
    expect(at(55)).toMatchObject({ pairs: [{ pair: ['mvd', 'srs'] }], without: [] })
    expect(at(55)?.share).toBeCloseTo(0.55, 12)
  })

  it('names the option without which the others could be put in order', () => {
    const found = appraised(['mvd', 'srs', 'erenumab'], { 'open-surgery': 40, 'cannot-be-undone': 60 })
    expect(found.refusal?.without).toEqual(['erenumab'])
    expect(nearest(found)).toBeUndefined()
  })

  // The two sets of docs/methods.md: with this evidence most sets are refused.
  it('can be given for balloon compression and decompression', () => {
    const found = appraised(['balloon-compression', 'mvd'], {
      'pain-relief-any': 100,
      'troublesome-numbness': 60,
      'open-surgery': 40,
    })
    expect(found.refusal).toBeUndefined()
    expect(found.options.flatMap(({ parts }) => parts.flatMap(({ gap }) => gap ?? []))).toEqual([])
    expect(nearest(found)?.first).toBe('balloon-compression')
    expect(rankChances(rankProblem(found)).ranks[0]?.[0]).toBe(1)
  })

  it('can be given for three operations, and says how close two of them are', () => {
    const found = appraised(['balloon-compression', 'mvd', 'rf-thermocoagulation'], {
      'pain-relief-any': 100,
      'open-surgery': 60,
      'general-anaesthesia': 40,
    })
    expect(found.refusal).toBeUndefined()
    const { ranks } = rankChances(rankProblem(found))
    expect(ranks[1]).toEqual([0, 0, 1])
    expect(ranks[2]?.[0]).toBeGreaterThan(0.5)
    expect(ranks[0]?.[0]).toBeGreaterThan(0.35)
    const near = nearest(found)
    expect(near).toMatchObject({ first: 'rf-thermocoagulation', second: 'balloon-compression' })
    expect(near?.because.map(({ criterion, knownForBoth }) => [criterion.id, knownForBoth])).toEqual([
      ['general-anaesthesia', false],
    ])
  })
})

describe('the change of weight that turns two round', () => {
  const evidence = only(
    { treatment: 'mvd', value: 80, ciLow: 70, ciHigh: 90, source: 's', cohort: 'c', armDesign: 'randomised' },
    { treatment: 'srs', value: 50, ciLow: 40, ciHigh: 60, source: 's', cohort: 'c', armDesign: 'randomised' },
  )
  const weights = { 'pain-free-no-meds': 80, 'open-surgery': 12 }

  it('is a multiple of one weight that makes the two exactly level', () => {
    const found = nearest(appraised(['mvd', 'srs'], weights, evidence))
    expect(found).toMatchObject({ first: 'mvd', second: 'srs', level: false })
    expect(found?.swap).toMatchObject({ kind: 'times', criterion: { id: 'open-surgery' } })
    const factor = found?.swap?.kind === 'times' ? found.swap.factor : 0
    expect(factor).toBeCloseTo(2, 9)
    const changed = { ...weights, 'open-surgery': 12 * factor }
    expect(nearest(appraised(['mvd', 'srs'], changed, evidence))?.level).toBe(true)
  })

  it('is a move in the list where only an order was given', () => {
    const inOrder = (...order: readonly string[]) => {
      const preferences: Preferences = { ...NO_PREFERENCES, criteria: order, order, by: 'order' }
      const found = appraise({ options: ['mvd', 'srs'], preferences, evidence, lead: [] })
      return found && nearest(found)
    }
    const found = inOrder('pain-free-no-meds', 'cannot-be-undone', 'open-surgery')
    expect(found).toMatchObject({
      first: 'mvd',
      swap: { kind: 'place', criterion: { id: 'open-surgery' }, place: 2 },
    })
    expect(inOrder('pain-free-no-meds', 'open-surgery', 'cannot-be-undone')?.first).toBe('srs')
    expect(inOrder('open-surgery', 'cannot-be-undone')?.swap).toBeUndefined()
  })
})

describe('burdens', () => {
  const { burdens, terms } = realEvidence()

  it('are answered from a column, and an unknown word or an empty cell is not known', () => {
    const surgery = burdens.find(({ id }) => id === 'open-surgery')
    const blood = burdens.find(({ id }) => id === 'blood-tests')
    if (!surgery || !blood) throw new RangeError('no such burden')
    expect(burdenAnswer(surgery, treatmentOf('mvd'))).toBe('yes')
    expect(burdenAnswer(surgery, treatmentOf('carbamazepine'))).toBe('no')
    expect(burdenAnswer(surgery, treatmentOf('opioids-any'))).toBeUndefined()
    expect(burdenAnswer(blood, treatmentOf('carbamazepine'))).toBe('yes')
    expect(burdenAnswer(blood, treatmentOf('mvd'))).toBeUndefined()
    expect(burdenAnswer(blood, treatmentOf('topiramate'))).toBeUndefined()
  })

  it('name only words that the coded column can hold, and never one of them as yes and as no', () => {
    for (const { column, match, yesValues, noValues } of burdens) {
      expect(yesValues.filter((value) => noValues.includes(value))).toEqual([])
      if (match === 'words') continue
      const words = terms.filter(({ facet }) => facet === column).map(({ id }) => id)
      expect([...yesValues, ...noValues].filter((value) => !words.includes(value))).toEqual([])
    }
  })

  it('are read from columns that treatments have', () => {
    const headers = Object.keys(treatmentOf('mvd')).map(headerOf)
    expect(burdens.filter(({ column }) => !headers.includes(column))).toEqual([])
  })
})

describe('what can be weighed', () => {
  it('has a direction from the data, and nothing without one', () => {
    expect(criterionOf('facial-numbness', realEvidence())?.moreIsBetter).toBe(false)
    expect(criterionOf('pain-free', realEvidence())?.moreIsBetter).toBe(true)
    expect(criterionOf('treatment-use', realEvidence())).toBeUndefined()
    expect(criterionOf('no-such-thing', realEvidence())).toBeUndefined()
  })

  it('holds no costs, and no outcome twice', () => {
    const ids = criterionChoices(['mvd', 'srs'], realEvidence())
      .flatMap(({ first, more }) => [...first, ...more])
      .map(({ id }) => id)
    expect(ids).not.toContain('cost')
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('troublesome-numbness')
  })
})

describe('the largest group that may stand side by side', () => {
  const bonds = (pairs: Readonly<Record<string, 1 | 2>>) => (a: string, b: string) =>
    pairs[`${a}${b}`] ?? pairs[`${b}${a}`] ?? 0

  it('needs every two of its members to fit, which chains do not', () => {
    expect([...comparableGroup(['a', 'b', 'c'], bonds({ ab: 1, bc: 1 }))]).toHaveLength(2)
    expect([...comparableGroup(['a', 'b', 'c'], bonds({ ab: 1, bc: 1, ac: 1 }))]).toEqual(['a', 'b', 'c'])
  })

  it('prefers pairs of one study among groups of one size', () => {
    expect([...comparableGroup(['a', 'b', 'c', 'd'], bonds({ ab: 1, cd: 2 }))]).toEqual(['c', 'd'])
  })
})
