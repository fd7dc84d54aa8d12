import { leadWith, leadWithout, otherFindings } from '@/domain/finding/otherFindings'
import { describe, expect, it } from 'vitest'
import { evidenceWith } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'

const open = makeFinding({ cohort: 'c' })
const same = makeFinding({ cohort: 'c' })
const barred = makeFinding({ headlineOk: 'no' })
const indirect = makeFinding({ directness: 'indirect' })
const other = makeFinding()
const elsewhere = makeFinding({ outcome: 'pain-free' })
const evidence = evidenceWith(() => ({ findings: [same, barred, open, indirect, other, elsewhere] }))
const ids = (findings: readonly { readonly id: string }[]) => findings.map(({ id }) => id)

describe('otherFindings', () => {
  it('lists other patients first, then what may stand, then direct rows, and the same patients last', () => {
    const listed = otherFindings(open, evidence).map((row) => row.finding)
    expect(ids(listed)).toEqual(ids([other, indirect, barred, same]))
  })

  it('marks the same patients, and rows that may not lead', () => {
    const marks = otherFindings(open, evidence).map(({ samePatients, mayLead }) => ({
      samePatients,
      mayLead,
    }))
    expect(marks.map((mark) => mark.samePatients)).toEqual([false, false, false, true])
    expect(marks.map((mark) => mark.mayLead)).toEqual([true, true, false, true])
  })

  it('does not take two rows without a cohort for the same patients', () => {
    expect(otherFindings(other, evidence).some((row) => row.samePatients)).toBe(false)
  })
})

describe('leadWith', () => {
  it("replaces the reader's choice of the same cell and leaves the others", () => {
    expect(leadWith([elsewhere.id, same.id], other, evidence)).toEqual([elsewhere.id, other.id])
    expect(leadWith([], other, evidence)).toEqual([other.id])
  })

  it('gives the cell back to the standard choice', () => {
    expect(leadWithout([elsewhere.id, same.id], other, evidence)).toEqual([elsewhere.id])
  })
})
