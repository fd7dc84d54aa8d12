import { firstOutcome } from '@/domain/compare/firstOutcome'
import { outcomesToShow } from '@/domain/compare/outcomeRows'
import { cellOf } from '@/domain/headline'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../../support/evidence'

const evidence = realEvidence()
const first = (...ids: string[]) => firstOutcome(outcomesToShow([], ids, evidence), ids, evidence)?.id
const filled = (outcome: string, ids: readonly string[]) =>
  ids.filter((id) => cellOf(id, outcome, evidence).lead !== undefined).length

describe('the outcome a comparison begins with', () => {
  it('is a benefit for which no other benefit has more numbers', () => {
    for (const ids of [
      ['carbamazepine', 'oxcarbazepine', 'lamotrigine'],
      ['mvd', 'srs', 'balloon-compression'],
      ['ketamine-iv', 'lidocaine-iv', 'opioids-any'],
    ]) {
      const rows = outcomesToShow([], ids, evidence)
      const chosen = first(...ids) ?? ''
      const benefits = rows.filter((row) => row.group === 'benefits').map((row) => row.outcome.id)
      const most = Math.max(...benefits.map((id) => filled(id, ids)))
      if (most > 0) expect([ids, filled(chosen, ids)]).toEqual([ids, most])
      else expect(chosen).toBe(rows[0]?.outcome.id)
    }
  })

  it('keeps the order of the rows among equals', () => {
    const ids = ['mvd', 'srs', 'balloon-compression']
    const most = filled(first(...ids) ?? '', ids)
    const before = outcomesToShow([], ids, evidence).filter((row) => row.group === 'benefits')
    expect(before.find((row) => filled(row.outcome.id, ids) === most)?.outcome.id).toBe(first(...ids))
  })

  it('is none without rows', () => {
    expect(firstOutcome([], ['mvd'], evidence)).toBeUndefined()
  })
})
