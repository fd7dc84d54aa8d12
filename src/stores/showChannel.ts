import type { ShowTheme } from '@/domain/presentation/preparation'
import type { Screen } from '@/domain/presentation/screen'
import type { Language } from '@/words/language'

/** What stands on a patient's screen at this moment, and nothing of what comes next. */
export interface ShownState {
  /** Undefined: nothing is shown, before Show or while it is blanked. */
  readonly screen: Screen | undefined
  /** From 1, of `total`. */
  readonly number: number
  readonly total: number
  readonly theme: ShowTheme
  readonly language: Language
  /** Data of this tab only are shown, not those that come with the app. */
  readonly isLocal?: boolean
}

/** What a key, a clicker, a finger or a button asks for. */
export const SHOW_ACTS = ['next', 'previous', 'first', 'last', 'blank', 'leave'] as const
export type ShowAct = (typeof SHOW_ACTS)[number]

type ToPatient =
  | { readonly kind: 'state'; readonly state: ShownState }
  | { readonly kind: 'end'; readonly state?: undefined }
type ToClinician =
  { readonly kind: 'hello' } | { readonly kind: 'bye' } | { readonly kind: 'act'; readonly act: ShowAct }

const NAME = /^tn-compare-show-([\da-f-]{36})$/

/** The name that hands a channel to a second window: it outlives a reload, and stands in no address or storage. */
export const windowNameOf = (id: string) => `tn-compare-show-${id}`

/** The channel that a window was opened for; undefined for any other window. */
export const channelOfWindow = (name: string) => NAME.exec(name)?.[1]

/** Each consult has a channel of its own, so that two tabs never cross patients. */
const channelOf = (id: string) => new BroadcastChannel(windowNameOf(id))

/** The clinician's end: tells the patient's screens of this consult what to show. */
export function openClinicianChannel(
  id: string,
  hear: {
    readonly joined: () => void
    readonly left: () => void
    readonly asked: (act: ShowAct) => void
  },
) {
  const channel = channelOf(id)
  const tell = (message: ToPatient) => channel.postMessage(message)
  channel.onmessage = ({ data }: MessageEvent<ToClinician>) => {
    if (data.kind === 'hello') hear.joined()
    else if (data.kind === 'bye') hear.left()
    else if (SHOW_ACTS.includes(data.act)) hear.asked(data.act)
  }
  return {
    show: (state: ShownState) => tell({ kind: 'state', state }),
    /** The consult is over: the patient's screens forget what they showed. */
    end() {
      tell({ kind: 'end' })
      channel.close()
    },
  }
}

/** The patient's end: shows what it is told and knows nothing else. */
export function openPatientChannel(
  id: string,
  hear: { readonly shown: (state: ShownState) => void; readonly ended: () => void },
) {
  const channel = channelOf(id)
  const tell = (message: ToClinician) => channel.postMessage(message)
  channel.onmessage = ({ data }: MessageEvent<ToPatient>) => {
    if (data.kind === 'end') hear.ended()
    else hear.shown(data.state)
  }
  tell({ kind: 'hello' })
  return {
    ask: (act: ShowAct) => tell({ kind: 'act', act }),
    close() {
      tell({ kind: 'bye' })
      channel.close()
    },
  }
}
