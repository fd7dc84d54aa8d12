import { isJson, listOf, part, textOf } from '@/domain/records/json'

/** A record system that those who run this copy have listed. */
export interface RecordSystem {
  readonly name: string
  /** The base address of its FHIR server, without a slash at its end. */
  readonly issuer: string
  /** The name under which this app is registered there. */
  readonly clientId: string
  /** What is asked for, where it is not the usual. */
  readonly scope: string | undefined
  /** Origins that may be asked besides the issuer's own, such as that of the server that gives out tokens. */
  readonly origins: readonly string[]
}

const withoutSlash = (address: string) => address.replace(/\/+$/, '')

function readSystem(entry: unknown): readonly RecordSystem[] {
  const issuer = textOf(part(entry, 'issuer'))
  const clientId = textOf(part(entry, 'clientId'))
  if (issuer === undefined || clientId === undefined || !URL.canParse(issuer)) return []
  return [
    {
      name: textOf(part(entry, 'name')) ?? new URL(issuer).host,
      issuer: withoutSlash(issuer),
      clientId,
      scope: textOf(part(entry, 'scope')),
      origins: listOf(part(entry, 'origins')).flatMap((origin) => textOf(origin) ?? []),
    },
  ]
}

/**
 * The record systems of record-systems.json, beside the page. As shipped it lists none, and then nothing is asked of
 * any other server.
 *
 * @returns an empty list also when the file is missing or is no such list
 */
export async function loadRecordSystems(): Promise<readonly RecordSystem[]> {
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}record-systems.json`, { cache: 'no-cache' })
    const list: unknown = response.ok ? await response.json() : undefined
    return isJson(list) ? listOf(list['systems']).flatMap(readSystem) : []
  } catch {
    return []
  }
}

/** Exactly the listed address: a link that names another server must not make the app talk to it. */
export function systemOf(issuer: string, systems: readonly RecordSystem[]): RecordSystem | undefined {
  return systems.find((system) => system.issuer === withoutSlash(issuer))
}

/** Whether an address belongs to the system: listed, and not open on its way. */
export function belongsTo(address: string, system: RecordSystem): boolean {
  if (!URL.canParse(address)) return false
  const { origin, protocol, hostname } = new URL(address)
  const isPrivate = protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost'
  return isPrivate && [new URL(system.issuer).origin, ...system.origins].includes(origin)
}
