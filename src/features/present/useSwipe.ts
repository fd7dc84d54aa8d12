import type { ShowAct } from '@/stores/showChannel'
import { onBeforeUnmount, onMounted, type Ref } from 'vue'

/** How far a finger goes sideways before it is a swipe, in pixels. */
const FAR = 60

/** A swipe to the left is the next screen, one to the right the one before. */
export function useSwipe(element: Readonly<Ref<HTMLElement | null>>, act: (asked: ShowAct) => void) {
  let start: Touch | undefined

  function down(event: TouchEvent) {
    start = event.touches.length === 1 ? event.touches[0] : undefined
  }
  function up(event: TouchEvent) {
    const end = event.changedTouches[0]
    if (!start || !end) return
    const [x, y] = [end.clientX - start.clientX, end.clientY - start.clientY]
    start = undefined
    if (Math.abs(x) > FAR && Math.abs(x) > 2 * Math.abs(y)) act(x < 0 ? 'next' : 'previous')
  }
  onMounted(() => {
    element.value?.addEventListener('touchstart', down, { passive: true })
    element.value?.addEventListener('touchend', up, { passive: true })
  })
  onBeforeUnmount(() => {
    element.value?.removeEventListener('touchstart', down)
    element.value?.removeEventListener('touchend', up)
  })
}
