import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LogarithmicScale,
  type Plugin,
} from 'chart.js'
import { axisBase } from './barAxis'
import { BAR_THICKNESS, DASH_GAP, type PlacedBar, type PlacedPanel } from './placedBars'
import { CANVAS_EDGE, intervalBarsOptions, type BarPaint } from './intervalBarsOptions'
import { colourIn, treatmentColour, type ChartTheme } from './theme'

/*
 * The only file that holds Chart.js: loaded when the first bars are drawn, and only with the parts they need.
 */

const DASH = [4, 3]

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LogarithmicScale)

/** Lines from corner to corner of a small tile, as wide as those of the SVG pattern. */
function hatching(colour: string, paper: string): BarPaint {
  const tile = document.createElement('canvas')
  tile.width = tile.height = 7
  const pen = tile.getContext('2d')
  if (!pen) return colour
  pen.fillStyle = paper
  pen.fillRect(0, 0, 7, 7)
  pen.strokeStyle = colour
  pen.lineWidth = 3.2
  pen.beginPath()
  for (const shift of [-7, 0, 7]) {
    pen.moveTo(shift - 1, 8)
    pen.lineTo(shift + 8, -1)
  }
  pen.stroke()
  return pen.createPattern(tile, 'repeat') ?? colour
}

function strokeLine(pen: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number) {
  pen.beginPath()
  pen.moveTo(x1, y1)
  pen.lineTo(x2, y2)
  pen.stroke()
}

interface Pen {
  readonly pen: CanvasRenderingContext2D
  readonly theme: ChartTheme
  /** Middle of the band, as Chart.js placed it. */
  readonly y: number
  readonly x: (value: number) => number
}

function drawDashes({ pen, theme, x, y }: Pen, place: number, base: number, value: number) {
  const [from, to] = [Math.min(x(base), x(value)), Math.max(x(base), x(value))]
  pen.setLineDash(DASH)
  pen.strokeStyle = colourIn(theme, treatmentColour(place))
  pen.lineWidth = 1.25
  pen.strokeRect(
    from - DASH_GAP,
    y - BAR_THICKNESS / 2 - DASH_GAP,
    to - from + 2 * DASH_GAP,
    BAR_THICKNESS + 2 * DASH_GAP,
  )
  pen.setLineDash([])
}

function drawValue({ pen, theme, x, y }: Pen, bar: PlacedBar, value: number) {
  pen.strokeStyle = colourIn(theme, treatmentColour(bar.row.place))
  pen.lineWidth = 2
  strokeLine(pen, x(value), y - BAR_THICKNESS / 2 - 2, x(value), y + BAR_THICKNESS / 2 + 2)
}

function drawWhiskers({ pen, theme, x, y }: Pen, lower: number, upper: number) {
  const [low, high] = [x(lower), x(upper)]
  for (const [colour, width] of [
    ['paper', 4.5],
    ['ink', 1.75],
  ] as const) {
    pen.strokeStyle = colourIn(theme, colour)
    pen.lineWidth = width
    strokeLine(pen, low, y, high, y)
    for (const end of [low, high]) strokeLine(pen, end, y - 5, end, y + 5)
  }
}

/** Draws what bars of Chart.js do not have: intervals, the line at the value, and the dashes of other patients. */
function intervalWhiskers(panel: PlacedPanel, theme: ChartTheme): Plugin<'bar'> {
  return {
    id: 'interval-whiskers',
    afterDatasetsDraw(chart) {
      const scale = chart.scales['x']
      if (!scale) return
      const x = (value: number) =>
        scale.getPixelForValue(Math.min(panel.axis.high, Math.max(panel.axis.low, value)))
      panel.bands.forEach((bar, index) => {
        const estimate = bar?.row.shown?.estimate
        const element = chart.getDatasetMeta(0).data[index]
        if (!bar || !element || estimate?.value === undefined) return
        const pen: Pen = { pen: chart.ctx, theme, x, y: element.y }
        chart.ctx.save()
        if (bar.dashed) drawDashes(pen, bar.row.place, axisBase(panel.axis), estimate.value)
        drawValue(pen, bar, estimate.value)
        if (estimate.interval.kind === 'shown')
          drawWhiskers(pen, estimate.interval.lower, estimate.interval.upper)
        chart.ctx.restore()
      })
    },
  }
}

/**
 * Draws a panel on a canvas.
 *
 * @returns undefined where the browser bars the canvas
 */
export function drawIntervalBars(
  canvas: HTMLCanvasElement,
  panel: PlacedPanel,
  theme: ChartTheme,
): { readonly destroy: () => void } | undefined {
  if (!canvas.getContext('2d')) return undefined
  const width = panel.plot.right - panel.plot.left + 2 * CANVAS_EDGE
  const height = panel.plot.bottom - panel.plot.top
  // A chart that goes puts back the size it found: each new one must set its own.
  Object.assign(canvas, { width, height })
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` })
  const paper = colourIn(theme, 'paper')
  const paint = ({ row, hatched }: PlacedBar) => {
    const colour = colourIn(theme, treatmentColour(row.place))
    return hatched ? hatching(colour, paper) : colour
  }
  return new Chart(canvas, intervalBarsOptions(panel, theme, paint, [intervalWhiskers(panel, theme)]))
}
