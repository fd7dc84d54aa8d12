/** An abbreviation such as TENS or DMV, or a name of several words that each begin with a capital: Gamma Knife. */
const KEEPS_CAPITAL = /^(?:\p{L}*\p{Lu}\p{L}*\p{Lu}|\p{Lu}\p{L}*\p{Ll}\p{L}*\s\p{Lu})/u

/**
 * A name as it stands within a sentence: "some tablets", but "MVD through an endoscope". Names in the data
 * begin with a capital, since they stand alone as headings.
 */
export function midSentence(name: string): string {
  return KEEPS_CAPITAL.test(name) ? name : name.charAt(0).toLocaleLowerCase() + name.slice(1)
}

/** Words as a sentence of their own: a capital in front, a full stop behind. */
export function asSentence(words: string): string {
  if (words === '') return ''
  const sentence = words.charAt(0).toLocaleUpperCase() + words.slice(1)
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}
