import type { Evidence } from '@/domain/evidence'
import type { Patient } from '@/domain/patient/patient'
import { cautionsFor, isContraindicated, type PatientCautions } from '@/domain/patient/patientCautions'
import { leadingPopulation, type LeadingPopulation } from '@/domain/patient/population'
import { setFactors, type SetFactor } from '@/domain/patient/setFactors'
import { urgentNotices, type UrgentNotice } from '@/domain/patient/urgent'

/** What the data say for one patient. */
export interface PatientDescription {
  readonly set: readonly SetFactor[]
  readonly urgent: readonly UrgentNotice[]
  readonly population: LeadingPopulation | undefined
  /** The cautions of a treatment, worked out once. */
  readonly cautionsOf: (treatment: string) => PatientCautions
  /** Contraindicated for sure, with no condition left open. */
  readonly isContraindicated: (treatment: string) => boolean
}

/** Fetched once all tables are there: the list of treatments is shown before it. */
export function describePatient(patient: Patient, evidence: Evidence): PatientDescription {
  const set = setFactors(patient, evidence)
  const known = new Map<string, PatientCautions>()
  function cautionsOf(treatment: string): PatientCautions {
    const cautions = known.get(treatment) ?? cautionsFor(treatment, patient, evidence, set)
    known.set(treatment, cautions)
    return cautions
  }
  return {
    set,
    urgent: urgentNotices(set, evidence),
    population: leadingPopulation(set, evidence),
    cautionsOf,
    isContraindicated: (treatment) => isContraindicated(cautionsOf(treatment)),
  }
}
