import { TREATMENT_COLOURS } from '@/domain/palette'
import type { SceneColour } from './scene'

/** `print` is ink only: treatments are told apart by their marks, patterns and names. */
export const CHART_THEMES = ['light', 'dark', 'print'] as const
export type ChartTheme = (typeof CHART_THEMES)[number]

type NamedColour = Exclude<SceneColour, `treatment-${number}`>

/** The colours of tokens.css and print.css, for canvas and files, which know no style sheet; a test keeps them equal. */
export const CHART_COLOURS: Readonly<Record<ChartTheme, Readonly<Record<NamedColour, string>>>> = {
  light: {
    ink: '#16191d',
    'ink-soft': '#4b535b',
    'ink-faint': '#646c74',
    line: '#dfe3e6',
    'line-strong': '#8a929a',
    paper: '#ffffff',
    'paper-tint': '#f5f6f7',
    accent: '#0a5c8f',
  },
  dark: {
    ink: '#eceef0',
    'ink-soft': '#b6bdc4',
    'ink-faint': '#98a0a8',
    line: '#2e343a',
    'line-strong': '#747d86',
    paper: '#14171a',
    'paper-tint': '#1c2024',
    accent: '#79bbe6',
  },
  print: {
    ink: '#000',
    'ink-soft': '#000',
    'ink-faint': '#333',
    line: '#999',
    'line-strong': '#000',
    paper: '#fff',
    'paper-tint': '#fff',
    accent: '#000',
  },
}

/** The fonts of tokens.css. */
export const CHART_FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"

/** The colour of the column at `place`, 0 for the first. */
export function treatmentColour(place: number): SceneColour {
  return `treatment-${place + 1}`
}

/**
 * A colour as #rrggbb.
 *
 * @throws RangeError for a treatment colour that no column has
 */
export function colourIn(theme: ChartTheme, colour: SceneColour): string {
  const named = (CHART_COLOURS[theme] as Readonly<Record<string, string>>)[colour]
  if (named !== undefined) return named
  const own =
    TREATMENT_COLOURS[theme === 'dark' ? 'dark' : 'light'][Number(colour.replace('treatment-', '')) - 1]
  if (own === undefined) throw new RangeError(`no such colour: ${colour}`)
  return theme === 'print' ? CHART_COLOURS.print.ink : own
}
