import type { Filling, Outline, Scene, SceneColour, SceneItem } from './scene'
import { TEXT_SIZE } from './scene'
import { CHART_FONT, colourIn, type ChartTheme } from './theme'

/** Text that is safe between tags and in attributes; characters that XML does not know are dropped. */
export function escapeXml(text: string): string {
  return text

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

/** A tenth of a pixel is finer than any screen; more digits only make the file long. */
function px(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function attributes(pairs: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(pairs)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeXml(value)}"`]))
    .join('')
}

function fillOf(theme: ChartTheme, fill: Filling | undefined): Readonly<Record<string, string | undefined>> {
  if (!fill) return { fill: 'none' }
  return {
    fill: fill.hatched ? `url(#hatch-${fill.colour})` : colourIn(theme, fill.colour),
    'fill-opacity': fill.opacity === undefined ? undefined : String(fill.opacity),
  }
}

function strokeOf(theme: ChartTheme, stroke: Outline | undefined) {
  if (!stroke) return {}
  return {
    stroke: colourIn(theme, stroke.colour),
    'stroke-width': px(stroke.width ?? 1),
    'stroke-dasharray': stroke.dash,
  }
}

function element(item: SceneItem, theme: ChartTheme): string {
  if (item.kind === 'group')
    return `<g transform="translate(${px(item.x)} ${px(item.y)})">${elements(item.items, theme)}</g>`
  if (item.kind === 'text') {
    const { x, y, text, anchor, size = TEXT_SIZE, strong, italic, rotate, colour = 'ink' } = item
    return `<text${attributes({
      x: px(x),
      y: px(y),
      'font-size': px(size),
      'text-anchor': anchor === 'start' ? undefined : anchor,
      'font-weight': strong ? '600' : undefined,
      'font-style': italic ? 'italic' : undefined,
      transform: rotate === undefined ? undefined : `rotate(${px(rotate)} ${px(x)} ${px(y)})`,
      fill: colourIn(theme, colour),
    })}>${escapeXml(text)}</text>`
  }
  if (item.kind === 'line') {
    const { x1, y1, x2, y2, stroke } = item
    return `<line${attributes({ x1: px(x1), y1: px(y1), x2: px(x2), y2: px(y2), ...strokeOf(theme, stroke) })}/>`
  }
  const paint = { ...fillOf(theme, item.fill), ...strokeOf(theme, item.stroke) }
  if (item.kind === 'circle')
    return `<circle${attributes({ cx: px(item.x), cy: px(item.y), r: px(item.radius), ...paint })}/>`
  if (item.kind === 'rect') {
    const { x, y, width, height } = item
    return `<rect${attributes({ x: px(x), y: px(y), width: px(width), height: px(height), ...paint })}/>`
  }
  if (item.kind === 'path')
    return `<path${attributes({ d: item.d, transform: `translate(${px(item.x)} ${px(item.y)})`, ...paint })}/>`
  const points = item.points.map(([x, y]) => `${px(x)},${px(y)}`).join(' ')
  return `<${item.open ? 'polyline' : 'polygon'}${attributes({ points, ...paint })}/>`
}

function elements(items: readonly SceneItem[], theme: ChartTheme): string {
  return items.map((item) => element(item, theme)).join('')
}

/** The colours that a scene hatches with: each needs a pattern of its own. */
export function hatchColours(items: readonly SceneItem[]): readonly SceneColour[] {
  const found = items.flatMap((item): readonly SceneColour[] => {
    if (item.kind === 'group') return hatchColours(item.items)
    return 'fill' in item && item.fill?.hatched ? [item.fill.colour] : []
  })
  return [...new Set(found)]
}

function pattern(colour: SceneColour, theme: ChartTheme): string {
  const box = '<pattern width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
  const line = `<line x1="0" y1="0" x2="0" y2="5" stroke="${colourIn(theme, colour)}" stroke-width="3.2"/>`
  const paper = `<rect width="5" height="5" fill="${colourIn(theme, 'paper')}"/>`
  return `${box} id="hatch-${escapeXml(colour)}">${paper}${line}</pattern>`
}

/**
 * A scene as an SVG file that stands alone: its own colours, background, title and description, system fonts,
 * nothing from elsewhere.
 */
export function sceneToSvg(
  scene: Scene,
  words: { readonly title: string; readonly description: string },
  theme: ChartTheme = 'light',
): string {
  const { width, height } = scene
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}" role="img" font-family="${escapeXml(CHART_FONT)}" font-size="${TEXT_SIZE}">`,
    `<title>${escapeXml(words.title)}</title><desc>${escapeXml(words.description)}</desc>`,
    `<defs>${hatchColours(scene.items)
      .map((colour) => pattern(colour, theme))
      .join('')}</defs>`,
    `<rect width="100%" height="100%" fill="${colourIn(theme, 'paper')}"/>`,
    elements(scene.items, theme),
    '</svg>\n',
  ].join('')
}
