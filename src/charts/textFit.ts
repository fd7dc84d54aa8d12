import { TEXT_SIZE } from './scene'

function widthOfLetter(letter: string): number {
  if (/[iljtfrI.,:;'|!() ]/.test(letter)) return 0.38
  if (/[mwMW@%]/.test(letter)) return 0.94
  return /[A-Z]/.test(letter) ? 0.7 : 0.62
}

/** In em by letter: a picture of hundreds of findings measures some hundred thousand of them. */
const WIDTHS = new Map<string, number>()

function emOf(text: string): number {
  let em = 0
  for (const letter of text) {
    let width = WIDTHS.get(letter)
    if (width === undefined) WIDTHS.set(letter, (width = widthOfLetter(letter)))
    em += width
  }
  return em
}

/**
 * How wide text is likely to be, without a browser: layouts are pure, so they estimate, a little on the wide
 * side, from the widths of common system fonts.
 *
 * @param size in pixels
 * @returns pixels
 */
export function textWidth(text: string, size = TEXT_SIZE, strong = false): number {
  return emOf(text) * size * (strong ? 1.14 : 1)
}

/** Text in lines that fit a width, broken at plain spaces; a word that is too long has its own line. */
export function wrapText(text: string, width: number, size = TEXT_SIZE, strong = false): readonly string[] {
  const lines: string[] = []
  const space = textWidth(' ', size, strong)
  let used = 0
  for (const word of text.split(/ +/).filter((part) => part !== '')) {
    const own = textWidth(word, size, strong)
    const last = lines.at(-1)
    if (last !== undefined && used + space + own <= width) {
      lines[lines.length - 1] = `${last} ${word}`
      used += space + own
    } else {
      lines.push(word)
      used = own
    }
  }
  return lines
}
