import { onBeforeUnmount, onMounted, useTemplateRef } from 'vue'

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex]:not([tabindex="-1"])'

/** What stands in a closed disclosure cannot be reached. */
function isShown(element: HTMLElement): boolean {
  return element.checkVisibility?.() ?? true
}

/**
 * Opens a native dialog for as long as its component lives. The browser makes the rest of the page inert and
 * closes on Escape; here focus also goes round inside it, and returns to where it came from.
 *
 * @param ref the name of the dialog's template ref
 * @param close asks the owner to take the component away
 */
export function useModal(ref: string, close: () => void) {
  const dialog = useTemplateRef<HTMLDialogElement>(ref)
  let cameFrom: Element | null = null

  /** A press on the veil lands on the dialog itself, outside its box. */
  function closeFromVeil(event: PointerEvent) {
    const box = dialog.value
    if (!box || event.target !== box) return
    const { left, right, top, bottom } = box.getBoundingClientRect()
    const within =
      event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom
    if (!within) close()
  }

  /** Without this, Tab at the end would leave for the browser's own bars before it comes back. */
  function goRound(event: KeyboardEvent) {
    if (event.key !== 'Tab' || !dialog.value) return
    const stops = [...dialog.value.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isShown)
    const first = stops[0]
    const last = stops.at(-1)
    if (!first || !last) return
    const here = stops.find((stop) => stop === document.activeElement)
    const target = event.shiftKey
      ? here === first || !here
        ? last
        : undefined
      : here === last
        ? first
        : undefined
    if (!target) return
    event.preventDefault()
    target.focus()
  }

  /** Escape asks the owner, who then takes the component away. */
  function askOwner(event: Event) {
    event.preventDefault()
    close()
  }

  onMounted(() => {
    cameFrom = document.activeElement
    const box = dialog.value
    box?.addEventListener('pointerdown', closeFromVeil)
    box?.addEventListener('keydown', goRound)
    box?.addEventListener('cancel', askOwner)
    // The browser may close it on a second Escape without asking.
    box?.addEventListener('close', close)
    box?.showModal()
    box?.querySelector('h2')?.focus()
  })

  onBeforeUnmount(() => {
    dialog.value?.close()
    if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus({ preventScroll: true })
  })
}
