import { MOST_TREATMENTS } from '@/domain/view'
import { useAnnouncer } from '@/stores/useAnnouncer'
import { useEvidenceStore } from '@/stores/evidence'
import { useView } from '@/stores/useView'
import { say } from '@/words/interface/explore'
import { computed, ref, watch } from 'vue'

/** Treatments ticked for comparison, in the order of their columns. The seventh is refused, in words. */
export function useTicks() {
  const store = useEvidenceStore()
  const { view, changeView, linkTo } = useView()
  const { announce } = useAnnouncer()
  const refused = ref<string>()
  // Also when Back or a link brings others.
  watch(
    () => view.value.treatments.join(),
    () => (refused.value = undefined),
  )

  const picked = computed(() =>
    view.value.treatments.map((id) => ({
      id,
      name: store.evidence.treatmentById.get(id)?.shortName ?? id,
    })),
  )
  const compareLink = computed(() => linkTo({ finding: undefined }, 'compare'))

  function refuse(treatment: string, event: Event) {
    const box = event.target as HTMLInputElement
    box.checked = false
    refused.value = store.evidence.treatmentById.get(treatment)?.name ?? treatment
    announce(say('wasNotAddedTreatmentsAt', { refused: refused.value, mostTreatments: MOST_TREATMENTS }))
  }

  function remove(treatment: string) {
    void changeView((now) => ({ treatments: now.treatments.filter((id) => id !== treatment) }))
  }

  function tick(treatment: string, event: Event) {
    const { treatments } = view.value
    if (treatments.includes(treatment)) return remove(treatment)
    if (treatments.length >= MOST_TREATMENTS) return refuse(treatment, event)
    void changeView((now) =>
      now.treatments.includes(treatment) ? {} : { treatments: [...now.treatments, treatment] },
    )
  }

  function clearTicks() {
    void changeView({ treatments: [] })
  }

  return { picked, compareLink, refused, tick, remove, clearTicks }
}
