import type { LocationQuery, Router } from 'vue-router'
import type { Return } from './signIn'

/** What the address said when the page was opened. */
export interface Arrival {
  readonly issuer: string | undefined
  readonly launch: string | undefined
  readonly back: Return
}

/** This page, without query: as it is registered with a record system. */
export function pageAddress(): string {
  return `${location.origin}${location.pathname}`
}

/** A key that stands there several times is none: the one that was meant cannot be told. */
function one(query: LocationQuery, key: string): string | undefined {
  const value = query[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Takes the keys of the sign-in out of the address and of the history, before anything else is done, and gives them. */
export function takeArrival(router: Router): Arrival {
  const { query } = router.currentRoute.value
  const back = { code: one(query, 'code'), state: one(query, 'state'), error: one(query, 'error') }
  const arrival = { issuer: one(query, 'iss'), launch: one(query, 'launch'), back }
  window.history.replaceState(window.history.state, '', pageAddress())
  void router.replace({ query: {} })
  return arrival
}
