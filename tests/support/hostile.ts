import { expect } from 'vitest'

/** Texts that have broken programs before, for cells, names and addresses. */
export const HOSTILE_TEXTS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__proto__[polluted]',
  '<script>window.hacked=1</script>',
  '<img src=x onerror="window.hacked=1">',
  '"><svg onload=window.hacked=1>',
  'javascript:window.hacked=1',
  'data:text/html,<script>window.hacked=1</script>',
  '{{constructor.constructor("window.hacked=1")()}}',
  '${window.hacked=1}',
  '=HYPERLINK("http://evil.example","x")',
  '=cmd|" /C calc"!A0',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\u202Egnp.exe',
  '\u2066\u2067\u2068\u2069',
  'a\0b',
  '\uFEFF',
  '\u200B\u200D',
  '\uD800',
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
  'Z\u0351\u036B\u0343\u036A\u0302'.repeat(50),
  '../'.repeat(2000),
  '..\\..\\..\\windows\\win.ini',
  '%00%0d%0aSet-Cookie:x=1',
  '%',
  '%E0%A4%A',
  'NaN',
  'Infinity',
  '1e309',
  '9'.repeat(400),
  ','.repeat(1000),
  '"'.repeat(1001),
  '\r\n'.repeat(500),
  'x'.repeat(10_000),
  '😀'.repeat(5_000),
]

/** Whether a plain object has got a property from any of these. */
export function isPolluted(): boolean {
  const plain: Record<string, unknown> = {}
  return plain['polluted'] !== undefined || Object.keys(Object.prototype).length > 0
}

/** Longer than any reading of one small file may take on a busy computer, in milliseconds; a hang is told from slowness. */
export const HANG = 5_000

/** Does the work, and fails where it takes as long as a hang or gives plain objects a property. */
export function soon<Result>(work: () => Result): Result {
  const start = performance.now()
  const result = work()
  expect(performance.now() - start).toBeLessThan(HANG)
  expect(isPolluted()).toBe(false)
  return result
}
