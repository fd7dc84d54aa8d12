/** Turns the measured rounds into the table of docs/benchmarks.md and says which goals were missed. */

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

const milliseconds = (value) => `${Math.round(value)} ms`
const kilobytes = (value) => `${(value / 1000).toFixed(1)} kB`

function rowsOf({ app, plain, acts, actsUnthrottled, forest, verdicts, ranks }) {
  const of = (runs, key) => runs.map((run) => run[key])
  const all = (runs, key) => runs.flatMap((run) => run[key])
  const paint = median(of(app, 'largestPaint')) / median(of(plain, 'largestPaint'))
  const slow = (key) => all(acts, key)
  return [
    ['Largest paint, static page', milliseconds(median(of(plain, 'largestPaint'))), '', true],
    ['Largest paint, app', milliseconds(median(of(app, 'largestPaint'))), '', true],
    ['Largest paint, app to static page', `${paint.toFixed(2)} times`, 'at most 1.1 times', paint <= 1.1],
    [
      'Layout shift, worst round',
      Math.max(...of(app, 'layoutShift')).toFixed(4),
      '0',
      Math.max(...of(app, 'layoutShift')) < 0.0005,
    ],
    [
      'List usable',
      milliseconds(median(of(app, 'ready'))),
      'at most 2200 ms',
      median(of(app, 'ready')) <= 2200,
    ],
    [
      'Script for the first view, brotli',
      kilobytes(median(of(app, 'scriptBytes'))),
      'at most 75 kB',
      median(of(app, 'scriptBytes')) <= 75_000,
    ],
    [
      'First view with data',
      kilobytes(median(of(app, 'firstViewBytes'))),
      'at most 204.8 kB (200 KiB)',
      median(of(app, 'firstViewBytes')) <= 204_800,
    ],
    ['Filter, median', milliseconds(median(slow('filter'))), 'at most 60 ms', median(slow('filter')) <= 60],
    [
      'Filter, worst',
      milliseconds(Math.max(...slow('filter'))),
      'at most 100 ms',
      Math.max(...slow('filter')) <= 100,
    ],
    ['Sort, median', milliseconds(median(slow('sort'))), 'at most 60 ms', median(slow('sort')) <= 60],
    [
      'Sort, worst',
      milliseconds(Math.max(...slow('sort'))),
      'at most 100 ms',
      Math.max(...slow('sort')) <= 100,
    ],
    [
      'Compare opened',
      milliseconds(median(slow('compare'))),
      'at most 300 ms',
      median(slow('compare')) <= 300,
    ],
    [
      'Filter, no slowdown, median',
      milliseconds(median(all(actsUnthrottled, 'filter'))),
      'under 20 ms',
      median(all(actsUnthrottled, 'filter')) < 20,
    ],
    [
      'Verdicts of six treatments, all pairs and outcomes, in Node',
      milliseconds(median(verdicts)),
      'under 50 ms',
      median(verdicts) < 50,
    ],
    [
      'Chances of the ranks, 12 options, 8 criteria, 10,000 draws, in Node',
      milliseconds(median(ranks)),
      'under 200 ms',
      median(ranks) < 200,
    ],
    [
      'Forest plot of 500 findings drawn, no slowdown',
      milliseconds(median(forest)),
      'under 100 ms',
      median(forest) < 100,
    ],
  ]
}

export function benchmarkReport(results, about) {
  const rows = rowsOf(results)
  const missed = rows.filter(([, , goal, met]) => goal && !met)
  const lines = rows.map(
    ([name, value, goal, met]) => `| ${name} | ${value} | ${goal} | ${goal ? (met ? 'yes' : 'no') : ''} |`,
  )
  const markdown = `# Benchmarks

Measured by \`npm run bench\` on ${about.date}: ${about.rounds} interleaved rounds, version ${about.appVersion}, Chromium
${about.browser}, Node ${about.node.slice(1)}, ${about.machine}. Unless a line says otherwise the processor is slowed four times and the
network is a slow 4G (150 ms round trip, 1.6 Mbit/s down). The static page holds the same words as the list, as plain HTML without
script. Times are medians over the rounds; an act is timed inside the page, from the act to the frame that shows it, with half a second
between two acts.

| what | measured | goal | met |
| --- | --- | --- | --- |
${lines.join('\n')}
`
  return { markdown, missed }
}
