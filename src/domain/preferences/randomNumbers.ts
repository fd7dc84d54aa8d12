/** Numbers that look random and are the same each time, from a seed. */
export interface RandomNumbers {
  /** Evenly between 0 and 1, 1 left out. */
  readonly uniform: () => number
  /** From the standard normal distribution. */
  readonly normal: () => number
  /** From the exponential distribution with mean 1. */
  readonly exponential: () => number
}

/**
 * A generator with a seed: the 32-bit generator mulberry32 for even numbers, Marsaglia's polar method for normal
 * ones. Fast and good enough for some million draws; not for secrets.
 *
 * @param seed a whole number
 * @see Marsaglia G, Bray TA. A convenient method for generating normal variables. SIAM Rev 1964;6:260-264
 */
export function randomNumbers(seed: number): RandomNumbers {
  let state = seed >>> 0
  let spare = 0
  let hasSpare = false

  function uniform(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  function normal(): number {
    if (hasSpare) {
      hasSpare = false
      return spare
    }
    let x: number, y: number, square: number
    do {
      x = 2 * uniform() - 1
      y = 2 * uniform() - 1
      square = x * x + y * y
    } while (square >= 1 || square === 0)
    const factor = Math.sqrt((-2 * Math.log(square)) / square)
    spare = y * factor
    hasSpare = true
    return x * factor
  }

  return { uniform, normal, exponential: () => -Math.log(1 - uniform()) }
}
