import { describe, expect, it } from 'vitest'
import { benefitAndHarm, crossSets } from '@/domain/compare/benefitAndHarm'
import { outcomeCell } from '@/domain/compare/outcomeCell'
import { outcomeRow } from '@/domain/compare/outcomeRow'
import { standardOutcomes } from '@/domain/compare/outcomeRows'
import { settleView } from '@/domain/settleView'
import { readView, writeView } from '@/domain/view'
import { outcomeOf, realEvidence } from '../../../support/evidence'

const evidence = realEvidence()
const MEDICINES = ['carbamazepine', 'oxcarbazepine', 'lamotrigine'] as const
const PROCEDURES = ['mvd', 'srs', 'balloon-compression', 'rf-thermocoagulation'] as const

const choose = (outcome: string, harm: string | undefined, treatments: readonly string[] = MEDICINES) => {
  const outcomes = standardOutcomes(treatments, evidence).map((row) => row.outcome)
  const asked = harm === undefined ? undefined : outcomeOf(harm)
  const sides = benefitAndHarm(outcomeOf(outcome), asked, outcomes, treatments, evidence)
  return [sides.benefit?.id, sides.harm?.id]
}

function rowOf(outcome: string, treatments: readonly string[]) {
  const cells = treatments.map((id) => outcomeCell(id, outcomeOf(outcome), evidence, []))
  return outcomeRow(outcomeOf(outcome), cells, evidence)
}

describe('benefitAndHarm', () => {
  it('takes the harm that is asked for', () => {
    expect(choose('pain-free', 'hyponatraemia')).toEqual(['pain-free', 'hyponatraemia'])
  })

  it('takes a harm that all of them have a number for when none is asked for', () => {
    const [, harm = ''] = choose('pain-free', undefined)
    expect(rowOf(harm, MEDICINES).cells.map((cell) => cell.lead !== undefined)).toEqual([true, true, true])
  })

  it('puts an outcome that is a harm on its own side and finds a benefit for the other', () => {
    const [benefit = '', harm] = choose('withdrawal-adverse', undefined)
    expect(harm).toBe('withdrawal-adverse')
    expect(outcomeOf(benefit).domain).toBe('benefit')
  })

  it('does not take a benefit for a harm because an address says so', () => {
    const [, harm = ''] = choose('pain-free', 'pain-free')
    expect(outcomeOf(harm).domain).toBe('harm')
  })
})

describe('crossSets', () => {
  it('sets two treatments side by side only where both their benefits and both their harms may stand so', () => {
    const sets = crossSets(
      rowOf('pain-relief-any', PROCEDURES),
      rowOf('troublesome-numbness', PROCEDURES),
      evidence,
    )
    expect(sets.sets.map((set) => set.places)).toEqual([[0, 2], [1]])
    expect(sets.sets[1]?.benefitWords).toContain('The sources define the outcome differently.')
    expect(sets.sets[1]?.harmWords).toContain('The sources count out of different groups of people.')
    expect(sets.undrawn).toEqual([3])
  })

  it('gives only the reasons of the side that keeps them apart', () => {
    const { sets } = crossSets(
      rowOf('pain-free', MEDICINES),
      rowOf('withdrawal-adverse', MEDICINES),
      evidence,
    )
    expect(sets.map((set) => set.places)).toEqual([[0], [2]])
    expect(sets[1]?.benefitWords).toHaveLength(1)
    expect(sets[1]?.harmWords).toEqual([])
  })
})

describe('the harm in the address', () => {
  it('is read and written', () => {
    const view = readView({ treatments: 'mvd,srs', picture: 'benefit-harm', harm: 'facial-numbness' })
    expect(view.harm).toBe('facial-numbness')
    expect(writeView(view)).toMatchObject({ harm: 'facial-numbness' })
  })

  it('is dropped with a notice where the data do not know it', () => {
    const { view, ignored } = settleView(readView({ harm: 'no-such-harm' }), evidence)
    expect(view.harm).toBeUndefined()
    expect(ignored).toEqual([{ key: 'harm', id: 'no-such-harm', reason: 'unknown' }])
  })
})
