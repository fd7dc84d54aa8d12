import type { Preparation } from '@/domain/presentation/preparation'
import { useConsultStore } from '@/stores/consult'
import { computed } from 'vue'

/** The preparation of this consult, and how it is changed. */
export function usePreparation() {
  const consult = useConsultStore()
  const preparation = computed(() => consult.consult.preparation)

  function prepare(part: Partial<Preparation>) {
    consult.change({ preparation: { ...preparation.value, ...part } })
  }
  return { preparation, prepare }
}
