/**
 * The colours and marks of treatments in pictures and column heads: one place for canvas, SVG and style sheets.
 * `tokens.css` repeats the colours as `--treatment-1` to `--treatment-6`; a test keeps the two equal and proves
 * that every pair stays apart for colour-blind eyes and that each colour stands out from both backgrounds.
 */

/** A treatment's second sign beside its colour, by the place of its column. */
export const TREATMENT_MARKS = ['disc', 'square', 'triangle', 'diamond', 'cross', 'ring'] as const
export type TreatmentMarkName = (typeof TREATMENT_MARKS)[number]

export const THEME_NAMES = ['light', 'dark'] as const
export type ThemeName = (typeof THEME_NAMES)[number]

/** sRGB as #rrggbb, by theme and then by the place of the column. */
export const TREATMENT_COLOURS: Readonly<Record<ThemeName, readonly string[]>> = {
  light: ['#2a4194', '#a93503', '#069b97', '#7860c3', '#a7852f', '#722a4a'],
  dark: ['#9dd1fd', '#e47b22', '#52aeaa', '#7765bb', '#e2c878', '#a65659'],
}

/** The background that pictures are drawn on. */
export const BACKGROUNDS: Readonly<Record<ThemeName, string>> = { light: '#ffffff', dark: '#14171a' }

/** The colour of the column at `place`, 0 for the first, as a style sheet knows it: light, dark or on paper. */
export function treatmentColour(place: number): string {
  return `var(--treatment-${place + 1})`
}

/**
 * The mark of the column at `place`, 0 for the first.
 *
 * @throws RangeError for a place that no column has
 */
export function treatmentMark(place: number): TreatmentMarkName {
  const mark = TREATMENT_MARKS[place]
  if (!mark) throw new RangeError(`no treatment mark for column ${place}`)
  return mark
}
