import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether the window meets a media query: for parts that would only be hidden, and need not be drawn at all. */
export function useWideScreen(query: string): Readonly<Ref<boolean>> {
  const list = window.matchMedia(query)
  const meets = ref(list.matches)
  const follow = (event: MediaQueryListEvent) => {
    meets.value = event.matches
  }
  list.addEventListener('change', follow)
  onScopeDispose(() => list.removeEventListener('change', follow))
  return meets
}
