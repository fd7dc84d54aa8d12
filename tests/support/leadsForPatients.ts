import { selectableTreatments, type Evidence } from '@/domain/evidence'
import { cellOf } from '@/domain/headline'
import { hundredPeople } from '@/domain/hundredPeople'
import type { Finding } from '@/domain/tables/findings'

/** The numbers of people that a patient may meet: those that lead a cell of a treatment that can be picked. */
export function leadsForPatients(evidence: Evidence): readonly Finding[] {
  const outcomes = evidence.outcomes.filter(
    ({ domain, unitFamily }) => domain !== 'context' && unitFamily !== 'money',
  )
  const special = evidence.factorPopulations.map(({ population, leads }) => ({ id: population, leads }))
  return selectableTreatments(evidence).flatMap(({ id }) =>
    outcomes.flatMap((outcome) =>
      // Those that lead for everyone, and those that lead where a factor of the patient asks for people like them.
      [undefined, ...special].flatMap((population) => {
        const { lead } = cellOf(id, outcome.id, evidence, [], population)
        return lead && hundredPeople(lead, evidence).kind === 'people' ? [lead.finding] : []
      }),
    ),
  )
}
