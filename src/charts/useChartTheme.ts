import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { ChartTheme } from './theme'

/**
 * The theme on screen, from the setting on the root element or the system; `print` while printing. Where the system
 * forces its colours, its ground shows through a picture, whatever the setting says.
 */
export function useChartTheme() {
  const theme = ref<ChartTheme>('light')
  const queries =
    typeof matchMedia === 'function'
      ? {
          print: matchMedia('print'),
          dark: matchMedia('(prefers-color-scheme: dark)'),
          forced: matchMedia('(forced-colors: active)'),
        }
      : undefined
  let printing = false
  let observer: MutationObserver | undefined

  function read() {
    const set = queries?.forced.matches ? undefined : document.documentElement.dataset['theme']
    const dark = set === 'dark' || (set !== 'light' && (queries?.dark.matches ?? false))
    theme.value = printing || queries?.print.matches ? 'print' : dark ? 'dark' : 'light'
  }
  const start = () => ((printing = true), read())
  const end = () => ((printing = false), read())

  onMounted(() => {
    read()
    window.addEventListener('beforeprint', start)
    window.addEventListener('afterprint', end)
    queries?.print.addEventListener('change', read)
    queries?.dark.addEventListener('change', read)
    queries?.forced.addEventListener('change', read)
    observer = new MutationObserver(read)
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  })
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', start)
    window.removeEventListener('afterprint', end)
    queries?.print.removeEventListener('change', read)
    queries?.dark.removeEventListener('change', read)
    queries?.forced.removeEventListener('change', read)
    observer?.disconnect()
  })
  return theme
}
