import { writtenDay } from '@/domain/dataAge'
import type { WhyKept } from '@/stores/evidence'
import type { OfflineState } from '@/stores/offline'
import { say } from '@/words/interface/app'

/** What the settings say about use without network; nothing while it is not yet known. */
export const STATE_WORDS: Readonly<Record<OfflineState, string>> = {
  starting: '',
  preparing: say('withoutNetworkBeingPreparedIt'),
  ready: say('withoutNetworkReadyTheApp'),
  insecure: say('withoutNetworkNotPossibleHere'),
  barred: say('withoutNetworkNotPossibleHereBecause'),
  'not-whole': say('withoutNetworkNotReadyBecause'),
  'no-room': say('withoutNetworkNotReadyBecauseThere'),
}

/** A newer version did not come whole. */
export const REFUSED_WORDS = say('aNewerVersionWasRefused')

/** "23 November 2026 at 14:05", by the clock of this computer. */
export function writtenTime(time: string): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) return say('anEarlierDay')
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  return `${day} at ${date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`
}

const WHY: Readonly<Record<WhyKept, string>> = {
  'cut-off': say('theServerCannotBeReached'),
  slow: say('theServerTakesTooLong'),
  asked: say('theServerDidNotGive'),
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
  const data = `${version ? say('version', { version }) : say('versionNotStated')}, ${created ? say('ofCreated', { created: writtenDay(created) }) : say('dateNotStated')}`
  if (kept)
    return say('shownAreTheDataThat', {
      why: isOnline ? WHY[kept.why] : say('thereIsNoNetwork'),
      at: writtenTime(kept.at),
      data,
    })
  if (isOnline) return undefined
  const pages = state === 'ready' ? say('everythingHereWorksWithoutIt') : say('whatIsOpenWorksWithout')
  return say('thereIsNoNetworkWith', { pages, data })
}
