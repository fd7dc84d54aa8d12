/** A made-up person in the form of FHIR R4, as a record system would answer. */
export const RECORD_PATIENT = {
  resourceType: 'Patient',
  id: 'p1',
  name: [{ use: 'official', family: 'Example', given: ['Ann'] }],
  gender: 'female',
  birthDate: '1950-03-04',
} as const

const subject = { reference: `Patient/${RECORD_PATIENT.id}` }
const coded = (system: string, code: string, text: string) => ({
  coding: [{ system, code, display: text }],
  text,
})
const LOINC = 'http://loinc.org'
const SCT = 'http://snomed.info/sct'

const result = (id: string, code: object, value: object) => ({
  resourceType: 'Observation',
  id,
  subject,
  status: 'final',
  code,
  effectiveDateTime: '2026-10-05T09:00:00Z',
  ...value,
})

/** One of each kind that is read; `about` changes whom it speaks of. */
export function patientRecord(): readonly Readonly<Record<string, unknown>>[] {
  const medicine = { resourceType: 'MedicationRequest', subject, status: 'active', intent: 'order' }
  return [
    {
      resourceType: 'Condition',
      id: 'c1',
      subject,
      code: coded(SCT, '24700007', 'Multiple sclerosis'),
      onsetDateTime: '2009-05',
    },
    { resourceType: 'Condition', id: 'c2', subject, code: { text: 'Hay fever' } },
    { ...medicine, id: 'm1', medicationCodeableConcept: { text: 'Carbamazepine 200 mg tablet' } },
    {
      ...medicine,
      id: 'm2',
      medicationCodeableConcept: coded('http://www.whocc.no/atc', 'B01AA03', 'Warfarin'),
    },
    { ...medicine, id: 'm3', medicationCodeableConcept: { text: 'Amlodipine 5 mg tablet' } },
    result('o1', coded(LOINC, '2951-2', 'Sodium'), {
      valueQuantity: { value: 131, unit: 'mmol/L' },
      referenceRange: [{ low: { value: 135, unit: 'mmol/L' } }],
    }),
    result('o2', coded(LOINC, '57979-7', 'HLA-B*15:02'), {
      valueCodeableConcept: coded(SCT, '260385009', 'Negative'),
    }),
    result('o3', coded(LOINC, '57290-9', 'HLA-A typing'), { valueString: 'HLA-A*02:01, HLA-A*31:01' }),
    result('o4', coded(LOINC, '82810-3', 'Pregnancy status'), {
      valueCodeableConcept: coded(LOINC, 'LA15173-0', 'Pregnant'),
    }),
  ]
}
