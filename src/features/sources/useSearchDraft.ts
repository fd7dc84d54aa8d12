import { ref, watch } from 'vue'

/**
 * What stands in the search field while the address follows a moment later. The first letter is a step of its own
 * for Back, the others replace it.
 */
export function useSearchDraft(
  search: () => string,
  change: (search: string, options: { readonly replace: boolean }) => unknown,
) {
  const draft = ref(search())
  let sent = draft.value

  function type(text: string) {
    draft.value = text
    const replace = sent !== '' && text !== ''
    sent = text
    change(text, { replace })
  }

  watch(search, (text) => {
    if (text === sent) return
    sent = text
    draft.value = text
  })

  return { draft, type }
}
