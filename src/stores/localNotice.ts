import { shallowRef } from 'vue'

/** What happens to files that somebody opens, apart from those that are shown. */
export const localNotice = shallowRef<
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string }
>()
