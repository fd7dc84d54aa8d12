import { watch, type Ref } from 'vue'
import type { ListItem } from './listItems'
import type { PlacedLine } from './useLateMoves'

const isOut = (item: ListItem) => (item.kind === 'heading' ? item.count === 0 : !item.shown)

/**
 * Marks on the elements themselves which lines the filters hide and where another order shows them. By hand and not
 * by the template, because a filter or an order changes that one thing of up to eighty rows, and Vue would draw each
 * of those rows anew to do it.
 *
 * @param element holds one child for each line, in the same order
 */
export function useMarkedLines(
  element: Readonly<Ref<HTMLElement | null>>,
  lines: Readonly<Ref<readonly PlacedLine[]>>,
) {
  function mark() {
    const children = element.value?.children as HTMLCollectionOf<HTMLElement> | undefined
    lines.value.forEach(({ item, order }, place) => {
      const child = children?.[place]
      if (!child) return
      child.classList.toggle('out', isOut(item))
      const shownAt = order === undefined ? '' : String(order)
      if (child.style.order !== shownAt) child.style.order = shownAt
    })
  }
  watch([element, lines], mark, { flush: 'post' })
}
