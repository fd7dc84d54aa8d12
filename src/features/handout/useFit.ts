import { nextTick, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'

/** What one page holds, in millimetres: Letter less its margins, with 3 mm to spare for the printer's own rounding. */
export const PAGE_HEIGHT = 256
/** How the sheet is set, from loose to close; the last one leaves out what each option is. */
export const DENSITIES = ['roomy', 'easy', 'close', 'closer', 'closest', 'bare'] as const
export type Density = (typeof DENSITIES)[number]
const MILLIMETRE = 96 / 25.4

/** A row of the table and what leaving it out would save. */
export interface RowHeight {
  readonly outcome: string
  readonly millimetres: number
}

export interface Fit {
  readonly density: Density
  /** Millimetres beyond one page, even when it is set close; 0 where it fits. */
  readonly over: number
  readonly rows: readonly RowHeight[]
}

/** Rounds away from the hair of a pixel that a layout may be off. */
const inMillimetres = (pixels: number) => Math.max(0, Math.ceil(pixels / MILLIMETRE - 0.25))

/** The height of what is on the sheet, without the margins it has on screen. */
function heightOf(sheet: HTMLElement): number {
  const { paddingTop, paddingBottom } = getComputedStyle(sheet)
  return sheet.clientHeight - (parseFloat(paddingTop) || 0) - (parseFloat(paddingBottom) || 0)
}

/** Sets the sheet loosely, and close where it would not fit, and says by how much it is still too long. */
export function fitSheet(sheet: HTMLElement): Fit {
  const limit = PAGE_HEIGHT * MILLIMETRE
  const fitting = DENSITIES.find((density) => {
    sheet.dataset['density'] = density
    return heightOf(sheet) <= limit + 1
  })
  const rows = [...sheet.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({
    outcome: row.dataset['row'] ?? '',
    millimetres: Math.floor(row.offsetHeight / MILLIMETRE),
  }))
  return { density: fitting ?? 'bare', over: inMillimetres(heightOf(sheet) - limit), rows }
}

/** Measures the sheet again whenever what is on it changes. */
export function useFit(find: () => HTMLElement | null | undefined, content: () => unknown) {
  const fit: Ref<Fit> = ref({ density: 'roomy', over: 0, rows: [] })
  async function measure() {
    await nextTick()
    const sheet = find()
    if (sheet) fit.value = fitSheet(sheet)
  }
  // Words of another language arrive a moment later than the page, and change its height.
  const observer = typeof ResizeObserver === 'function' ? new ResizeObserver(() => void measure()) : undefined
  onMounted(() => {
    void measure()
    observer?.observe(document.body)
  })
  onBeforeUnmount(() => observer?.disconnect())
  watch(content, measure, { flush: 'post', deep: true })
  return { fit, measure }
}
