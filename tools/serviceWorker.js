/*
 * Keeps the files of one version of the app, so that it opens without network. Served as it stands here, below one
 * line that the build writes: BUILD, the version and each file with its SHA-256 (tools/offlineFiles.mjs).
 *
 * The data are not here: the app itself asks the server for them first and keeps them as a whole (stores/keptData.ts).
 */
const SCOPE = new URL(self.registration.scope)
const PREFIX = `tn-compare ${SCOPE.pathname} app `
const CACHE = `${PREFIX}${BUILD.version}`
/** Stands in the cache of a version that has been in use. */
const USED = new URL('used', SCOPE).href

const addressOf = (file) => new URL(file, SCOPE).href
const own = new Set(BUILD.files.map(([file]) => file))

/** Rejects unless the server gives exactly the file that was built. */
async function fetchChecked([file, integrity]) {
  const ask = (cache) =>
    fetch(addressOf(file), {
      integrity,
      cache,
      redirect: 'error',
      credentials: 'same-origin',
      priority: 'low',
    })
  // What the page has just loaded is not fetched again, unless that copy is broken.
  return ask('default').catch(() => ask('reload'))
}

/** All or nothing; four at a time, so that the page stays quick. */
async function keepAll() {
  const waiting = [...BUILD.files]
  const fetched = []
  const next = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift())
      fetched.push([file[0], await fetchChecked(file)])
  }
  await Promise.all([next(), next(), next(), next()])
  try {
    const cache = await caches.open(CACHE)
    await Promise.all(fetched.map(([file, response]) => cache.put(addressOf(file), response)))
  } catch (error) {
    await caches.delete(CACHE)
    throw error
  }
}

/** Of this version; parts with a hash in their name also of the one before, whose pages may still be open. */
async function kept(path) {
  const names = path.startsWith('assets/')
    ? (await caches.keys()).filter((name) => name.startsWith(PREFIX))
    : []
  for (const cacheName of [CACHE, ...names]) {
    const response = await caches.match(addressOf(path), { cacheName, ignoreVary: true })
    if (response) return response
  }
  return undefined
}

/** Keeps this version and the one used before it, whose pages may still be open. */
async function tidy() {
  const before = []
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && name !== CACHE)
      before.push({ name, used: await caches.match(USED, { cacheName: name }) })
  const last = before.filter(({ used }) => used).at(-1)
  await Promise.all(before.filter((one) => one !== last).map(({ name }) => caches.delete(name)))
  await (await caches.open(CACHE)).put(USED, new Response(''))
}

/** Mends what the browser threw away, and takes over response headers that were changed on the server since. */
async function renew() {
  const cache = await caches.open(CACHE)
  const held = new Set((await cache.keys()).map((request) => request.url))
  if (BUILD.files.some(([file]) => !held.has(addressOf(file)))) return keepAll()
  const page = BUILD.files.find(([file]) => file === '')
  return cache.put(addressOf(''), await fetchChecked(page))
}

/** The page of record systems has a policy of its own, which only the server can give. */
function isPage(path) {
  return !/^(data|assets|smart)(\/|$)/.test(path) && !/\.[a-z\d]+$/i.test(path)
}

async function answer(path, request) {
  return (await kept(path)) ?? fetch(request)
}

self.addEventListener('install', (event) => event.waitUntil(keepAll()))
self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())))
self.addEventListener('message', (event) => {
  if (event.data === 'use') self.skipWaiting()
  if (event.data === 'renew') event.waitUntil(renew().catch(() => undefined))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname))
    return
  const path = url.pathname.slice(SCOPE.pathname.length)
  if (request.mode === 'navigate') {
    if (isPage(path)) event.respondWith(answer('', request))
  } else if (path !== '' && (own.has(path) || path.startsWith('assets/'))) {
    event.respondWith(answer(path, request))
  }
})
