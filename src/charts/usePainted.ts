import { afterPaint } from '@/ui/afterPaint'
import { onBeforeUnmount, onMounted, ref } from 'vue'

/** False until the part of the page that it is used in has been painted once: what is large comes after that. */
export function usePainted() {
  const painted = ref(false)
  let stop: (() => void) | undefined

  onMounted(() => {
    stop = afterPaint(() => (painted.value = true))
  })
  onBeforeUnmount(() => stop?.())
  return painted
}
