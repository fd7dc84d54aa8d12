import { afterPaint } from '@/ui/afterPaint'
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { ListItem } from './listItems'

/** A line of the list where it stands in the document, with the place at which it is shown. */
export interface PlacedLine {
  readonly item: ListItem
  /** Undefined while both are the same. */
  readonly order: number | undefined
}

const isSameOrder = (one: readonly ListItem[], other: readonly ListItem[]) =>
  one.length === other.length && one.every((item, place) => item.key === other[place]?.key)

/**
 * Another order is shown at once by the `order` of the boxes, and the rows move in the document after that has been
 * painted: to take eighty rows out and put them back costs twice the frame. So what a screen reader and the
 * keyboard meet is in the order of the eye again before anybody can have pressed a key.
 */
export function useLateMoves(items: ComputedRef<readonly ListItem[]>) {
  const standing = shallowRef<readonly ListItem[]>(items.value)

  const lines = computed<readonly PlacedLine[]>(() => {
    if (isSameOrder(items.value, standing.value))
      return items.value.map((item) => ({ item, order: undefined }))
    const places = new Map(items.value.map((item, place) => [item.key, { item, order: place }]))
    const stayed = standing.value.flatMap(({ key }) => places.get(key) ?? [])
    const before = new Set(standing.value.map(({ key }) => key))
    return [...stayed, ...[...places.values()].filter(({ item }) => !before.has(item.key))]
  })

  watch(items, (now) => {
    if (!isSameOrder(now, standing.value)) afterPaint(() => (standing.value = items.value))
  })

  return { lines }
}
