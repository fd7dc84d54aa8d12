import { listOf, part, textOf } from '@/domain/records/json'
import { RecordFault } from './recordFault'
import { belongsTo, type RecordSystem } from './recordSystems'

/** Kept for the time of the sign-in only: nothing about a patient is in it. */
const KEY = 'tn-compare-sign-in'
const LONGEST_SIGN_IN = 10 * 60_000

interface Waiting {
  readonly state: string
  readonly verifier: string
  readonly issuer: string
  readonly tokenAddress: string
  readonly pageAddress: string
  readonly startedAt: number
}

/** What reading needs; held in a variable, never kept. */
export interface Permission {
  readonly issuer: string
  readonly token: string
  readonly patient: string
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)))

/** @see RFC 7636, 4.2: the S256 method */
export async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return base64url(new Uint8Array(digest))
}

/** Asks a listed server, without cookies; `no-answer` when it cannot be reached. */
export async function ask(address: string, options: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(address, {
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: AbortSignal.timeout(20_000),
      ...options,
    })
  } catch {
    throw new RecordFault('no-answer')
  }
}

async function describeSignIn(system: RecordSystem) {
  const response = await ask(`${system.issuer}/.well-known/smart-configuration`, {
    headers: { Accept: 'application/json' },
  })
  const description: unknown = response.ok ? await response.json().catch(() => undefined) : undefined
  const authorize = textOf(part(description, 'authorization_endpoint'))
  const token = textOf(part(description, 'token_endpoint'))
  const knowsS256 = listOf(part(description, 'code_challenge_methods_supported')).includes('S256')
  if (authorize === undefined || token === undefined || !knowsS256) throw new RecordFault('bad-description')
  if (!URL.canParse(authorize) || !belongsTo(token, system)) throw new RecordFault('bad-description')
  if (!/^https?:$/.test(new URL(authorize).protocol)) throw new RecordFault('bad-description')
  const isNewer = listOf(part(description, 'capabilities')).includes('permission-v2')
  return { authorize, token, isNewer }
}

/** Only to read, and only what the page shows. */
function usualScope(isNewer: boolean, launch: string | undefined): string {
  const kinds = ['Patient', 'Condition', 'MedicationRequest', 'Medication', 'Observation']
  const right = isNewer ? 'rs' : 'read'
  return [
    launch === undefined ? 'launch/patient' : 'launch',
    ...kinds.map((kind) => `patient/${kind}.${right}`),
  ].join(' ')
}

function keep(waiting: Waiting) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(waiting))
  } catch {
    throw new RecordFault('no-storage')
  }
}

/** What was kept, which is erased by this; undefined where there is nothing of use. */
function takeKept(): Waiting | undefined {
  try {
    const kept = sessionStorage.getItem(KEY)
    sessionStorage.removeItem(KEY)
    return kept === null ? undefined : (JSON.parse(kept) as Waiting)
  } catch {
    return undefined
  }
}

/** Erases what was kept of a sign-in that will not be ended. */
export function forgetSignIn(): void {
  takeKept()
}

/**
 * Begins a sign-in: an EHR launch when the record system gave a launch code, a standalone launch otherwise.
 *
 * @param pageAddress this page, without query, as it is registered with the record system
 * @returns the address at the record system to go to
 * @throws RecordFault
 * @see SMART App Launch 2.2.0, HL7: public client, authorization code with PKCE
 */
export async function beginSignIn(
  system: RecordSystem,
  launch: string | undefined,
  pageAddress: string,
): Promise<string> {
  if (!globalThis.isSecureContext) throw new RecordFault('no-https')
  if (!belongsTo(system.issuer, system)) throw new RecordFault('no-https')
  const { authorize, token, isNewer } = await describeSignIn(system)
  const [state, verifier] = [random(), random()]
  keep({ state, verifier, issuer: system.issuer, tokenAddress: token, pageAddress, startedAt: Date.now() })
  const address = new URL(authorize)
  const query = {
    response_type: 'code',
    client_id: system.clientId,
    redirect_uri: pageAddress,
    scope: system.scope ?? usualScope(isNewer, launch),
    state,
    aud: system.issuer,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
    ...(launch === undefined ? {} : { launch }),
  }
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  return address.href
}

/** What the record system wrote into the address on the way back. */
export interface Return {
  readonly code: string | undefined
  readonly state: string | undefined
  readonly error: string | undefined
}

async function exchange(waiting: Waiting, code: string, clientId: string): Promise<Permission> {
  const response = await ask(waiting.tokenAddress, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: waiting.pageAddress,
      client_id: clientId,
      code_verifier: waiting.verifier,
    }),
  })
  const answer: unknown = response.ok ? await response.json().catch(() => undefined) : undefined
  const token = textOf(part(answer, 'access_token'))
  const isBearer = textOf(part(answer, 'token_type'))?.toLowerCase() === 'bearer'
  if (token === undefined || !isBearer) throw new RecordFault('sign-in-failed')
  const patient = textOf(part(answer, 'patient'))
  if (patient === undefined || !/^[A-Za-z0-9\-.]{1,64}$/.test(patient)) throw new RecordFault('no-patient')
  return { issuer: waiting.issuer, token, patient }
}

/**
 * Ends the sign-in that was begun in this tab. What was kept for it is erased first, whatever comes of it.
 *
 * @throws RecordFault
 */
export async function endSignIn(back: Return, systems: readonly RecordSystem[]): Promise<Permission> {
  const waiting = takeKept()
  if (!waiting || back.state === undefined || back.state !== waiting.state)
    throw new RecordFault('wrong-state')
  if (!(Date.now() - waiting.startedAt < LONGEST_SIGN_IN)) throw new RecordFault('too-late')
  if (back.error !== undefined)
    throw new RecordFault(back.error === 'access_denied' ? 'refused' : 'sign-in-failed')
  const system = systems.find(({ issuer }) => issuer === waiting.issuer)
  if (!system || !belongsTo(waiting.tokenAddress, system)) throw new RecordFault('not-listed')
  if (back.code === undefined) throw new RecordFault('sign-in-failed')
  return exchange(waiting, back.code, system.clientId)
}
