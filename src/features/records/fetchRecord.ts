import { listOf, part, textOf } from '@/domain/records/json'
import { resourcesOf } from '@/domain/records/readConditions'
import { say } from '@/words/interface/records'
import { RecordFault } from './recordFault'
import { ask, type Permission } from './signIn'

/** Pages of one search that are followed: more than any record of use needs. */
const MOST_PAGES = 20

export interface FetchedRecord {
  readonly patient: unknown
  readonly resources: readonly unknown[]
  /** Searches that were not answered in full, in words. */
  readonly missing: readonly string[]
}

async function getJson(address: string, { token }: Permission): Promise<unknown> {
  const headers = { Accept: 'application/fhir+json', Authorization: `Bearer ${token}` }
  const response = await ask(address, { headers })
  if (response.status === 401) throw new RecordFault('expired')
  if (response.status === 403) throw new RecordFault('refused')
  if (!response.ok) throw new RecordFault('no-answer')
  return response.json().catch(() => {
    throw new RecordFault('wrong-data')
  })
}

/** The address of the next page, on the same server: a token goes nowhere else. */
function nextOf(bundle: unknown, issuer: string): string | undefined {
  const link = listOf(part(bundle, 'link')).find((one) => part(one, 'relation') === 'next')
  const address = textOf(part(link, 'url'))
  if (address === undefined || !URL.canParse(address, `${issuer}/`)) return undefined
  const next = new URL(address, `${issuer}/`)
  return next.origin === new URL(issuer).origin ? next.href : undefined
}

async function search(query: string, permission: Permission): Promise<readonly unknown[]> {
  const found: unknown[] = []
  let address: string | undefined = `${permission.issuer}/${query}`
  for (let page = 0; address !== undefined && page < MOST_PAGES; page += 1) {
    const bundle = await getJson(address, permission)
    if (part(bundle, 'resourceType') !== 'Bundle') throw new RecordFault('wrong-data')
    found.push(...resourcesOf(bundle))
    address = nextOf(bundle, permission.issuer)
  }
  if (address !== undefined) throw new RecordFault('wrong-data')
  return found
}

/**
 * Reads what is asked for of one patient. A search that fails leaves the others standing; what is missing is said.
 *
 * @param resultCodes the results that are asked for, `system|code`
 * @throws RecordFault when the patient itself cannot be read
 */
export async function fetchRecord(
  permission: Permission,
  resultCodes: readonly string[],
): Promise<FetchedRecord> {
  const patient = await getJson(`${permission.issuer}/Patient/${permission.patient}`, permission)
  const isPatient = part(patient, 'resourceType') === 'Patient' && part(patient, 'id') === permission.patient
  if (!isPatient) throw new RecordFault('wrong-data')
  const of = (query: Record<string, string>) =>
    new URLSearchParams({ patient: permission.patient, ...query }).toString()
  const searches = {
    [say('conditions')]: `Condition?${of({})}`,
    [say('medicines')]:
      `MedicationRequest?${of({ status: 'active', _include: 'MedicationRequest:medication' })}`,
    [say('results')]: `Observation?${of({ code: resultCodes.join(',') })}`,
  }
  const answers = await Promise.all(
    Object.entries(searches).map(async ([name, query]) =>
      search(query, permission).then(
        (resources) => ({ resources, missing: [] }),
        (fault: unknown) => ({
          resources: [],
          missing: [
            `${say('couldNotBeRead', { name })} ${fault instanceof RecordFault ? fault.message : ''}`.trim(),
          ],
        }),
      ),
    ),
  )
  return {
    patient,
    resources: answers.flatMap(({ resources }) => resources),
    missing: answers.flatMap(({ missing }) => missing),
  }
}
