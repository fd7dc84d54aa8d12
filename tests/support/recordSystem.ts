import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { patientRecord, RECORD_PATIENT } from './patientRecord'

/** What goes wrong, if anything. */
export type Trouble =
  | 'none'
  | 'refuses'
  | 'other-state'
  | 'bad-token'
  | 'expired'
  | 'expires-later'
  | 'no-record'
  | 'other-patient'
  | 'no-s256'

export interface RecordSystemServer {
  readonly issuer: string
  /** What was asked of it, as "GET /fhir/Patient/p1". */
  readonly asked: readonly string[]
  readonly set: (trouble: Trouble) => void
  readonly close: () => Promise<void>
}

export const CLIENT_ID = 'tn-compare-test'

interface Grant {
  readonly challenge: string
  readonly redirect: string
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = ''
  for await (const part of request) body += String(part)
  return new URLSearchParams(body)
}

function json(response: ServerResponse, status: number, value: unknown) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
}

const bundle = (resources: readonly unknown[], next?: string) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  ...(next ? { link: [{ relation: 'next', url: next }] } : {}),
  entry: resources.map((resource) => ({ resource })),
})

/**
 * A FHIR R4 server with the sign-in of SMART App Launch, strict about what a public client must send: the registered
 * address, S256, a code that is used once, and a verifier that fits.
 *
 * @see https://hl7.org/fhir/smart-app-launch/app-launch.html
 */
export async function startRecordSystem(redirect: string): Promise<RecordSystemServer> {
  let trouble: Trouble = 'none'
  const asked: string[] = []
  const grants = new Map<string, Grant>()
  const tokens = new Set<string>()
  let base = ''

  function authorize(query: URLSearchParams, response: ServerResponse) {
    const wanted = {
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: redirect,
      aud: `${base}/fhir`,
      code_challenge_method: 'S256',
    }
    for (const [name, value] of Object.entries(wanted))
      if (query.get(name) !== value) return json(response, 400, { wrong: name, got: query.get(name) })
    const isLaunch = query.get('launch') === 'launch-1' && query.get('scope')?.startsWith('launch ') === true
    const isAlone = query.get('launch') === null && query.get('scope')?.includes('launch/patient') === true
    if (!isLaunch && !isAlone) return json(response, 400, { wrong: 'scope' })
    const back = new URL(redirect)
    const state = trouble === 'other-state' ? 'not-yours' : (query.get('state') ?? '')
    back.searchParams.set('state', state)
    if (trouble === 'refuses') back.searchParams.set('error', 'access_denied')
    else {
      const code = randomBytes(16).toString('hex')
      grants.set(code, { challenge: query.get('code_challenge') ?? '', redirect })
      back.searchParams.set('code', code)
    }
    response.writeHead(302, { Location: back.href }).end()
  }

  async function giveToken(request: IncomingMessage, response: ServerResponse) {
    const body = await bodyOf(request)
    const code = body.get('code') ?? ''
    const grant = grants.get(code)
    grants.delete(code)
    const fits = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    const isRight =
      grant?.challenge === fits &&
      body.get('redirect_uri') === grant.redirect &&
      body.get('client_id') === CLIENT_ID &&
      body.get('grant_type') === 'authorization_code'
    if (!isRight || trouble === 'bad-token') return json(response, 400, { error: 'invalid_grant' })
    const token = randomBytes(16).toString('hex')
    tokens.add(token)
    json(response, 200, {
      access_token: token,
      token_type: 'Bearer',
      expires_in: 60,
      patient: RECORD_PATIENT.id,
    })
  }

  function searched(kind: string, page: string | null): unknown {
    const own = patientRecord().filter(({ resourceType }) => resourceType === kind)
    if (trouble === 'other-patient')
      return bundle(own.map((resource) => ({ ...resource, subject: { reference: 'Patient/p2' } })))
    // Results come on two pages, so that links are followed.
    if (kind !== 'Observation') return bundle(own)
    return page ? bundle(own.slice(2)) : bundle(own.slice(0, 2), `${base}/fhir/Observation?page=2`)
  }

  function giveRecord(url: URL, request: IncomingMessage, response: ServerResponse) {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
    if (!tokens.has(token) || trouble === 'expired') return json(response, 401, {})
    const kind = url.pathname.split('/')[2] ?? ''
    if (trouble === 'expires-later' && kind === 'MedicationRequest') return json(response, 401, {})
    if (trouble === 'no-record') return json(response, 200, { resourceType: 'OperationOutcome' })
    if (kind === 'Patient') return json(response, 200, RECORD_PATIENT)
    json(response, 200, searched(kind, url.searchParams.get('page')))
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', base)
    asked.push(`${request.method} ${url.pathname}`)
    response.setHeader('Access-Control-Allow-Origin', new URL(redirect).origin)
    response.setHeader('Access-Control-Allow-Headers', 'authorization, accept, content-type')
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    if (url.pathname === '/fhir/.well-known/smart-configuration')
      return json(response, 200, {
        authorization_endpoint: `${base}/authorize`,
        token_endpoint: `${base}/token`,
        capabilities: ['launch-ehr', 'launch-standalone', 'client-public', 'permission-v2'],
        code_challenge_methods_supported: trouble === 'no-s256' ? ['plain'] : ['S256'],
      })
    if (url.pathname === '/authorize') return authorize(url.searchParams, response)
    if (url.pathname === '/token') return giveToken(request, response)
    return giveRecord(url, request, response)
  }

  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  base = `http://127.0.0.1:${address.port}`
  return {
    issuer: `${base}/fhir`,
    asked,
    set: (next) => void (trouble = next),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
