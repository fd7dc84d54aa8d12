import { writeView } from '@/domain/view'
import type { RouteLocationRaw } from 'vue-router'
import { useView } from './useView'

/** The address of the page of one source, which keeps the view but for an open drawer. */
export function useSourceLink() {
  const { view } = useView()
  const sourceLink = (id: string): RouteLocationRaw => ({
    name: 'source',
    params: { id },
    query: writeView({ ...view.value, finding: undefined }),
  })
  return { sourceLink }
}
