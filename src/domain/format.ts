/**
 * Numbers as text. Everything upstream stays unrounded; a number is rounded here, once, and never to more
 * digits than its source or its size can bear.
 */

/** Rounds half away from zero at the decimal point of the printed number, not of its binary neighbour. */
function roundTo(value: number, decimals: number): string {
  // A very small or large number is written with an exponent already, such as 1e-17 left over from a subtraction.
  const [mantissa = '', exponent = '0'] = String(Math.abs(value)).split('e')
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + decimals}`))
  const rounded = Number(`${shifted}e-${decimals}`)
  return (value < 0 && rounded !== 0 ? '−' : '') + rounded.toFixed(decimals)
}

/** A number with at most `decimals` decimals, no trailing zeros, a true minus sign and spaces in thousands. */
export function formatNumber(value: number, decimals = 2): string {
  // Most numbers have nothing to round and no thousands.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value)
  const [whole = '', fraction = ''] = roundTo(value, decimals).split('.')
  const kept = fraction.replace(/0+$/, '')
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f') + (kept ? `.${kept}` : '')
}

/**
 * How many decimals a share of patients can bear.
 *
 * Whole numbers as a rule. One decimal below 10 where at least 100 patients (or an unknown number) stand behind
 * it, so that harms of 1.4 and 2.4 of 100 stay apart; one or two where rounding would say "none" or "all".
 *
 * @param percent 0 to 100
 * @param patients number in the arm, or undefined when not stated
 */
function decimalsOfShare(percent: number, patients: number | undefined): number {
  const edge = Math.min(percent, 100 - percent)
  if (edge === 0) return 0
  if (edge < 0.1) return 2
  if (edge < 1) return 1
  return percent < 10 && (patients === undefined || patients >= 100) ? 1 : 0
}

/**
 * The x of "x of 100".
 *
 * @param percent 0 to 100, unrounded
 * @param patients number in the arm, or undefined when not stated
 */
export function formatShare(percent: number, patients?: number): string {
  if (percent > 0 && percent < 0.005) return 'fewer than 0.01'
  if (percent < 100 && percent > 99.995) return 'more than 99.99'
  return formatNumber(percent, decimalsOfShare(percent, patients))
}

/** "4 to 12"; the word, not a dash, since a dash before a negative number is misread. */
export function formatRange(lower: string, upper: string): string {
  return lower === upper ? lower : `${lower} to ${upper}`
}

/** "1 week", "12 weeks", "1.5 years". */
export function formatTime(timepoint: number, unit: string): string {
  return `${formatNumber(timepoint)} ${timepoint === 1 ? unit.replace(/s$/, '') : unit}`
}
