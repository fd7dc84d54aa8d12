/** What the soak test does inside a page; each function is sent to the browser by itself. */

/**
 * Resolves once nothing in the page has changed for a moment and nothing says that it is loading.
 *
 * @param {number} quiet for how long, in ms
 * @returns {Promise<boolean>} false when it has not come to rest in ten seconds
 */
export function settleInPage(quiet) {
  window.scrollTo(0, 0)
  return new Promise((done) => {
    const isLoading = () =>
      document.documentElement.dataset.ready !== 'all' || document.querySelector('main .skeleton') !== null
    const watcher = new MutationObserver(() => restart())
    const end = (isAtRest) => {
      clearTimeout(timer)
      clearTimeout(limit)
      watcher.disconnect()
      done(isAtRest)
    }
    let timer
    const restart = () => {
      clearTimeout(timer)
      timer = setTimeout(() => (isLoading() ? restart() : end(true)), quiet)
    }
    const limit = setTimeout(() => end(false), 10_000)
    watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    restart()
  })
}

/**
 * The address and the words of the page, without the choices of the filters, which a reader may have unfolded, and
 * without what was said of a change or of a tick that was refused. What is laid out only near the screen is read from
 * the document: which of it has been laid out, and so has words for `innerText`, depends on where the tab has been.
 */
export function stateInPage() {
  const isLate = 'main .lines > :not(.out), main .screen-preview'
  const late = [...document.querySelectorAll(isLate)].map((part) => part.textContent)
  const isSaid = 'main [role=status], main .refused'
  const apart = [...document.querySelectorAll(`${isLate}, ${isSaid}, main .filter-group fieldset`)]
  for (const part of apart) part.style.display = 'none'
  const words = document.querySelector('main')?.innerText ?? ''
  for (const part of apart) part.style.removeProperty('display')
  const text = [document.title, words, ...late].join('\n').replace(/\s+/g, ' ')
  return { address: location.href, text }
}

/** As a link inside the app does, without one at hand. */
export function goInPage(address) {
  history.pushState(null, '', address)
  window.dispatchEvent(new PopStateEvent('popstate', { state: null }))
}

/** A link of the page, or a tick in the list: never a field about a patient. */
export function clickInPage(chance) {
  const selector =
    location.pathname === '/'
      ? 'main a[href^="/"], main input[type=checkbox]'
      : 'main a[href^="/"], .app-nav a'
  const targets = [...document.querySelectorAll(selector)].filter(
    (target) =>
      target.getClientRects().length > 0 &&
      !target.disabled &&
      !target.getAttribute('href')?.startsWith('/data/') &&
      target.getAttribute('target') === null &&
      !target.hasAttribute('download'),
  )
  const target = targets[Math.floor(chance * targets.length)]
  target?.click()
  return target !== undefined
}
