import { afterPaint } from '@/ui/afterPaint'
import { createWebHistory, type RouterHistory } from 'vue-router'

const pathOf = (location: string) => location.split(/[?#]/, 1)[0]

/**
 * The history of the browser, written after the page has shown the change: to write it takes as long as to draw the
 * list anew. The router knows the new place at once; the address bar follows within a frame, and before anything
 * that reads it or leaves the page.
 */
export function createLateHistory(base: string): RouterHistory {
  const history = createWebHistory(base)
  let waiting: (() => void) | undefined
  let place: string | undefined

  function write() {
    const now = waiting
    waiting = undefined
    place = undefined
    now?.()
  }

  /** Another page is written at once: the place to which Back scrolls is read as this one is left. */
  function later(location: string, writing: () => void) {
    write()
    if (pathOf(location) !== pathOf(history.location)) return writing()
    place = location
    waiting = writing
    afterPaint(write)
  }

  window.addEventListener('pagehide', write)

  return {
    base: history.base,
    get location() {
      return place ?? history.location
    },
    get state() {
      write()
      return history.state
    },
    push: (to, data) => later(to, () => history.push(to, data)),
    replace: (to, data) => later(to, () => history.replace(to, data)),
    go(delta, triggerListeners) {
      write()
      history.go(delta, triggerListeners)
    },
    listen: (callback) => history.listen(callback),
    createHref: (location) => history.createHref(location),
    destroy() {
      write()
      window.removeEventListener('pagehide', write)
      history.destroy()
    },
  }
}
