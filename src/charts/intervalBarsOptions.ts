import { say } from '@/words/interface/charts'
import type { ChartConfiguration, Plugin } from 'chart.js'
import { axisBase } from './barAxis'
import { BAR_THICKNESS, type PlacedBar, type PlacedPanel } from './placedBars'
import { colourIn, treatmentColour, type ChartTheme } from './theme'

/** Room beside the plot for lines that lie on its edge, such as a whisker at 100. */
export const CANVAS_EDGE = 8

/** What fills a bar: a colour, or a pattern of the canvas. */
export type BarPaint = string | CanvasPattern

/** From the base to the value; the canvas turns it round where the value lies below. */
export type BarSpan = [number, number] | null

function spanOf(bar: PlacedBar | undefined, base: number): BarSpan {
  const value = bar?.row.shown?.estimate.value
  return value === undefined ? null : [base, value]
}

/**
 * One panel for Chart.js: bars that lie, one a band, a gap where there is no number. Axis, words and marks are
 * drawn around the canvas; the canvas is the plot and a narrow edge.
 *
 * @param paint how to fill a bar; hatching is a pattern that only a browser can make
 */
export function intervalBarsOptions(
  panel: PlacedPanel,
  theme: ChartTheme,
  paint: (bar: PlacedBar) => BarPaint = ({ row }) => colourIn(theme, treatmentColour(row.place)),
  plugins: Plugin<'bar'>[] = [],
): ChartConfiguration<'bar', BarSpan[], string> {
  const { axis, bands } = panel
  const colours = bands.map((bar) =>
    bar ? colourIn(theme, treatmentColour(bar.row.place)) : colourIn(theme, 'paper'),
  )
  return {
    type: 'bar',
    data: {
      labels: bands.map((bar, index) => bar?.row.name ?? say('gapIndex', { index: index + 1 })),
      datasets: [
        {
          data: bands.map((bar) => spanOf(bar, axisBase(axis))),
          backgroundColor: bands.map((bar) => (bar ? paint(bar) : 'transparent')),
          borderColor: colours,
          borderWidth: 1.25,
          borderSkipped: false,
          barThickness: BAR_THICKNESS,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: false,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { left: CANVAS_EDGE, right: CANVAS_EDGE, top: 0, bottom: 0 } },
      scales: {
        x: {
          type: axis.kind === 'log' ? 'logarithmic' : 'linear',
          min: axis.low,
          max: axis.high,
          display: false,
        },
        y: { type: 'category', display: false },
      },
    },
    plugins,
  }
}
