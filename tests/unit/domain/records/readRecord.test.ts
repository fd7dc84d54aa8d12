import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { questionsOf } from '@/domain/patient/questions'
import { ageOn } from '@/domain/records/age'
import { readRecord } from '@/domain/records/readRecord'
import type { RecordItem } from '@/domain/records/recordItem'
import { realEvidence } from '../../../support/evidence'
import { patientRecord, RECORD_PATIENT } from '../../../support/patientRecord'

const evidence = realEvidence()
const TODAY = '2026-11-23'
const SCT = 'http://snomed.info/sct'
const subject = { reference: `Patient/${RECORD_PATIENT.id}` }
const read = (...resources: readonly unknown[]) => readRecord(RECORD_PATIENT, resources, TODAY, evidence)
const itemOf = (resource: unknown): RecordItem => {
  const item = read(resource).items.find(({ kind }) => kind !== 'person')
  if (!item) throw new Error('nothing was read')
  return item
}
const coded = (system: string, code: string, text?: string) => ({ coding: [{ system, code }], text })
const yes = (question: string, word = 'yes') => ({
  kind: 'answer',
  question,
  answer: { kind: 'words', words: [word] },
})

describe('ageOn', () => {
  it.each([
    ['1950-11-23', 76],
    ['1950-11-24', 75],
    ['1950-02-29', 76],
    ['1950-07', 76],
    ['2026-11-23', 0],
  ])('of %s is %i', (birth, age) => expect(ageOn(birth, TODAY)).toBe(age))

  it.each(['1950', '1950-11', '2027-01-01', '1899-01-01', '19500101', '', 'x', undefined, 1950, null])(
    'is not told from %s',
    (birth) => expect(ageOn(birth, TODAY)).toBeUndefined(),
  )
})

describe('the codes of the data folder', () => {
  it('answer questions that are asked, in words that the question has', () => {
    const questions = new Map(questionsOf(evidence).map((question) => [question.id, question]))
    for (const { code, question, answer, otherwise } of evidence.recordCodes) {
      const choices = questions.get(question)?.choices
      for (const word of [answer, otherwise])
        if (word !== undefined)
          expect({ code, question, choices }).toMatchObject({ choices: expect.arrayContaining([word]) })
      expect(choices).toBeDefined()
    }
  })
})

