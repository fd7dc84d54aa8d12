import { lookUpMedicine, takeableMedicines } from '@/domain/patient/medicines'
import { leadingPopulation } from '@/domain/patient/population'
import { causeInWords, factorInWords, setFactors } from '@/domain/patient/setFactors'
import { urgentNotices } from '@/domain/patient/urgent'
import { cellOf } from '@/domain/headline'
import { describe, expect, it } from 'vitest'
import { evidenceWith, realEvidence } from '../../../support/evidence'
import { makePatient } from '../../../support/makePatient'

const evidence = realEvidence()
type Known = Parameters<typeof makePatient>[0]
const setOf = (known: Known) => setFactors(makePatient(known), evidence)
const ids = (known: Known) => setOf(known).map((row) => row.factor.id)

describe('setFactors', () => {
  it('sets nothing for a patient of whom nothing is known', () => {
    expect(ids({})).toEqual([])
  })

  it('sets every factor of an answer', () => {
    expect(ids({ answers: { age: 70 } })).toEqual(['age-65-plus'])
    expect(ids({ answers: { age: 17 } })).toEqual(['age-under-18', 'age-under-55'])
    expect(ids({ answers: { age: 60 } })).toEqual([])
    expect(ids({ answers: { 'pain-division': ['forehead and eye (V1)', 'lower jaw (V3)'] } })).toEqual([
      'ophthalmic-division-pain',
      'third-division-pain',
    ])
    expect(ids({ answers: { 'unable-to-cooperate': 'yes' } })).toEqual([])
    expect(ids({ answers: { 'unable-to-cooperate': 'no' } })).toEqual(['unable-to-cooperate'])
  })

  it('is told with the answer where several would have set it', () => {
    const told = (known: Known) => {
      const patient = makePatient(known)
      return setFactors(patient, evidence).map((row) => factorInWords(row, patient))
    }
    expect(told({ answers: { anticoagulation: 'warfarin type', glaucoma: 'yes', age: 70 } })).toEqual([
      'Age 65 or over',
      'Glaucoma',
      'Blood thinners: warfarin type',
    ])
    expect(told({ takes: ['gabapentin'] })).toEqual(['Gabapentin or pregabalin'])
  })

  it('sets what a factor sets, and says through what', () => {
    const set = setOf({ answers: { 'opioid-use-disorder': 'yes' } })
    expect(set.map((row) => row.factor.id)).toEqual(['substance-use-disorder', 'opioid-use-disorder'])
    expect(set[0]?.causes.map((cause) => causeInWords(cause, evidence))).toEqual([
      'set by Opioid use disorder',
    ])
  })

  it('follows a chain of factors that set one another, and ends in a ring', () => {
    const chained = evidenceWith((tables) => ({
      factors: tables.factors.map((row) => {
        const sets = { falls: ['driving'], driving: ['alcohol'], alcohol: ['falls'] }[row.id]
        return sets ? { ...row, sets } : row
      }),
    }))
    const set = setFactors(makePatient({ answers: { falls: 'yes' } }), chained)
    expect(set.map((row) => row.factor.id)).toEqual(['falls', 'driving', 'alcohol'])
  })

  it('never sets a factor that is always shown', () => {
    expect(ids({ answers: { 'unmonitored-setting': 'no' } })).toEqual([])
  })

  it('sets factors by medicines that are taken', () => {
    expect(ids({ takes: ['carbamazepine'] })).toEqual(['cyp3a4-inducers'])
    expect(ids({ takes: ['pregabalin', 'morphine'] })).toEqual([
      'opioid-co-medication',
      'gabapentinoid-co-medication',
    ])
    expect(ids({ takes: ['lamotrigine'] })).toEqual([])
    const [set] = setOf({ takes: ['valproate'] })
    expect(set?.causes.map((cause) => causeInWords(cause, evidence))).toEqual(['takes Valproate'])
  })
})

