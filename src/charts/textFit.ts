import { TEXT_SIZE } from './scene'

/**
 * How wide text is likely to be, without a browser: layouts are pure, so they estimate, a little on the wide
 * side, from the widths of common system fonts.
 *
 * @param size in pixels
 * @returns pixels
 */
export function textWidth(text: string, size = TEXT_SIZE, strong = false): number {
  let em = 0
  for (const letter of text) {
    if (/[iljtfrI.,:;'|!() ]/.test(letter)) em += 0.38
    else if (/[mwMW@%]/.test(letter)) em += 0.94
    else if (/[A-Z]/.test(letter)) em += 0.7
    else em += 0.62
  }
  return em * size * (strong ? 1.14 : 1)
}

/** Text in lines that fit a width, broken at plain spaces; a word that is too long has its own line. */
export function wrapText(text: string, width: number, size = TEXT_SIZE, strong = false): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/ +/).filter((part) => part !== '')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(longer, size, strong) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
