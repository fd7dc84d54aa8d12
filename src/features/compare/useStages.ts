import { onBeforeUnmount, onMounted, ref } from 'vue'

/**
 * A count that goes up by one after each paint until it reaches `last`: what is on screen first is built first,
 * and what lies further down or takes longer follows without keeping the reader waiting.
 */
export function useStages(last: number) {
  const stage = ref(0)
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function next() {
    if (stage.value >= last) return
    // A hidden tab paints nothing: the timer goes on without it.
    const go = () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      stage.value += 1
      next()
    }
    timer = setTimeout(go, 200)
    frame = requestAnimationFrame(() => {
      clearTimeout(timer)
      timer = setTimeout(go)
    })
  }

  onMounted(next)
  onBeforeUnmount(() => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
  })
  return stage
}
