import { useRouter } from 'vue-router'
import { useSourceLink } from './useSourceLink'

/** The address of the page that the app has of a source, as text for parts that know no router; undefined: none. */
export function useSourcePage() {
  const router = useRouter()
  const { sourceLink } = useSourceLink()
  return (source: string): string | undefined =>
    router.hasRoute('source') ? router.resolve(sourceLink(source)).fullPath : undefined
}
