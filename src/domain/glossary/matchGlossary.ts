import type { GlossaryEntry } from '../tables/background'
import { glossaryForms, type GlossaryForm } from './glossaryForms'

/** A stretch of a text; with `entry` where it is a term of the glossary. */
export interface GlossaryPart {
  readonly text: string
  readonly entry?: GlossaryEntry
}

interface Matcher {
  readonly pattern: RegExp
  readonly entryOf: (words: string) => GlossaryEntry | undefined
}

const escaped = (words: string) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+')

/** A letter in either case, so that one pattern can hold terms that mind the case and terms that do not. */
function anyCase(words: string): string {
  return escaped(words).replaceAll(
    /(?<!\\)[a-z]/gi,
    (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`,
  )
}

/** Words may stand in the plural: "attacks". */
const patternOf = ({ words, exactCase }: GlossaryForm) => (exactCase ? escaped(words) : `${anyCase(words)}s?`)

const spaced = (words: string) => words.replaceAll(/\s+/g, ' ')

function makeMatcher(glossary: readonly GlossaryEntry[]): Matcher {
  const forms = glossary
    .flatMap((entry) => glossaryForms(entry.term).map((form) => ({ form, entry })))
    // The longest is tried first, so that "risk of bias" is not found as "bias".
    .sort((a, b) => b.form.words.length - a.form.words.length)
  const exact = new Map<string, GlossaryEntry>()
  const loose = new Map<string, GlossaryEntry>()
  for (const { form, entry } of forms) {
    const [map, key] = form.exactCase ? [exact, form.words] : [loose, form.words.toLowerCase()]
    if (!map.has(key)) map.set(key, entry)
  }
  const words = forms.map(({ form }) => patternOf(form)).join('|')
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words})(?![\\p{L}\\p{N}-])`, 'gu'),
    entryOf: (found) => {
      const plain = spaced(found)
      const lower = plain.toLowerCase()
      return exact.get(plain) ?? loose.get(lower) ?? loose.get(lower.replace(/s$/, ''))
    },
  }
}

/** One matcher for each glossary: it is loaded once and never changed. */
const matchers = new WeakMap<readonly GlossaryEntry[], Matcher>()

/**
 * Cuts a text at the terms of the glossary. A term is found as a whole word, the longest first, in any case (an
 * abbreviation only as it is written) and once a text. The parts put together are the text.
 *
 * @param glossary empty while it has not arrived: the text is then one part
 */
export function matchGlossary(text: string, glossary: readonly GlossaryEntry[]): readonly GlossaryPart[] {
  if (glossary.length === 0 || text === '') return [{ text }]
  const matcher = matchers.get(glossary) ?? makeMatcher(glossary)
  matchers.set(glossary, matcher)
  const parts: GlossaryPart[] = []
  const explained = new Set<GlossaryEntry>()
  let end = 0
  for (const { 0: found, index } of text.matchAll(matcher.pattern)) {
    const entry = matcher.entryOf(found)
    if (entry === undefined || explained.has(entry)) continue
    explained.add(entry)
    if (index > end) parts.push({ text: text.slice(end, index) })
    parts.push({ text: found, entry })
    end = index + found.length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}
