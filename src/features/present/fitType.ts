import { nextTick, onBeforeUnmount, onMounted, watch, type Ref } from 'vue'

/** How much larger than the least the words of a screen may be: few sizes, so that screens match. */
const SCALES: readonly number[] = [1.15, 1.3, 1.45, 1.6]

const CELLS = ':is(.columns:not(.option-heads), .option-row) > *'

/** Nothing has to be scrolled, and no word of these is wider than its column. */
function fits(body: HTMLElement, columns = CELLS): boolean {
  if (body.scrollHeight > body.clientHeight || body.scrollWidth > body.clientWidth) return false
  const cells = body.querySelectorAll<HTMLElement>(columns)
  return [...cells].every((cell) => cell.scrollWidth <= cell.clientWidth + 1)
}

/** Names at the heads of columns are long: they grow half as far as the words below them, or not at all. */
function fitHeads(body: HTMLElement) {
  const scale = Number(body.style.getPropertyValue('--type-scale'))
  body.style.setProperty('--head-scale', String((1 + scale) / 2))
  if (!fits(body, '.option-heads > *')) body.style.setProperty('--head-scale', '1')
}

/** Sets the largest scale that fits, halving what is left to try; the least where none does, and then false. */
function fitScale(body: HTMLElement): boolean {
  body.style.setProperty('--head-scale', '1')
  const fitsAt = (scale: number) => {
    body.style.setProperty('--type-scale', String(scale))
    return fits(body)
  }
  const least = fitsAt(1)
  let [scale, larger] = [1, least ? SCALES : []]
  while (larger.length > 0) {
    const middle = Math.floor(larger.length / 2)
    const next = larger[middle] ?? 1
    const isFitting = fitsAt(next)
    if (isFitting) scale = next
    larger = isFitting ? larger.slice(middle + 1) : larger.slice(0, middle)
  }
  body.style.setProperty('--type-scale', String(scale))
  return least
}

/**
 * Sets the words of a screen as large as they fit, and where the screen is upright the pictures of people upright
 * too, and what the options are under one another. What does not fit at the least size keeps it and is scrolled.
 */
export function fitType(body: HTMLElement): void {
  const { clientWidth, clientHeight } = body
  if (clientHeight === 0) return
  // Words do not break while it is measured, so that one that is too long shows.
  body.dataset['fitting'] = ''
  const shapes = clientHeight > clientWidth ? (['upright', 'flat'] as const) : (['flat'] as const)
  shapes.some((shape) => {
    body.dataset['shape'] = shape
    return fitScale(body)
  })
  fitHeads(body)
  delete body.dataset['fitting']
}

/** A small picture of a screen may wait so long, in milliseconds, that the screen itself is not kept waiting. */
const PREVIEW_WAITS = 150

/**
 * Fits the words again whenever the screen is another, or another size.
 *
 * @param isPreview a small picture, fitted after the screen itself
 */
export function useFittedType(
  body: Readonly<Ref<HTMLElement | null>>,
  content: () => unknown,
  isPreview: () => boolean,
) {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const fitNow = () => {
    if (body.value) fitType(body.value)
  }
  function fit() {
    clearTimeout(waiting)
    if (isPreview()) waiting = setTimeout(fitNow, PREVIEW_WAITS)
    else fitNow()
  }
  const observer = typeof ResizeObserver === 'function' ? new ResizeObserver(fit) : undefined
  onMounted(() => {
    fit()
    if (body.value) observer?.observe(body.value)
  })
  onBeforeUnmount(() => {
    clearTimeout(waiting)
    observer?.disconnect()
  })
  watch(content, () => nextTick(fit), { flush: 'post' })
}
