/** How many digits stand after the decimal point of a printed number. */
export function decimalsOf(printed: string): number {
  const point = printed.indexOf('.')
  return point === -1 ? 0 : printed.length - point - 1
}

/** One step of the last printed digit: 0.1 for 53.3, 1 for 53. */
export function lastDigit(printed: string): number {
  return 10 ** -decimalsOf(printed)
}

/** The whole numbers written with digits in a text, thousands with or without a comma; decimals are passed over. */
export function wholeNumbersIn(text: string): readonly number[] {
  return [...text.matchAll(/(?<![\d.,-])\d{1,3}(?:,\d{3})+(?![\d.])|(?<![\d.,])\d+(?!\.?\d)/g)].map(
    ([found]) => Number(found.replaceAll(',', '')),
  )
}
