import { readHeterogeneity } from '@/domain/heterogeneity'
import { poolEffects } from '@/domain/pooling'
import { describe, expect, it } from 'vitest'
import { BCG_VACCINE, logRiskRatios } from './publishedMetaAnalyses'

const bcg = poolEffects(logRiskRatios(BCG_VACCINE))

describe('readHeterogeneity', () => {
  it('calls the BCG trials considerably different and gives the range of estimate and tau', () => {
    const reading = readHeterogeneity(bcg)
    expect(reading.level).toBe('considerable')
    // metafor README: estimate -0.7145, tau 0.5597.
    expect(reading.typical.lower).toBeCloseTo(-0.7145 - 0.5597, 3)
    expect(reading.typical.upper).toBeCloseTo(-0.7145 + 0.5597, 3)
    expect(reading.caution).toBeUndefined()
  })

  it.each([
    [0, 'none-seen'],
    [20, 'may-not-matter'],
    [45, 'moderate'],
    [70, 'substantial'],
    [90, 'considerable'],
  ])(
    'reads an I squared of %d percent as %s, within the bands of the Cochrane Handbook',
    (iSquaredPercent, level) => {
      expect(readHeterogeneity({ ...bcg, iSquaredPercent }).level).toBe(level)
    },
  )

  it('warns when the studies are few', () => {
    expect(readHeterogeneity({ ...bcg, studies: 9 }).caution).toMatch(/so few studies/)
  })

  it('holds no figures, since those are rounded where they are shown', () => {
    for (const iSquaredPercent of [0, 20, 45, 70, 90]) {
      const { words, tauWords, caution } = readHeterogeneity({ ...bcg, studies: 3, iSquaredPercent })
      expect(`${words} ${tauWords} ${caution}`).not.toMatch(/[0-9]/)
    }
  })
})
