interface Box {
  readonly left: number
  readonly top: number
  readonly bottom: number
}

/** Pixels between the words and the edge of the window. To the term there are none: the pointer can move across. */
const MARGIN = 8

/**
 * Where a box of words stands beside its term: below it, or above where there is more room; inside the window.
 *
 * @returns pixels from the left and the top of the window
 */
export function placeBeside(
  term: Box,
  words: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const left = Math.max(MARGIN, Math.min(term.left, view.width - words.width - MARGIN))
  const below = term.bottom
  const fitsBelow = below + words.height <= view.height - MARGIN
  const moreRoomBelow = view.height - term.bottom >= term.top
  const top = fitsBelow || moreRoomBelow ? below : Math.max(MARGIN, term.top - words.height)
  return { left, top }
}
