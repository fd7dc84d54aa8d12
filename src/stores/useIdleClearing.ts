import { onBeforeUnmount, onMounted, readonly, ref, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { useConsultStore } from './consult'

/** Time without input after which the app asks whether the patient is still there, in milliseconds. */
export const IDLE_TIME = 15 * 60_000
/** Time after that in which nobody answers, before the consult is cleared. */
export const ANSWER_TIME = 60_000

const INPUTS = ['pointerdown', 'keydown', 'input', 'wheel', 'touchstart'] as const

/**
 * Watches for a tab that was left: asks after 15 minutes without input, and then clears the consult for good. The
 * clock is read, not only waited for, since a computer that sleeps stops its timers.
 *
 * @param silent on a screen that a patient sees nothing is asked; the consult is cleared all the same
 */
export function useIdleClearing(silent: MaybeRefOrGetter<boolean> = false) {
  const consult = useConsultStore()
  const asking = ref(false)
  let lastInput = Date.now()
  let timer: ReturnType<typeof setTimeout> | undefined

  function check() {
    clearTimeout(timer)
    const idle = Date.now() - lastInput
    if (consult.isEmpty || idle < IDLE_TIME) {
      asking.value = false
      timer = setTimeout(check, consult.isEmpty ? IDLE_TIME : IDLE_TIME - idle)
    } else if (idle < IDLE_TIME + ANSWER_TIME) {
      asking.value = !toValue(silent)
      timer = setTimeout(check, IDLE_TIME + ANSWER_TIME - idle)
    } else {
      asking.value = false
      consult.clear()
      lastInput = Date.now()
      timer = setTimeout(check, IDLE_TIME)
    }
  }

  function keep() {
    lastInput = Date.now()
    check()
  }

  /** An input keeps the consult, but not once the time is up: a tab that slept may have another reader now. */
  function noteInput() {
    const idle = Date.now() - lastInput
    const isUp = idle >= (toValue(silent) ? IDLE_TIME + ANSWER_TIME : IDLE_TIME)
    if (isUp && !consult.isEmpty) check()
    else lastInput = Date.now()
  }

  watch(() => consult.signs, noteInput)
  onMounted(() => {
    for (const type of INPUTS) window.addEventListener(type, noteInput, { capture: true, passive: true })
    document.addEventListener('visibilitychange', check)
    window.addEventListener('pageshow', check)
    check()
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    for (const type of INPUTS) window.removeEventListener(type, noteInput, { capture: true })
    document.removeEventListener('visibilitychange', check)
    window.removeEventListener('pageshow', check)
  })

  return { asking: readonly(asking), keep }
}
