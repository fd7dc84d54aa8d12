import { readonly, ref } from 'vue'

const message = ref('')

/**
 * What a screen reader is told when the page changes without a new address, such as the number of options left.
 * The words stand in one live region of the page frame.
 */
export function useAnnouncer() {
  /** The same words said twice are told apart by a space, or they would not be spoken again. */
  function announce(words: string) {
    message.value = words === message.value ? `${words}\u00A0` : words
  }
  return { message: readonly(message), announce }
}
