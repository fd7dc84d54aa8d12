import { fitType } from '@/features/present/fitType'
import { afterEach, describe, expect, it } from 'vitest'

afterEach(() => document.body.replaceChildren())

interface Room {
  readonly width: number
  readonly height: number
  /** Height of what stands in it at the least size, with pictures lying and standing. */
  readonly content: { readonly flat: number; readonly upright: number }
  /** Width of the longest word at the least size, and of the column it stands in. */
  readonly word?: { readonly width: number; readonly column: number }
}

/** The body of a screen whose words take room as given. */
function bodyWith({ width, height, content, word = { width: 0, column: 1 } }: Room): HTMLElement {
  const body = document.createElement('div')
  body.innerHTML = '<div class="columns"><p>word</p></div>'
  document.body.append(body)
  const scale = () => Number(body.style.getPropertyValue('--type-scale') || 1)
  const shape = () => (body.dataset['shape'] === 'upright' ? 'upright' : 'flat')
  const has = (element: Element, properties: Readonly<Record<string, () => number>>) => {
    for (const [name, get] of Object.entries(properties)) Object.defineProperty(element, name, { get })
  }
  has(body, {
    clientWidth: () => width,
    clientHeight: () => height,
    scrollWidth: () => width,
    scrollHeight: () => Math.max(height, content[shape()] * scale()),
  })
  const cell = body.querySelector('p')
  // Only while it is measured do words not break.
  if (cell)
    has(cell, {
      clientWidth: () => word.column,
      scrollWidth: () => (body.dataset['fitting'] === undefined ? word.column : word.width * scale()),
    })
  return body
}

function fitted(room: Room) {
  const body = bodyWith(room)
  fitType(body)
  return { shape: body.dataset['shape'], scale: body.style.getPropertyValue('--type-scale') }
}

describe('the words of a patient screen', () => {
  it('grow as far as nothing has to be scrolled', () => {
    expect(fitted({ width: 1024, height: 700, content: { flat: 500, upright: 900 } })).toEqual({
      shape: 'flat',
      scale: '1.3',
    })
  })

  it('grow no further than 1.6 times, however little there is to say', () => {
    expect(fitted({ width: 1024, height: 700, content: { flat: 40, upright: 40 } }).scale).toBe('1.6')
  })

  it('stand with upright pictures on an upright screen, where these fit', () => {
    expect(fitted({ width: 700, height: 900, content: { flat: 400, upright: 800 } })).toEqual({
      shape: 'upright',
      scale: '1',
    })
    expect(fitted({ width: 700, height: 900, content: { flat: 600, upright: 950 } })).toEqual({
      shape: 'flat',
      scale: '1.45',
    })
  })

  it('grow no further than the longest word of a column has room', () => {
    const content = { flat: 100, upright: 100 }
    expect(fitted({ width: 1024, height: 700, content, word: { width: 150, column: 200 } }).scale).toBe('1.3')
  })

  it('keep the least size where they have to be scrolled anyway', () => {
    expect(fitted({ width: 390, height: 600, content: { flat: 900, upright: 1200 } })).toEqual({
      shape: 'flat',
      scale: '1',
    })
  })
})
