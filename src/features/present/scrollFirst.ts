import type { ShowAct } from '@/stores/showChannel'

/** Of what is seen so much stays in sight, so that a line that was cut is read whole. */
const STEP = 0.85
/** A rest of a pixel is none: heights are fractions. */
const HAIR = 2

/** Scrolls the words of a screen one screenful; false where there is nothing further that way. */
function scrollOn(body: HTMLElement, direction: 1 | -1): boolean {
  const { scrollTop, scrollHeight, clientHeight } = body
  const rest = direction === 1 ? scrollHeight - clientHeight - scrollTop : scrollTop
  if (rest <= HAIR) return false
  body.scrollTop = scrollTop + direction * Math.min(rest, STEP * clientHeight)
  return true
}

/**
 * On a screen too small for a step (a telephone) Next and Back go through it a screenful at a time before they leave
 * it, so that nothing is passed over unseen.
 *
 * @param find where the patient's screen stands
 */
export function scrollFirst(find: () => HTMLElement | null, act: (asked: ShowAct) => void) {
  return (asked: ShowAct) => {
    const body = find()?.querySelector<HTMLElement>('.patient-screen .body')
    const isMove = asked === 'next' || asked === 'previous'
    if (isMove && body && scrollOn(body, asked === 'next' ? 1 : -1)) return
    act(asked)
  }
}
