import { termOf, type Evidence } from '../evidence'
import type { PlainWords } from './plainWords'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const startsSentence = (words: string, at: number) => /(^|[.?!])\s*$/.test(words.slice(0, at))
const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/**
 * The plain words of the data with the short name of the condition spelled out wherever it stands as a word: a
 * patient need not know the abbreviation. Name and short name are terms of the data, in the language of the words.
 */
export function spelledOut(evidence: Evidence, plain: PlainWords): PlainWords {
  const name = termOf(evidence, 'condition', 'name')
  const short = termOf(evidence, 'condition', 'short-name')
  if (!name || !short) return plain
  const long = plain('terms', name, 'plainLabel')
  const abbreviation = plain('terms', short, 'plainLabel')
  const word = new RegExp(`(?<![\\p{L}\\d])${escaped(abbreviation)}(?![\\p{L}\\d])`, 'gu')
  return (table, row, column) => {
    const words = plain(table, row, column)
    return words.replace(word, (_short, at: number) => (startsSentence(words, at) ? capitalised(long) : long))
  }
}
