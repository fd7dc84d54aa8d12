import { say } from '@/words/interface/stores'
import { toValue, watchEffect, type MaybeRefOrGetter } from 'vue'

export const APP_NAME = say('tnCompare')

/** Names the tab after the page: what is on it first, the app last. */
export function usePageTitle(title: MaybeRefOrGetter<string>) {
  watchEffect(() => {
    document.title = `${toValue(title)} · ${APP_NAME}`
  })
}
