import { useView } from '@/stores/useView'
import { ref, watch } from 'vue'

/**
 * What stands in the search field while the address follows a moment later. Without it, a letter typed before the
 * address has changed would be lost. The first letter is a step of its own for Back, the others replace it.
 */
export function useSearchDraft() {
  const { view, changeView } = useView()
  const draft = ref(view.value.search)
  let sent = draft.value

  function type(text: string) {
    draft.value = text
    const replace = sent !== '' && text !== ''
    sent = text
    void changeView({ search: text }, { replace })
  }

  watch(
    () => view.value.search,
    (search) => {
      if (search === sent) return
      sent = search
      draft.value = search
    },
  )

  return { draft, type }
}
