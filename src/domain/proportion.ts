/** A share of patients and its interval, as fractions: 0.25 is 25 in 100. */
export interface Proportion {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

/** Standard normal quantile for a two-sided 95 % interval. */
export const Z_95 = 1.959963984540054

/**
 * Stops a calculation on counts that no study can have.
 *
 * @param events patients with the event
 * @param total patients in the arm
 * @throws RangeError unless both are whole numbers, `total` at least 1 and `events` from 0 to `total`
 */
export function assertCounts(events: number, total: number): void {
  if (!Number.isInteger(events) || !Number.isInteger(total) || total < 1 || events < 0 || events > total)
    throw new RangeError(`impossible counts: ${events} events in ${total} patients`)
}

/**
 * The share of patients with an event, with its 95 % Wilson score interval.
 *
 * Stays inside 0 to 1 and behaves for small samples and for 0 or `total` events,
 * where the textbook interval (value ± 1.96 SE) does not.
 *
 * @param events patients with the event, a whole number
 * @param total patients in the arm, at least 1
 * @returns fractions from 0 to 1
 * @throws RangeError for counts no study can have; validation keeps these out of loaded data
 * @see Newcombe RG. Stat Med 1998;17:857-872, method 3
 */
export function wilsonInterval(events: number, total: number): Proportion {
  assertCounts(events, total)
  const value = events / total
  const z2 = Z_95 ** 2
  const centre = value + z2 / (2 * total)
  const margin = Z_95 * Math.sqrt((value * (1 - value)) / total + z2 / (4 * total ** 2))
  const scale = 1 + z2 / total
  return {
    value,
    // The limit at 0 or all events is exact in algebra; floating point may miss it by a hair.
    lower: events === 0 ? 0 : Math.max(0, (centre - margin) / scale),
    upper: events === total ? 1 : Math.min(1, (centre + margin) / scale),
  }
}

/** Digits after the point of a number as it is written: 30.8 has 1, 30 has 0. */
function decimalsOf(printed: number): number {
  const [mantissa = '', exponent = '0'] = String(printed).split('e')
  const decimals = mantissa.split('.')[1]?.length ?? 0
  return Math.max(0, decimals - Number(exponent))
}

/**
 * The number of patients with the event, rebuilt from a printed percent and the size of the arm: the only whole
 * number whose share rounds back to the printed percent at the printed precision.
 *
 * An exact half counts as rounding both ways, since papers round it either way. A trailing zero is lost when a
 * cell is read as a number (30.0 is 30): that widens what could have been meant, so it can only turn an answer
 * into `undefined`, never into another number.
 *
 * @param percent the percent as printed, 0 to 100
 * @param total patients in the arm, at least 1
 * @returns whole number from 0 to `total`; undefined when no number, or more than one, rounds back to `percent`
 * @throws RangeError for a percent outside 0 to 100 or an arm that is not a whole number of at least 1
 */
export function eventsFromPercent(percent: number, total: number): number | undefined {
  if (!(percent >= 0 && percent <= 100)) throw new RangeError(`impossible percent: ${percent}`)
  assertCounts(0, total)
  const halfStep = 0.5 / 10 ** decimalsOf(percent)
  // Binary fractions miss a decimal half by about 1e-14; a share of patients never comes that close by chance.
  const tolerance = 1e-9
  const fewest = Math.max(0, Math.ceil(((percent - halfStep - tolerance) / 100) * total))
  const most = Math.min(total, Math.floor(((percent + halfStep + tolerance) / 100) * total))
  return fewest === most ? fewest : undefined
}
