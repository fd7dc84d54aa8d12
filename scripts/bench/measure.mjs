/** What is measured in the browser, one function a figure. All times in milliseconds, as the page itself sees them. */

/** Slow 4G as Lighthouse defines it: 150 ms round trip, 1.6 Mbit/s down, 0.75 Mbit/s up. */
export const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
}

export async function throttle(page, { cpu = 1, network } = {}) {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  if (network) {
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', network)
  }
  return session
}

/** Installed before the page: keeps the largest paint, the layout shift and long tasks, told only as they happen. */
export function observePaint() {
  window.__paint = { largest: 0, shift: 0, tasks: [] }
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      window.__paint.tasks.push({ startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.__paint.largest = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__paint.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
}

/**
 * Paints, layout shift, ready mark, blocking time and bytes over the wire, once the page has settled. Blocking is what
 * tasks take beyond 50 ms each, between the first paint and the ready mark.
 */
export function readLoad() {
  const resources = performance.getEntriesByType('resource')
  const sum = (entries) => entries.reduce((total, entry) => total + entry.encodedBodySize, 0)
  const page = performance.getEntriesByType('navigation')
  const ready = performance.getEntriesByName('app-ready')[0]?.startTime
  const before = resources.filter((entry) => ready === undefined || entry.responseEnd <= ready)
  const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity
  const blocking = window.__paint.tasks
    .filter((task) => task.startTime + task.duration > firstPaint && task.startTime < (ready ?? Infinity))
    .reduce((total, { duration }) => total + Math.max(0, duration - 50), 0)
  return {
    firstPaint,
    blocking,
    largestPaint: window.__paint.largest,
    layoutShift: window.__paint.shift,
    ready,
    scriptBytes: sum(before.filter((entry) => /\.js$/.test(new URL(entry.name).pathname))),
    firstViewBytes: sum(page) + sum(before),
    allBytes: sum(page) + sum(resources),
  }
}

/**
 * The time from an act to the paint that shows its result: the act is done inside the page, so that no message
 * between programs is measured, and the clock stops in the task after the frame that holds the change.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ act: string, done: string }} scripts function bodies: what to do, and a condition that is true once it shows
 */
export function timeToPaint(page, { act, done }) {
  return page.evaluate(
    ([actBody, doneBody]) =>
      new Promise((resolve, reject) => {
        const isDone = new Function(doneBody)
        const start = performance.now()
        const giveUp = start + 20_000
        new Function(actBody)()
        const look = () => {
          if (performance.now() > giveUp) return reject(new Error(`never shown: ${doneBody}`))
          if (!isDone()) return requestAnimationFrame(look)
          // This frame holds the change; the message is read once the frame has been laid out and painted.
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve(performance.now() - start)
          channel.port2.postMessage(undefined)
        }
        requestAnimationFrame(look)
      }),
    [act, done],
  )
}
