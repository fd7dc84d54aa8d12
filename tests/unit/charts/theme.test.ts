import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHART_COLOURS, CHART_FONT, colourIn, treatmentColour } from '@/charts/theme'
import { TREATMENT_COLOURS } from '@/domain/palette'

const styles = (file: string) =>
  readFileSync(new URL(`../../../src/app/styles/${file}`, import.meta.url), 'utf8')

/** The custom properties of the rule that begins with `selector`. */
function propertiesOf(css: string, selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(selector)
  const rule = css.slice(css.indexOf('{', start), css.indexOf('}', start))
  return new Map(
    [...rule.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

describe('colours of pictures', () => {
  const tokens = styles('tokens.css')
  const cases = [
    ['light', propertiesOf(tokens, ':root,')],
    ['dark', propertiesOf(tokens, ":root[data-theme='dark']")],
    ['print', propertiesOf(styles('print.css'), '@media print {\n  :root,')],
  ] as const

  it.each(cases)('are those of the style sheet in the %s theme', (theme, properties) => {
    for (const [name, value] of Object.entries(CHART_COLOURS[theme])) expect(value).toBe(properties.get(name))
    for (const place of [0, 1, 2, 3, 4, 5])
      expect(colourIn(theme, treatmentColour(place))).toBe(properties.get(`treatment-${place + 1}`))
  })

  it('are ink only in print, whatever the treatment', () => {
    expect(TREATMENT_COLOURS.light.map((_, place) => colourIn('print', treatmentColour(place)))).toEqual(
      Array(6).fill('#000'),
    )
  })

  it('are refused for a seventh treatment', () => {
    expect(() => colourIn('light', treatmentColour(6))).toThrow(RangeError)
  })

  it('go with the fonts of the page', () => {
    expect(tokens).toContain(`--font: ${CHART_FONT};`)
  })
})
