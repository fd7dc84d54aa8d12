import { afterPaint } from '@/ui/afterPaint'
import { onBeforeUnmount, onMounted, ref } from 'vue'

/** In pixels; hardly a row is lower. */
const LOWEST_ROW = 140
/** Rows that follow in one go. */
const AT_A_TIME = 12

/**
 * How many lines of the list to draw: on the first visit those that a screen shows, and more after each paint until
 * all are there, so that nobody waits for rows they cannot see.
 *
 * @param atOnce the page has been shown before: all of them, so that Back finds the place where it was left
 * @param count how many there are
 */
export function useRowsInTurn(atOnce: boolean, count: () => number) {
  const onScreen = Math.ceil(innerHeight / LOWEST_ROW) + 1
  const drawn = ref(atOnce ? Infinity : onScreen)
  let stop: (() => void) | undefined

  function more() {
    if (drawn.value >= count()) drawn.value = Infinity
    if (drawn.value === Infinity) return
    drawn.value += AT_A_TIME
    stop = afterPaint(more)
  }

  onMounted(() => {
    // One paint more: the page is ready to be used before further rows are drawn.
    if (!atOnce) stop = afterPaint(() => (stop = afterPaint(more)))
  })
  onBeforeUnmount(() => stop?.())
  return drawn
}
