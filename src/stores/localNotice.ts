import type { WorkProgress } from '@/domain/workProgress'
import { shallowRef } from 'vue'

/** What happens to files that are being opened, apart from those that are shown. */
export const localNotice = shallowRef<
  | {
      readonly kind: 'reading'
      readonly name: string
      readonly progress?: WorkProgress
      readonly cancel?: () => void
    }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string }
>()
