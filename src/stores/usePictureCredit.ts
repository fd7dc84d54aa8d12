import { PHRASES } from '@/domain/phrases'
import { say } from '@/words/interface/stores'
import { computed } from 'vue'
import { useEvidenceStore } from './evidence'
import { APP_NAME } from './usePageTitle'

/** The last line of an exported picture: where it comes from, in which version, and that nobody reviewed it yet. */
export function usePictureCredit() {
  const store = useEvidenceStore()
  return computed(() => {
    const { info } = store
    const version =
      info === undefined
        ? ''
        : say('dataVersionOf', { version: info.version, created: info.created.slice(0, 10) })
    return `${APP_NAME}${version}. ${PHRASES.notReviewed}`
  })
}
