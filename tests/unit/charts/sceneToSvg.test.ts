import { faultOfXml, parseSvg } from './parseSvg'
import { describe, expect, it } from 'vitest'
import { exportScene } from '@/charts/exportScene'
import { flatItems, placedAt, type Scene } from '@/charts/scene'
import { escapeXml, sceneToSvg } from '@/charts/sceneToSvg'

const scene: Scene = {
  width: 300,
  height: 100,
  items: [
    placedAt(10, 20, [
      { kind: 'text', x: 1, y: 2, text: 'A < B & "C"' },
      { kind: 'rect', x: 0, y: 0, width: 5, height: 5, fill: { colour: 'treatment-2', hatched: true } },
    ]),
    { kind: 'line', x1: 0, y1: 0, x2: 9, y2: 9, stroke: { colour: 'ink', dash: '4 3' } },
    { kind: 'polygon', points: [[0, 0], [1, 1], [2, 0]], open: true, stroke: { colour: 'line' } }, // prettier-ignore
    { kind: 'circle', x: 4, y: 4, radius: 2, fill: { colour: 'accent', opacity: 0.5 } },
  ],
  marks: [{ row: 0, x: 1, y: 2, width: 3, height: 4 }],
}

describe('sceneToSvg', () => {
  const svg = sceneToSvg(scene, { title: 'T <1>', description: 'reads & tells' })

  it('writes a well-formed file that holds its title, its description and every text', () => {
    expect(faultOfXml(svg)).toBeUndefined()
    const { texts, title, description } = parseSvg(svg)
    expect(title).toBe('T <1>')
    expect(description).toBe('reads & tells')
    expect(texts).toEqual(['A < B & "C"'])
  })

  it('draws hatching with a pattern of its own', () => {
    expect(svg).toContain('id="hatch-treatment-2"')
    expect(svg).toContain('fill="url(#hatch-treatment-2)"')
  })

  it('needs nothing from elsewhere and no style attribute', () => {
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|style=|<script|href=/)
  })

  it('drops characters that XML cannot hold', () => {
    expect(escapeXml('a\u0000b\u000bc')).toBe('abc')
  })
})

describe('exportScene', () => {
  it('keeps title, reading, notes and origin with the picture, and moves its marks with it', () => {
    const whole = exportScene(scene, {
      title: 'Pain free',
      reading: 'One sentence.',
      notes: ['Separate studies: may not be comparable.'],
      credit: 'App, data 1.0',
    })
    const texts = flatItems(whole.items).flatMap((item) => (item.kind === 'text' ? [item.text] : []))
    expect(texts).toEqual([
      'Pain free',
      'One sentence.',
      'A < B & "C"',
      'Separate studies: may not be comparable.',
      'App, data 1.0',
    ])
    expect(whole.height).toBeGreaterThan(scene.height)
    const shift = (whole.marks[0]?.y ?? 0) - 2
    const line = flatItems(whole.items).find((item) => item.kind === 'line')
    expect(line).toMatchObject({ y1: shift })
  })
})
