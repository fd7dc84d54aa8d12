import { onBeforeUnmount, onMounted, type Ref } from 'vue'

/**
 * Closes the menu that a part stands in, as menus are closed: by Escape, which gives the focus back, and by a press
 * outside of it.
 *
 * @param inside an element within the `<details>` that is the menu
 */
export function useClosingMenu(inside: Readonly<Ref<HTMLElement | null>>) {
  const menu = () => inside.value?.closest('details')

  function closeOnEscape(event: KeyboardEvent) {
    const open = menu()
    if (event.key !== 'Escape' || !open?.open || !open.contains(event.target as Node)) return
    open.open = false
    open.querySelector('summary')?.focus()
  }

  function closeFromOutside(event: Event) {
    const open = menu()
    if (open?.open && !open.contains(event.target as Node)) open.open = false
  }

  onMounted(() => {
    document.addEventListener('keydown', closeOnEscape)
    document.addEventListener('pointerdown', closeFromOutside)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('keydown', closeOnEscape)
    document.removeEventListener('pointerdown', closeFromOutside)
  })
}
