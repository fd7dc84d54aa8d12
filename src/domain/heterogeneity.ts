import type { PooledEffect } from './pooling'

/**
 * How much the studies differ beyond chance. The bands of the Cochrane Handbook overlap; where they do, the
 * milder word is used up to the middle of the overlap.
 */
export type HeterogeneityLevel = 'none-seen' | 'may-not-matter' | 'moderate' | 'substantial' | 'considerable'

/** Between-study variance and I squared put into words. */
export interface HeterogeneityReading {
  readonly level: HeterogeneityLevel
  /** What I squared says. Holds no figures: those are formatted where they are shown. */
  readonly words: string
  /** What tau squared says: how to read `typical`. */
  readonly tauWords: string
  /** What else must be read beside it; undefined with ten studies or more. */
  readonly caution: string | undefined
  /** About two in three true results lie here: estimate minus and plus tau, on the scale of pooling. */
  readonly typical: { readonly lower: number; readonly upper: number }
}

const WORDS: Readonly<Record<HeterogeneityLevel, string>> = {
  'none-seen': 'The studies differ no more than chance alone would make them.',
  'may-not-matter': 'The studies differ a little more than chance alone would make them; it may not matter.',
  moderate: 'The studies differ moderately beyond chance.',
  substantial: 'The studies differ substantially beyond chance: the average hides different results.',
  considerable:
    'The studies differ considerably beyond chance: the average describes few of them, read the studies one by one.',
}

function levelOf(iSquaredPercent: number): HeterogeneityLevel {
  if (iSquaredPercent === 0) return 'none-seen'
  if (iSquaredPercent < 35) return 'may-not-matter'
  if (iSquaredPercent < 55) return 'moderate'
  if (iSquaredPercent < 82.5) return 'substantial'
  return 'considerable'
}

/**
 * Reads I squared and tau squared of a pooled effect aloud.
 *
 * @see Deeks JJ, Higgins JPT, Altman DG, editors. Cochrane Handbook, chapter 10, section 10.10.2: 0 to 40 % might
 *   not be important, 30 to 60 % moderate, 50 to 90 % substantial, 75 to 100 % considerable
 */
export function readHeterogeneity(pooled: PooledEffect): HeterogeneityReading {
  const level = levelOf(pooled.iSquaredPercent)
  const tau = Math.sqrt(pooled.tau2)
  return {
    level,
    words: WORDS[level],
    tauWords:
      pooled.model === 'fixed'
        ? 'One true result is assumed for all studies.'
        : pooled.tau2 === 0
          ? 'No difference between the true results of the studies could be measured.'
          : 'The true result differs from study to study; about two in three lie in this range.',
    caution:
      pooled.studies < 10 ? 'With so few studies, how much they differ is itself very uncertain.' : undefined,
    typical: { lower: pooled.estimate - tau, upper: pooled.estimate + tau },
  }
}
