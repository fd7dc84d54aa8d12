import { useView } from '@/stores/useView'
import type { RouteLocationRaw } from 'vue-router'
import type { AboutPageId } from './sections'

/** The address of a page about the app: what is explored and compared is kept in it, so that the way back is short. */
export function useAboutLinks() {
  const { linkTo } = useView()
  return (page: AboutPageId): RouteLocationRaw => {
    const about = linkTo({ finding: undefined }, 'about')
    const query = typeof about === 'string' ? undefined : about.query
    return { name: 'about', params: { section: page }, ...(query && { query }) }
  }
}