describe('medicine-factors', () => {
  it('quotes for each row words that stand in the question of the factor, or in the caution named', () => {
    for (const { treatment, factor, basis, caution } of evidence.medicineFactors) {
      const row = evidence.cautions.find((one) => one.id === caution)
      const text = row
        ? `${row.reason} ${row.action}`
        : (evidence.factors.find((one) => one.id === factor)?.plainQuestion ?? '')
      expect(text.toLowerCase(), `${treatment} ${factor}`).toContain(basis.toLowerCase())
      if (row) expect(row.factor).toBe(factor)
    }
  })

  it('offers medicines of the data, no classes for statistics, no operation', () => {
    const names = takeableMedicines(evidence).map((row) => row.id)
    expect(names).toEqual(
      expect.arrayContaining(['carbamazepine', 'clonazepam', 'opioids-any', 'lamotrigine']),
    )
    for (const id of ['mvd', 'antiepileptic-drugs-class', 'phenytoin-iv']) expect(names).not.toContain(id)
  })

  it('looks a typed name up among names, brands and the words of questions', () => {
    expect(lookUpMedicine('Tegretol', evidence).medicines.map((row) => row.id)).toEqual(['carbamazepine'])
    expect(lookUpMedicine('warfarin', evidence)).toMatchObject({
      medicines: [],
      questions: [{ id: 'anticoagulation' }],
    })
    expect(lookUpMedicine('metformin', evidence)).toEqual({ medicines: [], questions: [] })
    expect(lookUpMedicine('a', evidence)).toEqual({ medicines: [], questions: [] })
  })
})

describe('urgentNotices', () => {
  it('opens the rows that the data name, on a yes to mood and on nothing else', () => {
    const notices = urgentNotices(
      setOf({ answers: { 'depression-suicidality': 'yes', falls: 'yes' } }),
      evidence,
    )
    expect(notices).toHaveLength(1)
    expect(notices[0]?.cautions[0]?.action).toContain('act on the answer the same day')
    expect(
      urgentNotices(setOf({ answers: { 'depression-suicidality': 'no', falls: 'yes' } }), evidence),
    ).toEqual([])
  })
})

describe('leadingPopulation', () => {
  const ms = leadingPopulation(setOf({ answers: { 'multiple-sclerosis': 'yes' } }), evidence)

  it('is switched by the factor that the data name', () => {
    expect(ms).toMatchObject({ id: 'tn-secondary-ms', othersLabel: 'people without MS or mixed' })
    expect(leadingPopulation(setOf({ answers: { falls: 'yes' } }), evidence)).toBeUndefined()
  })

  it('puts a finding of those patients first where there is one that may stand beside others', () => {
    const usual = cellOf('srs', 'pain-adequate', evidence)
    const own = cellOf('srs', 'pain-adequate', evidence, [], ms)
    expect(usual.lead?.finding.population).not.toBe('tn-secondary-ms')
    expect(own.lead?.finding.id).toBe('aans-2025-ms-meta-f2')
    expect(own.chosenBy).toBe('population')
    // Its only row of these patients may not stand beside others.
    const harms = cellOf('srs', 'any-adverse', evidence, [], ms)
    expect(harms).toEqual(cellOf('srs', 'any-adverse', evidence))
  })

  it('takes the row of the curators where those patients have several', () => {
    // Of one source: 99 of 100 early, 76 of 100 at the last visit.
    expect(cellOf('mvd', 'pain-adequate', evidence, [], ms).lead?.finding.id).toBe(
      'hajikarimloo-2025-mvd-ms-f4',
    )
    for (const id of ms?.leads ?? [])
      expect(evidence.findingById.get(id)).toMatchObject({
        population: 'tn-secondary-ms',
        headlineOk: 'with-caveat',
      })
  })

  it('yields to the row that the reader chose', () => {
    const usual = cellOf('srs', 'pain-adequate', evidence)
    const chosen = usual.lead?.finding.id ?? ''
    expect(cellOf('srs', 'pain-adequate', evidence, [chosen], ms).chosenBy).toBe('reader')
  })
})
