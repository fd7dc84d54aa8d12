import { wholeServedFolder } from '@/stores/filesShown'
import { keepFolder } from '@/stores/keptData'
import { useOfflineStore } from '@/stores/offline'

const SCRIPT = `${import.meta.env.BASE_URL}sw.js`

/** A computer of a ward may show the app for weeks: it asks for a newer version when it is looked at again. */
const ASK_AFTER = 3_600_000

interface ScriptPolicy {
  readonly createScriptURL: (address: string) => string
}
interface PolicyFactory {
  readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy
}

/** Where the browser asks for trusted addresses, exactly one is trusted here: that of the service worker. */
function trustedScript(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
  const rules: ScriptPolicy = {
    createScriptURL(asked) {
      if (asked === SCRIPT) return asked
      throw new TypeError('not the address of the service worker')
    },
  }
  return (trustedTypes?.createPolicy('sw', rules) ?? rules).createScriptURL(SCRIPT)
}

function watchNetwork() {
  const offline = useOfflineStore()
  const look = () => (offline.isOnline = navigator.onLine)
  window.addEventListener('online', look)
  window.addEventListener('offline', look)
  look()
}

/** Offers what waits, and reloads only when the reader has asked for it in this window. */
function followVersions(registration: ServiceWorkerRegistration) {
  const offline = useOfflineStore()
  const { serviceWorker } = navigator
  let hadWorker = serviceWorker.controller !== null
  let asked = false

  function offer(worker: ServiceWorker) {
    const use = () => {
      asked = true
      worker.postMessage('use')
    }
    offline.newVersion = { kind: 'waiting', use }
    offline.isNewRefused = false
  }

  function follow(worker: ServiceWorker | null) {
    if (!worker) return
    const isFirst = !registration.active
    let before = worker.state
    if (isFirst) offline.state = 'preparing'
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && !isFirst) offer(worker)
      if (worker.state === 'activated') offline.state = 'ready'
      if (worker.state === 'redundant' && before === 'installing') {
        if (isFirst) offline.state = 'not-whole'
        else offline.isNewRefused = true
      }
      before = worker.state
    })
  }

  if (registration.active) offline.state = 'ready'
  if (registration.active && registration.waiting) offer(registration.waiting)
  follow(registration.installing)
  registration.addEventListener('updatefound', () => follow(registration.installing))
  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload()
    else if (hadWorker) offline.newVersion = { kind: 'taken', use: () => location.reload() }
    hadWorker = true
  })
}

function askForVersions(registration: ServiceWorkerRegistration) {
  let last = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - last < ASK_AFTER) return
    last = Date.now()
    registration.update().catch(() => undefined)
  })
}

async function keepData() {
  const files = wholeServedFolder()
  if (files) await keepFolder(files, new Date())
}

/**
 * Makes the app open without network from now on: keeps its files, by the service worker, and the data. Called once
 * the page stands and the browser has nothing better to do. Says in the offline store how far it came.
 */
export async function startOffline(): Promise<void> {
  const offline = useOfflineStore()
  watchNetwork()
  if (!window.isSecureContext) {
    offline.state = 'insecure'
    return
  }
  try {
    const registration = await navigator.serviceWorker.register(trustedScript(), { updateViaCache: 'none' })
    followVersions(registration)
    askForVersions(registration)
    registration.active?.postMessage('renew')
  } catch {
    // Offline a known worker cannot be asked anew, and goes on as it is.
    offline.state = navigator.serviceWorker?.controller ? 'ready' : 'barred'
  }
  if (offline.state === 'barred') return
  await keepData().catch(() => (offline.state = 'no-room'))
}
