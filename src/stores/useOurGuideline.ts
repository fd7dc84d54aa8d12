import { currentGuidelines } from '@/domain/guidelines/documents'
import { computed } from 'vue'
import { useEvidenceStore } from './evidence'
import { useSettingsStore } from './settings'

/**
 * The guideline that is followed here: a setting of this browser, nothing about a patient. One that these data do
 * not know as a current guideline is ignored, and kept for data that do.
 */
export function useOurGuideline() {
  const store = useEvidenceStore()
  const settings = useSettingsStore()

  const guideline = computed(() =>
    settings.ourGuideline === undefined
      ? undefined
      : currentGuidelines(store.evidence).find(({ source }) => source === settings.ourGuideline),
  )
  /** Its source id. */
  const ours = computed(() => guideline.value?.source)

  /** Marks a guideline as ours; undefined: none is. */
  function follow(source: string | undefined) {
    settings.ourGuideline = source
  }

  return { guideline, ours, follow }
}
