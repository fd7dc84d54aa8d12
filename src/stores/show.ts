import { language } from '@/words/language'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useConsultStore } from './consult'
import { useEvidenceStore } from './evidence'
import { openClinicianChannel, windowNameOf, type ShowAct, type ShownState } from './showChannel'
import { usePresentation, type Picked } from './usePresentation'

/** Where the patient looks: not yet, at this screen turned round, or at the second window. */
export type ShowPlace = 'off' | 'here' | 'window'
/** What is known of the second window. */
export type WindowState = 'none' | 'opening' | 'blocked' | 'there' | 'closed'

/** How often the second window is looked for, in milliseconds. */
const LOOK_EVERY = 500

/** The show to the patient of this consult, as the clinician's tab drives it. Nothing of it outlives the tab. */
export const useShowStore = defineStore('show', () => {
  const consult = useConsultStore()
  const evidence = useEvidenceStore()
  const place = shallowRef<ShowPlace>('off')
  const picked = shallowRef<Picked>({ treatments: [], lead: [] })
  const index = shallowRef(0)
  const isBlank = shallowRef(false)
  /** When Show was pressed, and when this screen came up, in milliseconds since 1970. */
  const startedAt = shallowRef(0)
  const screenSince = shallowRef(0)
  const windowState = shallowRef<WindowState>('none')
  const { screens, showing } = usePresentation(picked)

  let id: string = crypto.randomUUID()
  let channel: ReturnType<typeof openClinicianChannel> | undefined
  let second: Window | null = null
  let looking: ReturnType<typeof setInterval> | undefined

  const at = computed(() => Math.min(index.value, Math.max(0, screens.value.length - 1)))
  const screen = computed(() => (place.value === 'off' ? undefined : screens.value[at.value]))
  const nextScreen = computed(() => (place.value === 'off' ? undefined : screens.value[at.value + 1]))
  const state = computed<ShownState>(() => ({
    screen: isBlank.value ? undefined : screen.value,
    number: at.value + 1,
    total: screens.value.length,
    theme: consult.consult.preparation.theme,
    language: language.value,
    isLocal: evidence.local !== undefined,
  }))

  function tellWindow() {
    channel?.show(state.value)
  }

  function noteClosed() {
    if (!second?.closed) return
    clearInterval(looking)
    second = null
    windowState.value = 'closed'
  }

  function go(to: number) {
    const last = Math.max(0, screens.value.length - 1)
    index.value = Math.min(Math.max(0, to), last)
    isBlank.value = false
    screenSince.value = Date.now()
  }

  function stop() {
    place.value = 'off'
    isBlank.value = false
  }

  function act(asked: ShowAct) {
    if (place.value === 'off') return
    if (asked === 'next') go(at.value + 1)
    else if (asked === 'previous') go(at.value - 1)
    else if (asked === 'first') go(0)
    else if (asked === 'last') go(screens.value.length - 1)
    else if (asked === 'blank') isBlank.value = !isBlank.value
    else stop()
  }

  /** Opens the second window; it stays empty until Show. To be called by a click, or the browser will bar it. */
  function openWindow(address: string) {
    if (second && !second.closed) {
      second.focus()
      return
    }
    channel ??= openClinicianChannel(id, {
      joined() {
        windowState.value = 'there'
        tellWindow()
      },
      // A reload says goodbye too: only a window that is gone a moment later was closed.
      left: () => setTimeout(noteClosed, 100),
      asked(what) {
        consult.noteSign()
        act(what)
      },
    })
    second = window.open(address, windowNameOf(id), 'popup,width=1024,height=768')
    windowState.value = second ? 'opening' : 'blocked'
    clearInterval(looking)
    if (second) looking = setInterval(noteClosed, LOOK_EVERY)
  }

  function start(where: 'here' | 'window', what: Picked) {
    picked.value = what
    place.value = where
    startedAt.value = Date.now()
    go(0)
  }

  /** Takes the patient's screen away and leaves nothing that could join it again. */
  function end() {
    stop()
    clearInterval(looking)
    channel?.end()
    channel = undefined
    second?.close()
    second = null
    windowState.value = 'none'
    index.value = 0
    picked.value = { treatments: [], lead: [] }
    id = crypto.randomUUID()
  }

  // At once, so that the patient's screen follows before this one is drawn.
  watch(state, tellWindow, { flush: 'sync' })
  watch(() => consult.round, end, { flush: 'sync' })
  window.addEventListener('pagehide', end)

  return {
    place,
    picked,
    screens,
    showing,
    index: at,
    screen,
    nextScreen,
    state,
    isBlank,
    startedAt,
    screenSince,
    windowState,
    go,
    act,
    start,
    stop,
    end,
    openWindow,
  }
})
