import { comparableSets } from '@/domain/compare/comparableSets'
import { outcomeCell } from '@/domain/compare/outcomeCell'
import { outcomeRow } from '@/domain/compare/outcomeRow'
import { outcomeOf, realEvidence, treatmentOf } from '../../support/evidence'

export const MEDICINES = ['carbamazepine', 'oxcarbazepine', 'lamotrigine'] as const
export const PROCEDURES = ['mvd', 'srs', 'balloon-compression', 'rf-thermocoagulation'] as const
export const INFUSIONS = ['ketamine-iv', 'lidocaine-iv', 'opioids-any'] as const
export const THERAPIES = ['cbt', 'acupuncture', 'tens'] as const

/** An outcome of real treatments, as every picture gets it. */
export function pictureOf(outcome: string, treatments: readonly string[]) {
  const evidence = realEvidence()
  const cells = treatments.map((id) => outcomeCell(id, outcomeOf(outcome), evidence, []))
  const row = outcomeRow(outcomeOf(outcome), cells, evidence)
  const columns = treatments.map((id, place) => ({ name: treatmentOf(id).shortName, place }))
  return { evidence, row, columns, sets: comparableSets(row, evidence) }
}
