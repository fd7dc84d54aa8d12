import { qrPath } from '@/features/handout/qrPath'
import { describe, expect, test } from 'vitest'

const { path, size } = qrPath('https://tn.example.org/compare?treatments=mvd,srs&data=1.0.0')
const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
const row = (y: number) =>
  Array.from({ length: 7 }, (_, x) => (dark.has(`${x + 4} ${y + 4}`) ? 1 : 0)).join('')

describe('the QR code', () => {
  test('has the quiet zone of four modules that a reader needs', () => {
    for (const at of dark) {
      const [x = 0, y = 0] = at.split(' ').map(Number)
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(4)
      expect(Math.max(x, y)).toBeLessThan(size - 4)
    }
  })

  test('begins with the finder pattern of the standard (ISO/IEC 18004)', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(row)).toEqual([
      '1111111',
      '1000001',
      '1011101',
      '1011101',
      '1011101',
      '1000001',
      '1111111',
    ])
  })

  test('is another one for another link', () => {
    expect(qrPath('https://tn.example.org/compare?treatments=mvd').path).not.toBe(path)
  })
})
