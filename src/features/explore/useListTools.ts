import { shallowRef } from 'vue'

async function loadTools() {
  const [search, choices, ranking] = await Promise.all([
    import('@/domain/explore/search'),
    import('@/domain/explore/sortChoices'),
    import('@/domain/explore/rankByNumber'),
  ])
  return { ...search, ...choices, ...ranking }
}

export type ListTools = Awaited<ReturnType<typeof loadTools>>

const tools = shallowRef<ListTools>()

/**
 * The search and the order by a number: no part of the first list, so they are fetched after it, or at once where
 * the address asks for them.
 */
export function useListTools() {
  async function load() {
    tools.value ??= await loadTools()
  }
  return { tools, load }
}
