import { nextTick, onBeforeUnmount, onMounted, watch, type Ref } from 'vue'

/** How much larger than the least the words of a screen may be, largest first: few sizes, so that screens match. */
const SCALES = [1.6, 1.45, 1.3, 1.15, 1] as const

/** Nothing has to be scrolled, and no word is wider than its column. Heads of columns do not grow: names are long. */
function fits(body: HTMLElement): boolean {
  if (body.scrollHeight > body.clientHeight || body.scrollWidth > body.clientWidth) return false
  const cells = body.querySelectorAll<HTMLElement>('.columns:not(.option-heads) > *')
  return [...cells].every((cell) => cell.scrollWidth <= cell.clientWidth + 1)
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
  const found = shapes
    .flatMap((shape) => SCALES.map((scale) => ({ shape, scale })))
    .find(({ shape, scale }) => {
      body.dataset['shape'] = shape
      body.style.setProperty('--type-scale', String(scale))
      return fits(body)
    })
  if (!found) {
    body.dataset['shape'] = 'flat'
    body.style.setProperty('--type-scale', '1')
  }
  delete body.dataset['fitting']
}

/** Fits the words again whenever the screen is another, or another size. */
export function useFittedType(body: Readonly<Ref<HTMLElement | null>>, content: () => unknown) {
  const fit = () => {
    if (body.value) fitType(body.value)
  }
  const observer = typeof ResizeObserver === 'function' ? new ResizeObserver(fit) : undefined
  onMounted(() => {
    fit()
    if (body.value) observer?.observe(body.value)
  })
  onBeforeUnmount(() => observer?.disconnect())
  watch(content, () => nextTick(fit), { flush: 'post' })
}
