import { absoluteEffectOf, eventIsGood } from '@/domain/finding/absoluteEffect'
import { describeAbsoluteEffect, formatNumberNeeded } from '@/domain/finding/absoluteText'
import { indexEvidence } from '@/domain/evidence'
import { numberNeededToTreat } from '@/domain/numberNeeded'
import type { Finding } from '@/domain/tables/findings'
import { describe, expect, it } from 'vitest'
import { findingOf, readTables, realEvidence } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'

const evidence = realEvidence()
const parallel = 'wu-2012-botulinum'
const twoArms = (given: Partial<Finding> = {}) =>
  makeFinding({
    source: parallel,
    comparator: 'placebo',
    armDesign: 'randomised',
    value: undefined,
    armEvents: 15,
    armN: 22,
    comparatorEvents: 3,
    comparatorN: 20,
    ...given,
  })
const textOf = (finding: Finding) => {
  const effect = absoluteEffectOf(finding, evidence)
  if (effect?.kind !== 'absolute') throw new Error('no absolute effect')
  return describeAbsoluteEffect(effect, finding)
}

describe('absoluteEffectOf', () => {
  it('works out the difference and the number needed of a randomised trial with separate arms', () => {
    expect(textOf(findingOf('wu-2012-botulinum-f1'))).toMatchObject({
      shares: '68 of 100 against 15 of 100',
      difference: '53 more of 100',
      interval: '24 to 71 more of 100',
      numberNeeded: 'NNTB 2 (2 to 5)',
    })
  })

  it('works it out for a ratio whose source prints both arms', () => {
    const text = textOf(findingOf('vilming-1986-tizanidine-f1'))
    expect(text.difference).toBe('47 fewer of 100')
    expect(text.interval).toBe('from 75 fewer to 9 more of 100')
    expect(text.numberNeeded).toMatch(/^NNTH \d+ \(NNTB \d+ to infinity to NNTH \d+\)$/)
  })

  it('gives no interval and no number needed where both arms are the same people', () => {
    const text = textOf(findingOf('kanai-2006-lidocaine-nasal-f1'))
    expect(text).toMatchObject({ difference: '88 more of 100', interval: '', numberNeeded: undefined })
    expect(text.method).toContain('crossover')
  })

  it('gives no number needed without random groups, and says that they may differ', () => {
    const text = textOf(twoArms({ armDesign: 'non-randomised' }))
    expect(text.numberNeeded).toBeUndefined()
    expect(text.method).toContain('Not randomised: the groups may differ.')
  })

  it.each(['duehmke-2017-tramadol-f1', 'wiffen-2014-carbamazepine-f2', 'moore-2005-opioid-harms-f1'])(
    'refuses counts that were added up over studies (%s)',
    (id) => {
      expect(absoluteEffectOf(findingOf(id), evidence)).toEqual({ kind: 'refused', reason: 'added-up' })
    },
  )

  it('refuses rows that are no result of a treatment, or do not count people', () => {
    for (const given of [
      { flags: ['predictor'] },
      { headlineOk: 'no' },
      { denominator: 'infusions' },
      { estimateKind: 'model' },
      { armDesign: 'single-arm' },
      { armEvents: 23 },
    ] as const)
      expect(absoluteEffectOf(twoArms(given), evidence)).toEqual({ kind: 'refused', reason: 'unsuitable' })
  })

  it('answers nothing where an arm is not in the data, or before the sources can say it is no crossover', () => {
    expect(absoluteEffectOf(twoArms({ comparatorEvents: undefined }), evidence)).toBeUndefined()
    expect(absoluteEffectOf(twoArms({ comparator: undefined }), evidence)).toBeUndefined()
    const { outcomes, denominatorRoles } = readTables()
    expect(absoluteEffectOf(twoArms(), indexEvidence({ outcomes, denominatorRoles }))).toBeUndefined()
  })

  it('never throws on a row of the data', () => {
    for (const finding of evidence.findings) {
      const effect = absoluteEffectOf(finding, evidence)
      if (effect?.kind === 'absolute')
        expect(JSON.stringify(describeAbsoluteEffect(effect, finding)), finding.id).not.toMatch(
          /NaN|undefined|null/,
        )
    }
  })
})

describe('eventIsGood', () => {
  it('follows the outcome, unless a flag of the row overrules it', () => {
    expect(eventIsGood(makeFinding({ outcome: 'pain-free' }), evidence)).toBe(true)
    expect(eventIsGood(makeFinding({ outcome: 'any-adverse' }), evidence)).toBe(false)
    expect(eventIsGood(findingOf('andersen-2022-erenumab-f1'), evidence)).toBe(true)
    expect(eventIsGood(makeFinding({ flags: ['lower-is-better'] }), evidence)).toBe(false)
  })

  it('takes no side where the data take none', () => {
    const neutral = evidence.outcomes.find((row) => row.direction === 'neutral')
    expect(neutral && eventIsGood(makeFinding({ outcome: neutral.id }), evidence)).toBeUndefined()
  })

  it('makes more of a bad event a number needed to harm', () => {
    const text = textOf(twoArms({ outcome: 'any-adverse' }))
    expect(text.difference).toBe('53 more of 100')
    expect(text.numberNeeded).toMatch(/^NNTH/)
  })
})

describe('formatNumberNeeded', () => {
  it('writes an interval that runs through infinity as Altman does (BMJ 1998: 10 %, -5 % to 25 %)', () => {
    expect(formatNumberNeeded(numberNeededToTreat({ value: 0.1, lower: -0.05, upper: 0.25 }))).toBe(
      'NNTB 10 (NNTB 4 to infinity to NNTH 20)',
    )
  })

  it('rounds to whole people, so that neither benefit nor harm looks better', () => {
    expect(formatNumberNeeded(numberNeededToTreat({ value: 0.22, lower: 0.11, upper: 0.32 }))).toBe(
      'NNTB 5 (4 to 10)',
    )
    expect(formatNumberNeeded(numberNeededToTreat({ value: -0.22, lower: -0.32, upper: -0.11 }))).toBe(
      'NNTH 4 (3 to 9)',
    )
  })

  it('has no number where there is no difference', () => {
    expect(formatNumberNeeded(numberNeededToTreat({ value: 0, lower: 0, upper: 0 }))).toBe('infinity')
  })
})
