/** The key of a link on paper that says which version of the data it was printed from. */
export const DATA_KEY = 'data'

/** Why no link can be printed. */
export type NoLink = 'not-set' | 'not-web' | 'only-here' | 'local-data'

const WEB_ADDRESS = /^https?:\/\/(\[[\da-f:.]+\]|[^\s/?#:@[\]]+)(:\d{1,5})?(\/[^\s?#]*)?$/i

/** A name that only ever means the machine it is read on. */
function isOnlyHere(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '')
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    /^127(\.\d+){1,3}$/.test(name) ||
    /^0(\.0){0,3}$/.test(name) ||
    /^\[[0:]*(:[01]|ffff:(127\.[\d.]+|7f[\da-f]{2}:[\da-f]{1,4}))\]$/.test(name)
  )
}

/**
 * The public address of this copy of the app with a slash at its end, or why it cannot stand on paper: nobody else
 * could open a file, an address of this machine only, or something that is no web address.
 */
export function usableAddress(address: string | undefined): { readonly base: string } | NoLink {
  const typed = address?.trim() ?? ''
  if (typed === '') return 'not-set'
  const parts = WEB_ADDRESS.exec(typed)
  if (!parts) return 'not-web'
  if (isOnlyHere(parts[1] ?? '')) return 'only-here'
  return { base: typed.endsWith('/') ? typed : `${typed}/` }
}

export interface Linked {
  readonly treatments: readonly string[]
  readonly outcomes: readonly string[]
  /** The version of the data folder; undefined where it says none. */
  readonly dataVersion: string | undefined
}

const list = (ids: readonly string[]) => ids.map(encodeURIComponent).join(',')

/**
 * The address that opens the comparison again: treatments, outcomes and the version of the data, and nothing else.
 * In particular nothing about a patient: not what was typed or weighed, nor whose findings lead.
 */
export function handoutLink(address: string | undefined, linked: Linked): string | NoLink {
  const usable = usableAddress(address)
  if (typeof usable === 'string') return usable
  const query = [
    `treatments=${list(linked.treatments)}`,
    linked.outcomes.length > 0 ? `outcomes=${list(linked.outcomes)}` : '',
    linked.dataVersion === undefined ? '' : `${DATA_KEY}=${encodeURIComponent(linked.dataVersion)}`,
  ]
  return `${usable.base}compare?${query.filter((part) => part !== '').join('&')}`
}

export function isLink(link: string): boolean {
  return link.includes('://')
}

/**
 * What is said where a link was made from another version of the data than the one that was found; undefined where
 * they are the same, or where the link names none.
 *
 * @param found the version of the data folder; undefined where it says none
 */
export function otherVersionNotice(asked: string, found: string | undefined): string | undefined {
  // A version is a few characters; anything else was not written by this app and is not repeated.
  if (!/^[\w.+-]{1,40}$/.test(asked) || asked === found) return undefined
  return found === undefined
    ? `This link was made with version ${asked} of the data. The data found here do not say their version: numbers may differ.`
    : `This link was made with version ${asked} of the data. The data found here are version ${found}: numbers may differ from those on paper.`
}
