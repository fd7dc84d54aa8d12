import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/**
 * Whether the app opens without network.
 * `starting`: not yet known. `preparing`: its files are being kept. `ready`: it does.
 * `insecure`: the address is not HTTPS. `barred`: the browser or its rules keep nothing.
 * `not-whole`: a file of the server was not the one that was built. `no-room`: the data found no room.
 */
export type OfflineState =
  'starting' | 'preparing' | 'ready' | 'insecure' | 'barred' | 'not-whole' | 'no-room'

/** A newer version of the app: `waiting` for the reader's word, or `taken` into use by another window. */
export interface NewVersion {
  readonly kind: 'waiting' | 'taken'
  readonly use: () => void
}

/** What the app knows of the network and of being kept on this computer. Written by `app/offline.ts`. */
export const useOfflineStore = defineStore('offline', () => {
  const state = shallowRef<OfflineState>('starting')
  const newVersion = shallowRef<NewVersion>()
  /** A newer version could not be kept whole: the one in use stays. */
  const isNewRefused = shallowRef(false)
  const isOnline = shallowRef(true)
  return { state, newVersion, isNewRefused, isOnline }
})
