import { writtenDay } from '@/domain/dataAge'
import type { WhyKept } from '@/stores/evidence'
import type { OfflineState } from '@/stores/offline'

/** What the settings say about use without network; nothing while it is not yet known. */
export const STATE_WORDS: Readonly<Record<OfflineState, string>> = {
  starting: '',
  preparing: 'Without network: being prepared. It is ready in a moment.',
  ready: 'Without network: ready. The app and the data are kept on this computer.',
  insecure:
    'Without network: not possible here, because this address is not HTTPS. Everything else works. Whoever runs the server can change that.',
  barred: 'Without network: not possible here, because this browser keeps no files. Everything else works.',
  'not-whole':
    'Without network: not ready, because a file of the server was not the one that was built, or did not come. Everything else works.',
  'no-room': 'Without network: not ready, because there is no room to keep the data. Everything else works.',
}

/** A newer version did not come whole. */
export const REFUSED_WORDS =
  'A newer version was refused, because a file of it was not the one that was built; the version in use stays.'

/** "23 November 2026 at 14:05", by the clock of this computer. */
export function writtenTime(time: string): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) return 'an earlier day'
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  return `${day} at ${date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`
}

const WHY: Readonly<Record<WhyKept, string>> = {
  'cut-off': 'The server cannot be reached.',
  slow: 'The server takes too long to answer.',
  asked: 'The server did not give the data.',
}

export interface Network {
  /** The data shown are not the server's of now. */
  readonly kept?: { readonly at: string; readonly why: WhyKept } | undefined
  readonly isOnline: boolean
  readonly state: OfflineState
  /** Of the data, as their folder says. */
  readonly version?: string | undefined
  readonly created?: string | undefined
}

/** What every page says about the network; undefined while there is nothing to say. */
export function networkNotice({ kept, isOnline, state, version, created }: Network): string | undefined {
  const data = `${version ? `version ${version}` : 'version not stated'}, ${created ? `of ${writtenDay(created)}` : 'date not stated'}`
  if (kept)
    return `${isOnline ? WHY[kept.why] : 'There is no network.'} Shown are the data that this computer kept on ${writtenTime(kept.at)}: ${data}. Newer ones may be on the server.`
  if (isOnline) return undefined
  const pages = state === 'ready' ? 'Everything here works without it' : 'What is open works without it'
  return `There is no network. ${pages}, with the data that were loaded with this page: ${data}.`
}
