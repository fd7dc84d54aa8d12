import { onBeforeUnmount, onMounted, useTemplateRef } from 'vue'

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex]:not([tabindex="-1"])'

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

  onMounted(() => {
    cameFrom = document.activeElement
    dialog.value?.showModal()
    dialog.value?.querySelector<HTMLElement>('[autofocus]')?.focus()
  })

  onBeforeUnmount(() => {
    dialog.value?.close()
    if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus({ preventScroll: true })
  })

  /** A press on the veil lands on the dialog itself, outside its box. */
  function onPointerDown(event: PointerEvent) {
    const box = dialog.value
    if (!box || event.target !== box) return
    const { left, right, top, bottom } = box.getBoundingClientRect()
    const inside =
      event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom
    if (!inside) close()
  }

  /** Without this, Tab at the end would leave for the browser's own bars before it comes back. */
  function onKeydown(event: KeyboardEvent) {
    if (event.key !== 'Tab' || !dialog.value) return
    const stops = [...dialog.value.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
      (element) => element.checkVisibility?.() ?? true,
    )
    const first = stops[0]
    const last = stops.at(-1)
    if (!first || !last) return
    const here = document.activeElement
    const atStart = here === first || !stops.some((stop) => stop === here)
    if (event.shiftKey && atStart) {
      event.preventDefault()
      last.focus()
    } else if (!event.shiftKey && here === last) {
      event.preventDefault()
      first.focus()
    }
  }

  return { onPointerDown, onKeydown }
}
