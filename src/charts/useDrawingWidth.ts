import { onBeforeUnmount, onMounted, ref, useTemplateRef } from 'vue'

/** Wider than this a figure is no easier to read. */
const WIDEST = 920
const NARROWEST = 280
/** What fits between the margins of A4 and Letter at the size of the screen. */
const ON_PAPER = 660

/**
 * How wide to draw, from the element with the template ref `name`; on paper a fixed width.
 *
 * @returns `width` in whole pixels, and `printing`: paper cannot be clicked, so what is folded must be open on it
 */
export function useDrawingWidth(name: string) {
  const frame = useTemplateRef<HTMLElement>(name)
  const width = ref(WIDEST)
  const printing = ref(false)
  const query = typeof matchMedia === 'function' ? matchMedia('print') : undefined
  let observer: ResizeObserver | undefined

  function measure() {
    const room = printing.value ? ON_PAPER : (frame.value?.clientWidth ?? 0)
    // 0: not laid out, as in a closed part of the page.
    if (room > 0) width.value = Math.round(Math.min(WIDEST, Math.max(NARROWEST, room)))
  }
  function print(on: boolean) {
    printing.value = on
    measure()
  }
  const start = () => print(true)
  const end = () => print(query?.matches ?? false)
  const follow = (event: MediaQueryListEvent) => print(event.matches)

  onMounted(() => {
    window.addEventListener('beforeprint', start)
    window.addEventListener('afterprint', end)
    query?.addEventListener('change', follow)
    print(query?.matches ?? false)
    if (typeof ResizeObserver === 'undefined' || !frame.value) return
    observer = new ResizeObserver(measure)
    observer.observe(frame.value)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', start)
    window.removeEventListener('afterprint', end)
    query?.removeEventListener('change', follow)
    observer?.disconnect()
  })
  return { width, printing }
}
