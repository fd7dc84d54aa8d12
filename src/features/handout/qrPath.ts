import { encode } from 'uqr'

/** Light modules around the code that a reader needs. @see ISO/IEC 18004, 4 modules */
const QUIET_ZONE = 4

/**
 * A text as the outline of a QR code, one square of 1 by 1 for each dark module.
 *
 * @returns the data of an SVG path, and the length of a side with the quiet zone
 */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { path: squares.join(''), size }
}
