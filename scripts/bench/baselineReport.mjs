/** The second table of docs/benchmarks.md: the app beside the other pages, and which goals were missed. */
import { median } from './report.mjs'

export const HEADING = '## Beside other ways to build it'

const TITLES = {
  app: 'TN Compare',
  static: 'Static page',
  vanilla: 'No library',
  'react-recharts': 'React + Recharts',
  tabulator: 'Tabulator',
  'ag-grid': 'AG Grid',
  'vuetify-chartjs': 'Vuetify + Chart.js',
}
/** What a user could pick instead; the static page and the one without a library are yardsticks. */
const RIVALS = ['react-recharts', 'tabulator', 'ag-grid', 'vuetify-chartjs']

const milliseconds = (value) => `${Math.round(value)} ms`
const kilobytes = (value) => `${(value / 1000).toFixed(1)} kB`
const megabytes = (value) => `${(value / 1e6).toFixed(1)} MB`

const LINES = [
  { key: 'scriptBytes', label: 'Script until ready', format: kilobytes },
  { key: 'firstViewBytes', label: 'Bytes until ready', format: kilobytes },
  { key: 'allBytes', label: 'Bytes in all', format: kilobytes },
  { key: 'firstPaint', label: 'First paint', format: milliseconds },
  { key: 'largestPaint', label: 'Largest paint', format: milliseconds },
  { key: 'ready', label: 'List usable', format: milliseconds },
  { key: 'blocking', label: 'Blocking time', format: milliseconds },
  { key: 'blockingUnthrottled', label: 'Blocking time, no slowdown', format: milliseconds },
  { key: 'layoutShift', label: 'Layout shift', format: (value) => value.toFixed(4) },
  { key: 'filter', label: 'Filter', format: milliseconds },
  { key: 'search', label: 'Search', format: milliseconds },
  { key: 'sort', label: 'Sort', format: milliseconds },
  { key: 'compare', label: 'Compare opened', format: milliseconds },
  { key: 'outcome', label: 'Outcome changed', format: milliseconds },
  { key: 'heap', label: 'Memory of scripts', format: megabytes },
]

/** The median over the rounds; undefined where a page has no such thing. An act has several times in each round. */
function medianOf(rounds, key) {
  const values = (rounds ?? []).flatMap((round) => round[key] ?? []).filter(Number.isFinite)
  return values.length > 0 ? median(values) : undefined
}

/** "836 ms (2.1)"; no ratio to nothing, which is no number. */
function cell(value, own, { format }, isOwn) {
  if (value === undefined) return ''
  if (isOwn || !own) return format(value)
  return `${format(value)} (${(value / own).toFixed(2)})`
}

const atMost = (value, limit) => value !== undefined && value <= limit

/** The goals that this table can tell, each with whether it is met. */
function goalsOf(results) {
  const of = (page, key) => medianOf(results[page], key)
  const times = (key, other) => of('app', key) / of(other, key)
  const rivals = RIVALS.filter((name) => results[name])
  const worse = LINES.flatMap(({ key, label }) =>
    rivals
      .filter((name) => of('app', key) > of(name, key))
      .map((name) => `${label.toLowerCase()} (${TITLES[name]})`),
  )
  const goals = [
    [
      `Largest paint at most 1.05 times the static page`,
      'static',
      () => times('largestPaint', 'static') <= 1.05,
    ],
    [`List usable after at most 2200 ms`, 'app', () => atMost(of('app', 'ready'), 2200)],
    [`Script at most 75 kB`, 'app', () => atMost(of('app', 'scriptBytes'), 75_000)],
    [`First view at most 200 KiB`, 'app', () => atMost(of('app', 'firstViewBytes'), 204_800)],
    [`Blocking time at most 50 ms`, 'app', () => atMost(of('app', 'blocking'), 50)],
    [
      `Filter at most 1.3 times the page without a library`,
      'vanilla',
      () => times('filter', 'vanilla') <= 1.3,
    ],
    [
      `Compare opened faster than by every other library`,
      rivals[0],
      () => rivals.every((name) => of('app', 'compare') < of(name, 'compare')),
    ],
    [
      `No line worse than of another library${worse.length > 0 ? `; worse: ${worse.join(', ')}` : ''}`,
      rivals[0],
      () => worse.length === 0,
    ],
  ]
  return goals
    .filter(([, needs]) => results.app && results[needs])
    .map(([goal, , isMet]) => ({ goal, met: isMet() }))
}

/**
 * @param {Readonly<Record<string, readonly object[]>>} results for each page its figures, a row a round
 * @param {{ rounds: number, appVersion: string, browser: string, node: string, machine: string, date: string }} about
 * @returns {{ markdown: string, missed: readonly string[] }}
 */
export function baselineReport(results, about) {
  const pages = Object.keys(TITLES).filter((name) => results[name])
  const lines = LINES.map((line) => {
    const own = medianOf(results.app, line.key)
    const cells = pages.map((name) => cell(medianOf(results[name], line.key), own, line, name === 'app'))
    return `| ${line.label} | ${cells.join(' | ')} |`
  })
  const goals = goalsOf(results)
  const told = goals.map(({ goal, met }) => `| ${goal} | ${met ? 'yes' : 'no'} |`)
  const markdown = `${HEADING}

Measured by \`npm run bench -- --baselines\` on ${about.date}: ${about.rounds} interleaved rounds, version ${about.appVersion}, Chromium
${about.browser}, Node ${about.node.slice(1)}, ${about.machine}. The other pages (\`tools/bench\`) read the same files and show
the same treatments with the same filters, search, orders, side-by-side table and bars, each as the guide of its library
says, but without what the app adds to them: every number's source, pair verdicts, cautions, work without network. In
brackets the ratio to the app: above 1 the app is better. Loads with the processor slowed four times on a slow 4G network,
acts with the processor slowed four times; medians over the rounds. An act ends with the first frame that shows its
result: movement that follows in a chart is not counted, and menus that have to be opened first are open. Blocking time
is what tasks take beyond 50 ms each between the first paint and the list usable; memory is after a garbage collection,
once the page has come to rest (the app has then read all its tables, the others only those of their list).
Bytes in all are counted once no file has come for two seconds: the app has then also fetched Compare and its other
parts ahead.

| what | ${pages.map((name) => TITLES[name]).join(' | ')} |
| --- | ${pages.map(() => '---:').join(' | ')} |
${lines.join('\n')}
${goals.length > 0 ? `\n| goal | met |\n| --- | --- |\n${told.join('\n')}\n` : ''}`
  return { markdown, missed: goals.filter(({ met }) => !met).map(({ goal }) => goal) }
}

/**
 * docs/benchmarks.md with one part measured anew and the other kept as it stands.
 *
 * @param {string} before the file as it is
 * @param {{ goals?: string, baselines?: string }} parts what was measured now
 */
export function withParts(before, { goals, baselines }) {
  const place = before.indexOf(HEADING)
  const first = goals ?? (place < 0 ? before : before.slice(0, place))
  const second = baselines ?? (place < 0 ? '' : before.slice(place))
  return [first, second]
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n')
    .concat('\n')
}
