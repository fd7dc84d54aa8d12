import { describe, expect, it } from 'vitest'
import { baselineReport, HEADING, withParts } from '../../../../scripts/bench/baselineReport.mjs'

const about = {
  rounds: 3,
  appVersion: '0.1.0',
  browser: '150',
  node: 'v20.19.0',
  machine: '2 × processor',
  date: '2026-11-23',
}

const load = {
  scriptBytes: 70_000,
  firstViewBytes: 190_000,
  allBytes: 300_000,
  firstPaint: 500,
  largestPaint: 600,
  ready: 2000,
  blocking: 40,
  blockingUnthrottled: 0,
  layoutShift: 0,
  heap: 5_000_000,
}
const acts = { filter: [40, 60], search: [50], sort: [50, 50], compare: [200], outcome: [80] }
const twice = (round: Record<string, number | number[]>) =>
  Object.fromEntries(
    Object.entries(round).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((one) => 2 * one) : 2 * value,
    ]),
  )

const good = {
  app: [{ ...load, ...acts }],
  static: [{ ...load, ready: undefined }],
  vanilla: [{ ...load, ...acts }],
  tabulator: [twice({ ...load, ...acts })],
}
const lineOf = (markdown: string, label: string) =>
  markdown.split('\n').find((line) => line.startsWith(`| ${label} |`))

describe('baselineReport', () => {
  it('gives the median over rounds and acts, and the ratio to the app', () => {
    const app = [
      { ...load, ...acts },
      { ...load, ...acts, filter: [50, 1000] },
    ]
    const { markdown } = baselineReport({ ...good, app }, about)
    expect(lineOf(markdown, 'Filter')).toBe('| Filter | 55 ms |  | 50 ms (0.91) | 100 ms (1.82) |')
  })

  it('leaves a cell empty where a page has no such thing, and gives no ratio to nothing', () => {
    const { markdown } = baselineReport(good, about)
    expect(lineOf(markdown, 'List usable')).toBe(
      '| List usable | 2000 ms |  | 2000 ms (1.00) | 4000 ms (2.00) |',
    )
    expect(lineOf(markdown, 'Layout shift')).toBe('| Layout shift | 0.0000 | 0.0000 | 0.0000 | 0.0000 |')
    expect(markdown).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('misses no goal when the app is as it should be', () => {
    expect(baselineReport(good, about).missed).toEqual([])
  })

  it.each([
    ['a largest paint later than the static page', { largestPaint: 640 }, 'Largest paint at most'],
    ['a list usable too late', { ready: 2300 }, 'List usable'],
    ['too much script', { scriptBytes: 75_001 }, 'Script at most'],
    ['tasks that block', { blocking: 51 }, 'Blocking time'],
    ['a slow filter', { filter: [70] }, 'Filter at most'],
    ['a Compare as slow as another library', { compare: [400] }, 'Compare opened faster'],
    ['one line worse than another library', { heap: 11_000_000 }, 'memory of scripts (Tabulator)'],
  ])('misses a goal for %s', (_, change, goal) => {
    const { missed } = baselineReport({ ...good, app: [{ ...load, ...acts, ...change }] }, about)
    expect(missed.join('\n')).toContain(goal)
  })

  it('judges no goal whose pages were not measured', () => {
    const { missed, markdown } = baselineReport({ vanilla: good.vanilla }, about)
    expect(missed).toEqual([])
    expect(markdown).not.toContain('| goal |')
  })
})

describe('withParts', () => {
  const both = `# Benchmarks\n\nfirst\n\n${HEADING}\n\nsecond\n`

  it('keeps the part that was not measured', () => {
    expect(withParts(both, { goals: '# Benchmarks\n\nnew' })).toBe(
      `# Benchmarks\n\nnew\n\n${HEADING}\n\nsecond\n`,
    )
    expect(withParts(both, { baselines: `${HEADING}\n\nnew` })).toBe(
      `# Benchmarks\n\nfirst\n\n${HEADING}\n\nnew\n`,
    )
  })

  it('starts with either part alone', () => {
    expect(withParts('', { goals: '# Benchmarks\n' })).toBe('# Benchmarks\n')
    expect(withParts('# Benchmarks\n', { baselines: HEADING })).toBe(`# Benchmarks\n\n${HEADING}\n`)
  })
})
