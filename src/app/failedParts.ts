import type { App } from 'vue'
import { shallowRef } from 'vue'
import type { Router } from 'vue-router'

/** `part`: a file of the app did not come. `page`: something on the page went wrong. */
export const failed = shallowRef<'part' | 'page'>()

/**
 * Notes when a part of the app cannot be fetched (the network is gone, or the server has another version by now) or
 * breaks, so that the page can say so: half a page must not pass for a whole one.
 */
export function noteFailedParts(app: App, router: Router) {
  const notFetched = new WeakSet<Error>()
  window.addEventListener('vite:preloadError', ({ payload }) => notFetched.add(payload))

  function note(error: unknown) {
    const isPart = error instanceof Error && notFetched.has(error)
    failed.value = isPart ? 'part' : (failed.value ?? 'page')
    if (!isPart) reportError(error)
  }
  app.config.errorHandler = note
  router.onError(note)
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (reason instanceof Error && notFetched.has(reason)) failed.value = 'part'
  })
}
