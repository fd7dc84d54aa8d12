/** Words further apart than this are not taken for a slip of the pen. */
const SLIPS = 2

/**
 * The word of a list that a mistyped word most likely stands for: the same but for case and spaces, or at most
 * two letters away. Undefined when none is near.
 */
export function nearestWord(word: string, words: Iterable<string>): string | undefined {
  const plain = word.trim().toLowerCase()
  let nearest: string | undefined
  let fewest = SLIPS + 1
  for (const candidate of words) {
    const other = candidate.toLowerCase()
    if (other === plain) return candidate
    if (plain.length < 4 || Math.abs(other.length - plain.length) > SLIPS) continue
    const slips = editDistance(plain, other)
    if (slips < fewest) {
      fewest = slips
      nearest = candidate
    }
  }
  return nearest
}

/** Letters to add, drop or change to turn one word into the other. @see Levenshtein V. Dokl 1966;10:707-710 */
function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let at = 1; at <= other.length; at++) {
      const change = (above[at - 1] ?? 0) + (one[row - 1] === other[at - 1] ? 0 : 1)
      current.push(Math.min(change, (above[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1))
    }
    above = current
  }
  return above[other.length] ?? 0
}
