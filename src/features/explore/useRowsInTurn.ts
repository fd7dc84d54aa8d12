import { onBeforeUnmount, onMounted, ref } from 'vue'

/** More than any screen shows at once, and as many as follow in one go. */
const AT_A_TIME = 12

/**
 * How many lines of the list to draw: on the first visit those that a screen shows, and more after each paint until
 * all are there, so that nobody waits for rows they cannot see.
 *
 * @param atOnce the page has been shown before: all of them, so that Back finds the place where it was left
 * @param count how many there are
 */
export function useRowsInTurn(atOnce: boolean, count: () => number) {
  const drawn = ref(atOnce ? Infinity : AT_A_TIME)
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function more() {
    clearTimeout(timer)
    if (drawn.value >= count()) drawn.value = Infinity
    if (drawn.value === Infinity) return
    drawn.value += AT_A_TIME
    later()
  }
  function later() {
    // A hidden tab paints nothing: the timer goes on without it.
    timer = setTimeout(more, 200)
    frame = requestAnimationFrame(() => {
      clearTimeout(timer)
      timer = setTimeout(more)
    })
  }

  onMounted(() => {
    if (!atOnce) later()
  })
  onBeforeUnmount(() => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  })
  return drawn
}
