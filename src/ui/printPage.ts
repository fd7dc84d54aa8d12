import { shallowRef } from 'vue'

/** True once the browser was asked to print and did not: a rule of the house, a frame, or a kiosk may bar it. */
export const printBarred = shallowRef(false)

/** Browsers say that they begin to print before they open a window for it; one that says nothing has not. */
const LONGEST_WAIT = 2000

/** Prints the page. Where that is barred, nothing else tells the reader: `printBarred` then does. */
export async function printPage(): Promise<void> {
  printBarred.value = false
  const begun = new Promise<boolean>((resolve) => {
    window.addEventListener('beforeprint', () => resolve(true), { once: true })
    setTimeout(() => resolve(false), LONGEST_WAIT)
  })
  try {
    window.print()
  } catch {
    printBarred.value = true
    return
  }
  printBarred.value = !(await begun)
}
