import { formatNumber, formatRange, formatShare } from '../format'
import type { NumberNeeded, NumberNeededToTreat } from '../numberNeeded'
import type { Finding } from '../tables/findings'
import type { AbsoluteEffect } from './absoluteEffect'

/** The words and figures of an absolute effect. */
export interface AbsoluteText {
  /** "68 of 100 against 15 of 100". */
  readonly shares: string
  /** "53 more of 100". */
  readonly difference: string
  /** "25 to 71 more of 100", or why there is none. */
  readonly interval: string
  /** "NNTB 2 (2 to 5)". */
  readonly numberNeeded: string | undefined
  /** How it was worked out, and what it does not allow. */
  readonly method: string
}

/** Fractions as whole or tenths of 100 people, with the word for their direction. */
function people(fraction: number): string {
  return formatNumber(Math.abs(100 * fraction), Math.abs(fraction) < 0.01 && fraction !== 0 ? 1 : 0)
}

function moreOrFewer(fraction: number): string {
  return fraction < 0 ? 'fewer' : 'more'
}

function intervalText({ difference: { lower, upper } }: AbsoluteEffect): string {
  if (lower < 0 && upper > 0) return `from ${people(lower)} fewer to ${people(upper)} more of 100`
  const [near, far] = lower < 0 ? [upper, lower] : [lower, upper]
  return `${formatRange(people(near), people(far))} ${moreOrFewer(lower < 0 ? lower : upper)} of 100`
}

/** Whole people: up for a benefit, down for a harm, so that neither looks better than it is. */
function patientsText(needed: NumberNeeded): string {
  if (needed.kind === 'infinite') return 'infinity'
  // Binary fractions put 1 / 0.1 a hair beside 10, which must not become 11.
  const patients = Number(needed.patients.toPrecision(12))
  return formatNumber(Math.max(1, needed.kind === 'NNTB' ? Math.ceil(patients) : Math.floor(patients)), 0)
}

/**
 * "NNTB 2 (2 to 5)"; where the difference could be zero, "NNTB 10 (NNTB 4 to infinity to NNTH 20)".
 *
 * @see Altman DG. BMJ 1998;317:1309-1312
 */
export function formatNumberNeeded({ estimate, best, worst, throughInfinity }: NumberNeededToTreat): string {
  const named = (needed: NumberNeeded) =>
    needed.kind === 'infinite' ? 'infinity' : `${needed.kind} ${patientsText(needed)}`
  if (throughInfinity) return `${named(estimate)} (${named(best)} to infinity to ${named(worst)})`
  const [near, far] = estimate.kind === 'NNTH' ? [worst, best] : [best, worst]
  if (estimate.kind === 'infinite') return 'infinity'
  return `${named(estimate)} (${formatRange(patientsText(near), patientsText(far))})`
}

function methodText({ crossover, numberNeeded, randomised }: AbsoluteEffect): string {
  if (crossover)
    return 'Difference worked out here from the counts. Both arms were the same people (crossover), so no interval is worked out.'
  const difference =
    "Worked out here from the counts of both arms: difference with Newcombe's 95\u00a0% interval"
  if (numberNeeded) return `${difference}, and the number needed to treat that belongs to it.`
  return randomised ? `${difference}.` : `${difference}. Not randomised: the groups may differ.`
}

/** An absolute effect as text, rounded here and nowhere else. */
export function describeAbsoluteEffect(effect: AbsoluteEffect, finding: Finding): AbsoluteText {
  const { value } = effect.difference
  const arm = formatShare(effect.armPercent, finding.armN)
  const comparator = formatShare(effect.comparatorPercent, finding.comparatorN)
  return {
    shares: `${arm} of 100 against ${comparator} of 100`,
    difference: value === 0 ? 'no difference' : `${people(value)} ${moreOrFewer(value)} of 100`,
    interval: effect.crossover ? '' : intervalText(effect),
    numberNeeded: effect.numberNeeded && formatNumberNeeded(effect.numberNeeded),
    method: methodText(effect),
  }
}
