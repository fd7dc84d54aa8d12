/** Fetches a part of the app ahead of its use, once the browser has nothing better to do. */
export function prefetchOnIdle(load: () => Promise<unknown>) {
  const start = () => void load().catch(() => undefined)
  if ('requestIdleCallback' in window) window.requestIdleCallback(start, { timeout: 2000 })
  else setTimeout(start, 500)
}
