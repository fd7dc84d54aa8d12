import { termLabel, type Evidence } from '../evidence'
import type { GlossaryEntry } from '../tables/background'
import { glossaryForms } from './glossaryForms'

const cache = new WeakMap<readonly GlossaryEntry[], readonly GlossaryEntry[]>()

/**
 * The entries that are explained where their words stand: all but the condition itself, whose name is on every page.
 * The same list for the same glossary, so that what is made of it is made once.
 */
export function explainedEntries(evidence: Evidence): readonly GlossaryEntry[] {
  const known = cache.get(evidence.glossary)
  if (known) return known
  const names = ['name', 'short-name'].map((id) => termLabel(evidence, 'condition', id))
  const entries = evidence.glossary.filter(
    ({ term }) => !glossaryForms(term).some(({ words }) => names.includes(words)),
  )
  cache.set(evidence.glossary, entries)
  return entries
}
