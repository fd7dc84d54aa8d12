import { ref, type Ref } from 'vue'

/**
 * Dragging the lines of a list with a pointer: mouse, pen or finger.
 *
 * @param list the element whose children are the lines
 * @param place called when the dragged line has come to another place, 0 for the first
 */
export function useDragOrder(
  list: Readonly<Ref<HTMLElement | null>>,
  place: (id: string, at: number) => void,
) {
  const dragged = ref<string>()

  /** The place whose middle lies nearest above the pointer. */
  function placeUnder(y: number): number {
    const lines = [...(list.value?.children ?? [])]
    const tops = lines.map((line) => line.getBoundingClientRect())
    const before = tops.filter((box) => box.top + box.height / 2 < y).length
    return Math.min(Math.max(0, lines.length - 1), before)
  }

  function start(id: string, event: PointerEvent) {
    if (event.button !== 0) return
    dragged.value = id
    ;(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)
  }

  function move(at: number, event: PointerEvent) {
    if (dragged.value === undefined) return
    const target = placeUnder(event.clientY)
    if (target !== at) place(dragged.value, target)
  }

  function end() {
    dragged.value = undefined
  }

  return { dragged, start, move, end }
}
