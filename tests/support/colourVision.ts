/**
 * How colours look and how far apart they are, for proving a palette.
 *
 * Colour-blind vision: Machado GM, Oliveira MM, Fernandes LAF. A physiologically-based model for simulation of
 * color vision deficiency. IEEE Trans Vis Comput Graph 2009;15:1291-1298; matrices for severity 1.0, on linear sRGB.
 * Distance: Ottosson B. A perceptual color space for image processing, 2020 (OKLab).
 * Contrast: WCAG 2.2, relative luminance and contrast ratio.
 */
type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

export const VISIONS: Readonly<Record<string, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const LMS: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
]

const LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
]

function times(matrix: Matrix, [a, b, c]: Triple): Triple {
  const [x, y, z] = matrix.map((row) => row[0] * a + row[1] * b + row[2] * c)
  return [x ?? Number.NaN, y ?? Number.NaN, z ?? Number.NaN]
}

function each([a, b, c]: Triple, change: (part: number) => number): Triple {
  return [change(a), change(b), change(c)]
}

/** Linear light, 0 to 1, of a colour written #rrggbb. */
function linear(hex: string): Triple {
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16) / 255
  return each([part(1), part(3), part(5)], (value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
}

function seen(hex: string, vision: Matrix): Triple {
  const light = each(times(vision, linear(hex)), (part) => Math.min(1, Math.max(0, part)))
  return times(LAB, each(times(LMS, light), Math.cbrt))
}

/** Distance in OKLab, black to white being 1, as seen with the vision given. */
export function colourDistance(one: string, other: string, vision: Matrix): number {
  const [a, b] = [seen(one, vision), seen(other, vision)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

/** From 1 (the same) to 21 (black on white). */
export function contrastRatio(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = linear(hex)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
