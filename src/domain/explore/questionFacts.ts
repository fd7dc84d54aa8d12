import type { Evidence } from '../evidence'
import type { DiseaseFact } from '../tables/background'

/** Facts under one heading of the panel that helps to tell whether this is the condition at all. */
export interface FactSection {
  readonly heading: string
  readonly facts: readonly DiseaseFact[]
}

/**
 * The facts that the data name for the question of the start page (terms, facet `question_fact`: the id is that of
 * a fact, the label its heading), in the order of the data. Facts that have not arrived are left out.
 */
export function questionFacts(evidence: Evidence): readonly FactSection[] {
  const factById = new Map(evidence.diseaseFacts.map((fact) => [fact.id, fact]))
  const sections = new Map<string, DiseaseFact[]>()
  const chosen = evidence.terms.filter((term) => term.facet === 'question_fact')
  for (const term of [...chosen].sort((a, b) => a.order - b.order)) {
    const fact = factById.get(term.id)
    if (!fact) continue
    const section = sections.get(term.label)
    if (section) section.push(fact)
    else sections.set(term.label, [fact])
  }
  return [...sections].map(([heading, facts]) => ({ heading, facts }))
}
