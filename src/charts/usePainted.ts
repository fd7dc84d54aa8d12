import { onBeforeUnmount, onMounted, ref } from 'vue'

/** False until the part of the page that it is used in has been painted once: what is large comes after that. */
export function usePainted() {
  const painted = ref(false)
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const done = () => (painted.value = true)

  onMounted(() => {
    // A hidden tab paints nothing: the timer goes on without it.
    timer = setTimeout(done, 200)
    frame = requestAnimationFrame(() => {
      clearTimeout(timer)
      timer = setTimeout(done)
    })
  })
  onBeforeUnmount(() => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  })
  return painted
}
