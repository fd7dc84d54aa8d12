import { onBeforeUnmount, onMounted, ref } from 'vue'

/** True while the page is being printed: paper cannot be clicked, so what is folded must be open on it. */
export function usePrinting() {
  const printing = ref(false)
  const query = typeof matchMedia === 'function' ? matchMedia('print') : undefined
  const start = () => (printing.value = true)
  const end = () => (printing.value = false)
  const follow = (event: MediaQueryListEvent) => (printing.value = event.matches)

  onMounted(() => {
    window.addEventListener('beforeprint', start)
    window.addEventListener('afterprint', end)
    query?.addEventListener('change', follow)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', start)
    window.removeEventListener('afterprint', end)
    query?.removeEventListener('change', follow)
  })
  return printing
}
