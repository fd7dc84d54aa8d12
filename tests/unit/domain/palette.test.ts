import { readFileSync } from 'node:fs'
import { BACKGROUNDS, THEME_NAMES, TREATMENT_COLOURS, TREATMENT_MARKS, treatmentMark } from '@/domain/palette'
import { MOST_TREATMENTS } from '@/domain/view'
import { describe, expect, it } from 'vitest'
import { colourDistance, contrastRatio, VISIONS } from '../../support/colourVision'

const OKABE_ITO = ['#e69f00', '#56b4e9', '#009e73', '#f0e442', '#0072b2', '#d55e00', '#cc79a7']

function pairs<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const))
}

function closest(colours: readonly string[], vision: keyof typeof VISIONS): number {
  const matrix = VISIONS[vision]
  if (!matrix) throw new RangeError(`no such vision: ${vision}`)
  return Math.min(...pairs(colours).map(([one, other]) => colourDistance(one, other, matrix)))
}

const tokens = readFileSync(new URL('../../../src/app/styles/tokens.css', import.meta.url), 'utf8')

/** The blocks of tokens.css that set colours, and the theme each is for. */
const blocks = [...tokens.matchAll(/color-scheme: (light|dark);([^}]*)}/g)].map(([, theme, body = '']) => ({
  theme: theme as 'light' | 'dark',
  valueOf: (name: string) => new RegExp(`${name}: (#[0-9a-f]{6});`).exec(body)?.[1],
}))

describe('the colours of treatments', () => {
  it('are as many as treatments can stand side by side, each with a mark of its own', () => {
    expect(new Set(TREATMENT_MARKS).size).toBe(MOST_TREATMENTS)
    for (const theme of THEME_NAMES) expect(new Set(TREATMENT_COLOURS[theme]).size).toBe(MOST_TREATMENTS)
    expect(() => treatmentMark(MOST_TREATMENTS)).toThrow(RangeError)
  })

  for (const theme of THEME_NAMES) {
    for (const vision of Object.keys(VISIONS))
      it(`stay at least 0.10 apart in OKLab: ${theme} theme, ${vision} vision`, () => {
        expect(closest(TREATMENT_COLOURS[theme], vision)).toBeGreaterThanOrEqual(0.1)
      })

    it(`stand out from the background by 3 to 1 and more: ${theme} theme`, () => {
      for (const colour of TREATMENT_COLOURS[theme])
        expect(contrastRatio(colour, BACKGROUNDS[theme])).toBeGreaterThanOrEqual(3)
    })
  }

  it('are measured by a ruler that finds the known faults of the Okabe-Ito set', () => {
    const worst = Math.min(...Object.keys(VISIONS).map((vision) => closest(OKABE_ITO, vision)))
    expect(worst).toBeCloseTo(0.076, 3)
    expect(OKABE_ITO.some((colour) => contrastRatio(colour, '#ffffff') < 3)).toBe(true)
  })
})

describe('tokens.css', () => {
  it('sets the colours once for light, and twice for dark: as a setting and as the system wishes', () => {
    expect(blocks.map((block) => block.theme)).toEqual(['light', 'dark', 'dark'])
  })

  it('repeats the colours of the palette', () => {
    for (const { theme, valueOf } of blocks) {
      expect(valueOf('--paper')).toBe(BACKGROUNDS[theme])
      TREATMENT_COLOURS[theme].forEach((colour, place) => {
        expect(valueOf(`--treatment-${place + 1}`)).toBe(colour)
      })
    }
  })

  it('keeps words readable on paper and on tinted paper: 4.5 to 1 and more', () => {
    const words = ['--ink', '--ink-soft', '--ink-faint', '--accent', '--caution-contraindicated']
    const cautions = ['--caution-avoid', '--caution-caution', '--caution-monitor']
    for (const { valueOf } of blocks)
      for (const name of [...words, ...cautions])
        for (const paper of ['--paper', '--paper-raised', '--paper-tint'])
          expect(contrastRatio(valueOf(name) ?? '', valueOf(paper) ?? ''), name).toBeGreaterThanOrEqual(4.5)
  })

  it('keeps the edges of controls visible: 3 to 1 and more', () => {
    for (const { valueOf } of blocks)
      expect(contrastRatio(valueOf('--line-strong') ?? '', valueOf('--paper') ?? '')).toBeGreaterThanOrEqual(
        3,
      )
  })
})
