import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** Sources ticked for export. In memory only: a list of hundreds of ids is too long for an address. */
export const useSourceTicks = defineStore('source-ticks', () => {
  const ticked = shallowRef<ReadonlySet<string>>(new Set())

  function toggle(id: string) {
    const next = new Set(ticked.value)
    if (!next.delete(id)) next.add(id)
    ticked.value = next
  }

  function clear() {
    ticked.value = new Set()
  }

  return { ticked, toggle, clear }
})
