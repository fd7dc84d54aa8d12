/**
 * The response headers the app is made for, in one place: the local server sends them, the browser tests run
 * under them, and the configuration of other web servers is written from them.
 */
import { createHash } from 'node:crypto'

/** What the page may load: itself, and nothing from anywhere else. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'vue sw worker',
}

/** Only features every current browser knows by name: an unknown one is reported on the console. */
const SWITCHED_OFF = [
  'accelerometer',
  'camera',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
]

/**
 * @param {string} html a built page
 * @returns {string[]} the policy's source expression for each inline `<style>`, which the page could not use otherwise
 */
export function inlineStyleHashes(html) {
  return [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  )
}

/** The one page that may ask another server: that of the hospital's record system, where the hospital lists it. */
export const RECORD_PATH = '/smart'

/** The hospital's list of record systems, beside the page; as shipped it names none. */
export const RECORD_FILE = 'record-systems.json'

/** A scheme, a host and perhaps a port: what a policy may name. Anything else could end the header or open it wide. */
const ORIGIN = /^https?:\/\/(\*\.)?[a-z\d.-]+(:\d+)?$/i

function checkedOrigins(origins) {
  for (const origin of origins)
    if (!ORIGIN.test(origin)) throw new Error(`Not an origin such as https://records.example.org: ${origin}`)
  return origins
}

/**
 * @param {string} text the content of record-systems.json
 * @returns {string[]} the origins that the record page may ask, each once
 * @throws Error in words when the file is not such a list
 */
export function recordOrigins(text) {
  const { systems } = JSON.parse(text)
  if (!Array.isArray(systems)) throw new Error(`${RECORD_FILE} has no list "systems".`)
  const origins = systems.flatMap(({ issuer, origins = [] }) => [new URL(issuer).origin, ...origins])
  return checkedOrigins([...new Set(origins)])
}

/**
 * @typedef {object} PolicyOptions
 * @property {readonly string[]} [frameAncestors] origins that may show the app in a frame; none as shipped
 * @property {readonly string[]} [recordOrigins] origins that this page may ask; for the page at RECORD_PATH only
 */

/**
 * @param {readonly string[]} [styleHashes] from `inlineStyleHashes`
 * @param {PolicyOptions} [options]
 * @returns {string} the value of Content-Security-Policy
 */
export function contentPolicy(styleHashes = [], { frameAncestors = [], recordOrigins: asked = [] } = {}) {
  const changed = {
    ...POLICY,
    'style-src': [POLICY['style-src'], ...styleHashes].join(' '),
    'connect-src': [POLICY['connect-src'], ...checkedOrigins(asked)].join(' '),
    ...(frameAncestors.length > 0
      ? { 'frame-ancestors': ["'self'", ...checkedOrigins(frameAncestors)].join(' ') }
      : {}),
  }
  return Object.entries(changed)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/**
 * @param {readonly string[]} [styleHashes] from `inlineStyleHashes`
 * @param {PolicyOptions} [options]
 * @returns {Readonly<Record<string, string>>} the headers every response carries
 */
export function securityHeaders(styleHashes = [], options = {}) {
  return {
    'Content-Security-Policy': contentPolicy(styleHashes, options),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': SWITCHED_OFF.map((feature) => `${feature}=()`).join(', '),
  }
}

/** A file under assets/ has a hash of its content in its name, so what a browser holds can never be out of date. */
export const LONG_CACHE = 'public, max-age=31536000, immutable'

/** Kept by the browser but asked after each time: the page, and the evidence, may have been replaced. */
export const ASK_AGAIN = 'no-cache'

/**
 * @param {string} pathname such as '/assets/index-Bx1c2.js'
 * @returns {string} the value of Cache-Control for a file that exists
 */
export function cacheControl(pathname) {
  return /^\/assets\/.+-[\w-]{8,}\.\w+$/.test(pathname) ? LONG_CACHE : ASK_AGAIN
}
