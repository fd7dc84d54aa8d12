import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/** A word, numbers among them. A hyphen joins two words, as they are read one after the other. */
const WORD = /[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu
/** What ends a thought: Flesch counts a semicolon and a colon as well, where independent clauses stand on both sides. */
const STOP = /[.!?;:]+(?=\s|$)/g

/**
 * The school grade (United States) that a block of texts asks for, all of its texts together; add five for the age.
 * A text without a full stop, such as a label, is one sentence. A number is one word of one syllable.
 *
 * @see Kincaid JP et al. Research Branch Report 8-75, 1975; Flesch R. J Appl Psychol 1948;32:221-233
 */
export function readingGrade(texts: readonly string[]): number {
  let words = 0
  let sentences = 0
  let syllables = 0
  for (const text of texts) {
    const found = text.match(WORD) ?? []
    if (found.length === 0) continue
    const stops = text.match(STOP)?.length ?? 0
    words += found.length
    sentences += /[.!?;:]\s*$/.test(text) ? stops : stops + 1
    syllables += found.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
  }
  if (words === 0) throw new RangeError('no words to measure')
  return fleschKincaid({ sentence: sentences, word: words, syllable: syllables })
}

/**
 * A message of a catalogue as it is read: a value is read as a number, a plural in its general form.
 * Messages are compiled while they are loaded, into texts and lists of pieces.
 */
export function readMessage(message: unknown): string {
  if (typeof message === 'string') return message.replace(/\{[^{}]*\}/g, '12')
  if (!Array.isArray(message)) return ''
  return message.map(readPiece).join('')
}

function readPiece(piece: unknown): string {
  if (typeof piece === 'string') return piece === '#' ? '12' : piece
  if (!Array.isArray(piece)) return ''
  const forms = piece[2] as Readonly<Record<string, unknown>> | undefined
  const general = forms && typeof forms === 'object' ? forms.other : undefined
  return general === undefined ? '12' : readMessage(general)
}
