import { ageNotice, dataAge } from '@/domain/dataAge'
import { computed } from 'vue'
import { useEvidenceStore } from './evidence'

/** Where the data stand in time by the clock of this computer; undefined until their description has been read. */
export function useDataAge() {
  const store = useEvidenceStore()
  const age = computed(() =>
    store.complete ? dataAge(store.info?.created, store.info?.nextReview, new Date()) : undefined,
  )
  /** What there is to say of it, on every page. */
  const notice = computed(() => age.value && ageNotice(age.value, store.info?.created, new Date()))
  return { age, notice }
}
