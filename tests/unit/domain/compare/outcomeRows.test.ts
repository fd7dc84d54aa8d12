import { outcomeChoices, outcomesToShow, standardOutcomes } from '@/domain/compare/outcomeRows'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../../support/evidence'

const evidence = realEvidence()
const idsOf = (rows: readonly { readonly outcome: { readonly id: string } }[]) =>
  rows.map((row) => row.outcome.id)

describe('standardOutcomes', () => {
  const rows = standardOutcomes(['carbamazepine', 'oxcarbazepine'], evidence)

  it('holds every core outcome and every outcome that leads a cell of one of the treatments', () => {
    const core = evidence.outcomes.filter((outcome) => outcome.core === 'yes').map((outcome) => outcome.id)
    const led = evidence.headlines
      .filter((row) => ['carbamazepine', 'oxcarbazepine'].includes(row.treatment))
      .map((row) => row.outcome)
    expect(idsOf(rows)).toEqual(expect.arrayContaining([...core, ...led]))
    expect(idsOf(rows)).toContain('hyponatraemia')
    expect(idsOf(rows)).not.toContain('csf-leak')
  })

  it('puts the outcomes that tell how long a benefit lasts into a group of their own, after the benefits', () => {
    const groupOf = (id: string) => rows.find((row) => row.outcome.id === id)?.group
    expect(groupOf('recurrence')).toBe('lasting')
    expect(groupOf('still-pain-free-1y')).toBe('lasting')
    expect(groupOf('pain-free')).toBe('benefits')
    expect(groupOf('facial-numbness')).toBe('harms')
    const groups = rows.map((row) => row.group)
    expect(groups.lastIndexOf('benefits')).toBeLessThan(groups.indexOf('lasting'))
    expect(groups.lastIndexOf('lasting')).toBeLessThan(groups.indexOf('harms'))
  })

  it('shows costs only where one of the treatments has them', () => {
    expect(idsOf(standardOutcomes(['mvd'], evidence))).toContain('cost')
    expect(idsOf(standardOutcomes(['cbt'], evidence))).not.toContain('cost')
  })

  it('leaves out what only describes the patients', () => {
    expect(rows.every((row) => row.outcome.domain !== 'context')).toBe(true)
  })
})

describe('outcomesToShow', () => {
  it('keeps the order that a reader chose inside each group', () => {
    const chosen = ['dizziness', 'pain-intensity', 'facial-numbness', 'pain-free']
    expect(idsOf(outcomesToShow(chosen, ['mvd'], evidence))).toEqual([
      'pain-intensity',
      'pain-free',
      'dizziness',
      'facial-numbness',
    ])
  })

  it('falls back to the standard rows when nothing is chosen', () => {
    expect(outcomesToShow([], ['mvd', 'srs'], evidence)).toEqual(standardOutcomes(['mvd', 'srs'], evidence))
  })
})

describe('outcomeChoices', () => {
  it('offers every outcome of the data and says for how many treatments it has a row', () => {
    const choices = outcomeChoices(['mvd', 'cbt'], evidence)
    expect(choices).toHaveLength(evidence.outcomes.length)
    expect(choices.find((row) => row.outcome.id === 'csf-leak')?.withRows).toBe(1)
    expect(choices.find((row) => row.outcome.id === 'thirst')?.withRows).toBe(0)
  })
})
