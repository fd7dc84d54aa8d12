import type { ReadFile } from '@/data/loadTables'

/** The server could not be reached, or the way to it broke off: what it would have said is not known. */
export class NoAnswer extends Error {}

/** A server that answers every unknown address with the page itself must not pass for an empty table. */
function isPage(response: Response, bytes: Uint8Array): boolean {
  if (response.headers.get('content-type')?.toLowerCase().includes('text/html')) return true
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().toLowerCase()
  return start.startsWith('<!doctype html') || start.startsWith('<html')
}

/** The server is asked whether the file has changed: a curator may have replaced the folder a minute ago. */
function ask(file: string): Promise<Response> {
  return fetch(`${import.meta.env.BASE_URL}data/${file}`, { cache: 'no-cache' })
}

const asked = new Map<string, Promise<Response>>()

/** Asks for files before anything reads them. An answer serves the first reading; later ones ask again. */
export function askAhead(files: readonly string[]): void {
  for (const file of files) {
    const answer = ask(file)
    asked.set(file, answer)
    // Whoever reads the file is told of a failure; until then nobody listens.
    answer.catch(() => undefined)
  }
}

function answerFor(file: string): Promise<Response> {
  const answer = asked.get(file) ?? ask(file)
  asked.delete(file)
  return answer
}

/**
 * Reads a file of the data folder from the server that the app came from.
 *
 * @throws NoAnswer when there is no answer or it breaks off
 * @throws Error in words for a reader when there is no such file, or a page in its place
 */
export const readServedFile: ReadFile = async (file) => {
  let response: Response
  try {
    response = await answerFor(file)
  } catch {
    throw new NoAnswer(`data/${file} could not be fetched: the server gave no answer.`)
  }
  if (response.status === 404) throw new Error(`data/${file} is not on the server (status 404).`)
  if (!response.ok)
    throw new Error(`data/${file} could not be fetched: the server answered with status ${response.status}.`)
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await response.arrayBuffer())
  } catch {
    throw new NoAnswer(`data/${file} could not be fetched: the answer of the server broke off.`)
  }
  if (isPage(response, bytes))
    throw new Error(`data/${file} is not on the server: it answered with a web page instead of the file.`)
  return bytes
}
