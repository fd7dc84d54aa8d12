import { directionsDiffer, rowsOfLevel, verdictOfTreatments } from '@/domain/comparability'
import type { Finding } from '@/domain/tables/findings'
import { evidenceWith, outcomeOf, realEvidence, treatmentOf } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'
import { describe, expect, it } from 'vitest'

function differs(findings: readonly Finding[], outcome: string): boolean {
  const evidence = evidenceWith(() => ({ findings }))
  const verdict = verdictOfTreatments(treatmentOf('mvd'), treatmentOf('srs'), outcomeOf(outcome), evidence)
  return directionsDiffer(verdict, evidence)
}

const contrast = (given: Partial<Finding>) =>
  makeFinding({ comparator: 'srs', armDesign: 'randomised', measure: 'risk-ratio', ...given })

describe('directionsDiffer', () => {
  it('is true where two contrasts favour different treatments, in whichever direction they are written', () => {
    const favoursMvd = contrast({ value: 1.5 })
    const favoursSrs = contrast({ value: 0.8 })
    const turnedRound = contrast({ treatment: 'srs', comparator: 'mvd', value: 1.2 })
    expect(differs([favoursMvd, favoursSrs], 'pain-free-no-meds')).toBe(true)
    expect(differs([favoursMvd, turnedRound], 'pain-free-no-meds')).toBe(true)
    expect(differs([favoursSrs, turnedRound], 'pain-free-no-meds')).toBe(false)
  })

  it('heeds what is better: numbers needed to harm, flags, and shares with both counts', () => {
    const outcome = 'recurrence'
    const fewerRelapses = contrast({ outcome, value: 0.5 })
    const harmful = contrast({ outcome, measure: 'nnh', value: 8 })
    const flagged = contrast({ outcome, value: 0.5, flags: ['higher-is-better'] })
    const counts = {
      outcome,
      measure: 'proportion',
      armEvents: 9,
      comparatorN: 100,
      comparatorEvents: 1,
    } as const
    expect(differs([fewerRelapses, harmful], outcome)).toBe(true)
    expect(differs([fewerRelapses, flagged], outcome)).toBe(true)
    expect(differs([fewerRelapses, contrast({ ...counts, value: undefined })], outcome)).toBe(true)
    expect(differs([harmful, contrast({ ...counts, value: undefined })], outcome)).toBe(false)
  })

  it('takes a number needed to harm against its treatment, whatever the outcome is called', () => {
    const harm = contrast({ measure: 'nnh', value: 8 })
    expect(differs([harm, contrast({ value: 1.5 })], 'pain-free-no-meds')).toBe(true)
    expect(differs([harm, contrast({ value: 0.5 })], 'pain-free-no-meds')).toBe(false)
  })

  it('reads no direction out of one printed side', () => {
    const outcome = 'pain-intensity'
    const side = { outcome, measure: 'mean', armDesign: 'randomised', definition: 'vas-0-10' } as const
    const rows = [
      makeFinding({ ...side, comparator: 'srs', value: 3 }),
      makeFinding({ ...side, treatment: 'srs', comparator: 'mvd', value: 2 }),
    ]
    expect(differs(rows, outcome)).toBe(false)
  })

  it('compares arms side by side, and takes an equal number as no direction', () => {
    const arms = [makeFinding({ value: 50 }), makeFinding({ treatment: 'srs', value: 50 })]
    expect(differs(arms, 'pain-free-no-meds')).toBe(false)
    const both = [...arms, makeFinding({ value: 60 }), makeFinding({ treatment: 'srs', value: 55 })]
    expect(differs(both, 'pain-free-no-meds')).toBe(true)
  })

  it('is false for a link, for one printed side and for what is not comparable', () => {
    const evidence = realEvidence()
    const ask = (one: string, other: string, outcome: string) =>
      directionsDiffer(
        verdictOfTreatments(treatmentOf(one), treatmentOf(other), outcomeOf(outcome), evidence),
        evidence,
      )
    expect(ask('tramadol', 'botulinum-toxin-a', 'pain-relief-50')).toBe(false)
    expect(ask('carbamazepine', 'pimozide', 'pain-intensity')).toBe(false)
    expect(ask('mvd', 'cbt', 'pain-free')).toBe(false)
    expect(ask('opioids-any', 'morphine', 'pain-free')).toBe(false)
  })
})

describe('rowsOfLevel', () => {
  it('starts with the rows of the verdict and holds the others of the same level', () => {
    const evidence = realEvidence()
    const verdict = verdictOfTreatments(
      treatmentOf('carbamazepine'),
      treatmentOf('lamotrigine'),
      outcomeOf('pain-free'),
      evidence,
    )
    const ids = rowsOfLevel(verdict, evidence).map((rows) => rows.map((row) => row.id).join(' '))
    expect(ids).toEqual(['goel-ltg-cbz-f1', 'shaikh-2011-ltg-f2'])
  })
})
