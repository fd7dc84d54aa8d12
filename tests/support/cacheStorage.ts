/** The part of the browser's cache storage that the app uses, in memory. */
export class MemoryCaches {
  readonly stores = new Map<string, Map<string, string | ArrayBuffer>>()
  /** Throws as a browser does when the storage is full, from this many entries on. */
  room = Infinity

  async keys() {
    return [...this.stores.keys()]
  }

  async delete(name: string) {
    return this.stores.delete(name)
  }

  async open(name: string) {
    const entries = this.stores.get(name) ?? new Map<string, string | ArrayBuffer>()
    this.stores.set(name, entries)
    return {
      put: async (address: string, response: Response) => {
        const held = [...this.stores.values()].reduce((sum, store) => sum + store.size, 0)
        if (held >= this.room) throw new DOMException('no room', 'QuotaExceededError')
        entries.set(address, await response.arrayBuffer())
      },
    }
  }

  async match(address: string, { cacheName }: { cacheName: string }) {
    const found = this.stores.get(cacheName)?.get(address)
    return found === undefined ? undefined : new Response(found)
  }
}