describe('readRecord', () => {
  it('offers age, conditions, medicines and results of a record, and decides nothing', () => {
    const { items, name, ofOthers } = read(...patientRecord())
    expect(name).toBe('Ann Example')
    expect(ofOthers).toBe(0)
    expect(items.flatMap(({ offers }) => offers)).toEqual([
      { kind: 'answer', question: 'age', answer: { kind: 'number', value: 76 } },
      yes('multiple-sclerosis'),
      { kind: 'takes', treatment: 'carbamazepine' },
      yes('anticoagulation', 'warfarin type'),
      { kind: 'other-medicine', name: 'Amlodipine 5 mg tablet' },
      yes('hyponatraemia'),
      yes('hla-b-1502', 'negative'),
      yes('hla-a-3101', 'positive'),
      yes('pregnancy', 'pregnant'),
    ])
    expect(items.find(({ id }) => id === 'sex')?.why).toContain('administration')
  })

  it('reads nothing that speaks of another person, and counts it', () => {
    const other = {
      resourceType: 'Condition',
      subject: { reference: 'Patient/999' },
      code: coded(SCT, '24700007'),
    }
    const { items, ofOthers } = read(other, { ...other, subject: undefined })
    expect(items.filter(({ kind }) => kind === 'condition')).toEqual([])
    expect(ofOthers).toBe(2)
  })

  it.each([
    ['refuted', 'active', 'not so'],
    ['entered-in-error', 'active', 'not so'],
    ['provisional', 'active', 'not confirmed'],
    ['confirmed', 'resolved', 'not active any more'],
  ])('offers nothing for a condition that is %s and %s', (verification, clinical, why) => {
    const item = itemOf({
      resourceType: 'Condition',
      subject,
      code: coded(SCT, '84757009'),
      verificationStatus: coded('http://terminology.hl7.org/CodeSystem/condition-ver-status', verification),
      clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/condition-clinical', clinical),
    })
    expect(item.offers).toEqual([])
    expect(item.why).toContain(why)
  })

  it('offers a past stroke, since the question asks for "ever", and reads codes with and without a point', () => {
    for (const code of ['I63.9', 'I639', 'I63'])
      expect(
        itemOf({
          resourceType: 'Condition',
          subject,
          code: coded('http://hl7.org/fhir/sid/icd-10', code),
          clinicalStatus: coded('x', 'resolved'),
        }).offers,
      ).toEqual([yes('cerebrovascular-disease')])
  })

  it('does not take a code of one system for that of another, nor a longer SNOMED code for a shorter', () => {
    for (const [system, code] of [
      ['http://loinc.org', '24700007'],
      [SCT, '247000071'],
      [SCT, 'G35'],
    ] as const)
      expect(itemOf({ resourceType: 'Condition', subject, code: coded(system, code, 'x') }).offers).toEqual(
        [],
      )
  })

  it('tells carbamazepine from oxcarbazepine, knows brands, and offers nothing for what is not taken', () => {
    const medicine = (text: string, more = {}) =>
      itemOf({
        resourceType: 'MedicationRequest',
        subject,
        status: 'active',
        medicationCodeableConcept: { text },
        ...more,
      })
    expect(medicine('OXCARBAZEPINE 300 mg').offers).toEqual([{ kind: 'takes', treatment: 'oxcarbazepine' }])
    expect(medicine('Tegretol Retard 200').offers).toEqual([{ kind: 'takes', treatment: 'carbamazepine' }])
    expect(medicine('Carbamazepinex').offers).toEqual([{ kind: 'other-medicine', name: 'Carbamazepinex' }])
    expect(medicine('Carbamazepine', { status: 'stopped' }).offers).toEqual([])
    expect(medicine('Carbamazepine', { doNotPerform: true }).offers).toEqual([])
  })

  it('finds a medicine that stands in another resource, inside or beside the request', () => {
    const medication = { resourceType: 'Medication', id: 'm1', code: { text: 'Pregabalin 75 mg' } }
    const request = { resourceType: 'MedicationRequest', subject, status: 'active' }
    const inside = { ...request, contained: [medication], medicationReference: { reference: '#m1' } }
    const beside = { ...request, medicationReference: { reference: 'Medication/m1' } }
    expect(itemOf(inside).offers).toEqual([{ kind: 'takes', treatment: 'pregabalin' }])
    expect(read(beside, medication).items.at(-1)?.offers).toEqual([
      { kind: 'takes', treatment: 'pregabalin' },
    ])
  })

  const sodium = (more: object) => ({
    resourceType: 'Observation',
    id: 's',
    subject,
    status: 'final',
    code: coded('http://loinc.org', '2951-2', 'Sodium'),
    ...more,
  })
  const mmol = (value: number, unit = 'mmol/L') => ({ value, unit })

  it('goes by the laboratory and not by a limit of its own', () => {
    const range = [{ low: mmol(135), high: mmol(145) }]
    const flag = [coded('http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', 'L')]
    expect(itemOf(sodium({ valueQuantity: mmol(131), referenceRange: range })).offers).toEqual([
      yes('hyponatraemia'),
    ])
    expect(itemOf(sodium({ valueQuantity: mmol(135), referenceRange: range })).offers).toEqual([
      yes('hyponatraemia', 'no'),
    ])
    expect(itemOf(sodium({ valueQuantity: mmol(131), interpretation: flag })).offers).toEqual([
      yes('hyponatraemia'),
    ])
    for (const unclear of [
      { valueQuantity: mmol(131) },
      { valueQuantity: mmol(131, 'mg/dL'), referenceRange: range },
      { valueQuantity: { ...mmol(131), comparator: '<' }, referenceRange: range },
      { valueString: '131' },
      {},
    ])
      expect(itemOf(sodium(unclear))).toMatchObject({ offers: [], why: expect.stringContaining('yourself') })
    expect(
      itemOf(sodium({ status: 'preliminary', valueQuantity: mmol(131), referenceRange: range })).offers,
    ).toEqual([])
  })

  it('lets the newest result speak, and shows the older one', () => {
    const range = [{ low: mmol(135) }]
    const old = sodium({
      id: 'old',
      valueQuantity: mmol(129),
      referenceRange: range,
      effectiveDateTime: '2025-01-01',
    })
    const late = sodium({
      id: 'new',
      valueQuantity: mmol(138),
      referenceRange: range,
      effectiveDateTime: '2026-10-01',
    })
    const results = read(old, late).items.filter(({ kind }) => kind === 'result')
    expect(results.map(({ day, offers }) => [day, offers.length])).toEqual([
      ['2026-10-01', 1],
      ['2025-01-01', 0],
    ])
    expect(results[0]?.offers).toEqual([yes('hyponatraemia', 'no')])
  })

  it('does not take "not pregnant" for "cannot become pregnant"', () => {
    const item = itemOf({
      resourceType: 'Observation',
      subject,
      status: 'final',
      code: coded('http://loinc.org', '82810-3'),
      valueCodeableConcept: coded('http://loinc.org', 'LA26683-5', 'Not pregnant'),
    })
    expect(item).toMatchObject({ offers: [], why: expect.stringContaining('ask it yourself') })
  })

  it('finds an allele as a whole word only, and never tells from typing that it is absent', () => {
    const typing = (text: string) =>
      itemOf({
        resourceType: 'Observation',
        subject,
        status: 'final',
        code: coded('http://loinc.org', '57291-7'),
        valueString: text,
      }).offers
    expect(typing('HLA-B*15:02:01')).toEqual([yes('hla-b-1502', 'positive')])
    expect(typing('B*07:02, B*15:02')).toEqual([yes('hla-b-1502', 'positive')])
    for (const other of ['HLA-B*15:020', 'HLA-B*15:01', 'HLA-DRB*15:02', ''])
      expect(typing(other)).toEqual([])
  })

  it('survives whatever another server sends, and shows no sign that turns the text around', () => {
    const wild = fc.dictionary(
      fc.constantFrom(
        ...'id status code coding system subject reference valueQuantity value text referenceRange low interpretation'.split(
          ' ',
        ),
        ...'medicationCodeableConcept contained clinicalStatus __proto__ constructor toString'.split(' '),
      ),
      fc.oneof(
        fc.anything({ maxDepth: 3 }),
        fc.constant({ coding: [{ system: SCT, code: '24700007' }] }),
        fc.string(),
      ),
    )
    const resource = fc.tuple(
      fc.constantFrom('Condition', 'MedicationRequest', 'Observation', 'Medication', 'x'),
      wild,
    )
    fc.assert(
      fc.property(fc.array(resource), wild, (resources, patient) => {
        const own = resources.map(([resourceType, rest]) => ({ subject, ...rest, resourceType }))
        for (const person of [patient, { ...patient, id: RECORD_PATIENT.id }, null, []]) {
          const { items } = readRecord(person, own, TODAY, evidence)
          for (const { words } of items) {
            expect(words.length).toBeLessThanOrEqual(500)
            expect(words).not.toMatch(/[\u202A-\u202E\u2066-\u2069\0]/)
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(({} as Record<string, unknown>)['system']).toBeUndefined()
  })
})
