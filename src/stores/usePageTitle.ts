import { toValue, watchEffect, type MaybeRefOrGetter } from 'vue'

export const APP_NAME = 'TN Compare'

/** Names the tab after the page: what is on it first, the app last. */
export function usePageTitle(title: MaybeRefOrGetter<string>) {
  watchEffect(() => {
    document.title = `${toValue(title)} · ${APP_NAME}`
  })
}
