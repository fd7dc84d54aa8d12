import { parseQuery, type LocationQuery } from 'vue-router'

function keyOf(pair: string): string {
  const key = pair.split('=', 1)[0] ?? ''
  try {
    return decodeURIComponent(key.replaceAll('+', ' '))
  } catch {
    return key
  }
}

/**
 * The query of an address. The router looks a key up before it sets it, and so takes a key such as `__proto__` for
 * one that is there: it would give the query another prototype, and its other keys values out of nowhere. Such keys
 * mean nothing here and are left out.
 */
export function readQuery(text: string): LocationQuery {
  const pairs = text.replace(/^\?/, '').split('&')
  return parseQuery(pairs.filter((pair) => !(keyOf(pair) in {})).join('&'))
}
