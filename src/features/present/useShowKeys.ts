import type { ShowAct } from '@/stores/showChannel'
import { onBeforeUnmount, onMounted } from 'vue'

/** Keys of a keyboard and of the usual clickers, which send PageUp, PageDown, a full stop or B. */
const KEYS: Readonly<Record<string, ShowAct>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  b: 'blank',
  B: 'blank',
  '.': 'blank',
  Escape: 'leave',
}

const TYPING = 'input, textarea, select, [contenteditable]'
const PRESSING = 'button, a[href], summary'

/** What a key asks for; undefined while something is typed, and for a space that presses a button. */
function actOf(event: KeyboardEvent): ShowAct | undefined {
  const { target, key } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  const isIn = (selector: string) => target instanceof Element && target.closest(selector) !== null
  if (isIn(TYPING) || (key === ' ' && isIn(PRESSING))) return undefined
  return KEYS[key]
}

/** Drives the show by keys, wherever the focus is. */
export function useShowKeys(act: (asked: ShowAct) => void) {
  function press(event: KeyboardEvent) {
    const asked = actOf(event)
    if (!asked) return
    event.preventDefault()
    act(asked)
  }
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}
