import { onBeforeUnmount, ref, type Ref } from 'vue'

/**
 * Dragging the lines of a list with a pointer: mouse, pen or finger. The window listens, not the line: a line that is
 * moved in the page loses the pointer it had captured.
 *
 * @param list the element whose children are the lines
 * @param placeOf where a line stands now, 0 for the first
 * @param place called when the dragged line has come to another place
 */
export function useDragOrder(
  list: Readonly<Ref<HTMLElement | null>>,
  placeOf: (id: string) => number,
  place: (id: string, at: number) => void,
) {
  const dragged = ref<string>()

  /** As many lines as have their middle above the pointer, the dragged one left out. */
  function placeUnder(y: number, own: number): number {
    const boxes = [...(list.value?.children ?? [])].map((line) => line.getBoundingClientRect())
    return boxes.filter((box, at) => at !== own && box.top + box.height / 2 < y).length
  }

  function move(event: PointerEvent) {
    if (dragged.value === undefined) return
    const own = placeOf(dragged.value)
    const target = placeUnder(event.clientY, own)
    if (target !== own) place(dragged.value, target)
  }

  function end() {
    dragged.value = undefined
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', end)
    window.removeEventListener('pointercancel', end)
  }

  function start(id: string, event: PointerEvent) {
    if (event.button !== 0) return
    dragged.value = id
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
  }

  onBeforeUnmount(end)
  return { dragged, start }
}
