import { termOf, type Evidence } from '../evidence'

/**
 * The place of the side that a stance takes among the sides of the data (terms, facet `stance_side`), 0 for the
 * first; undefined for silence and for a stance without a side.
 */
export function sidePlace(stance: string, evidence: Evidence): number | undefined {
  const side = termOf(evidence, 'stance_side', stance)?.label
  if (side === undefined) return undefined
  const sides = evidence.terms
    .filter(({ facet }) => facet === 'stance_side')
    .sort((a, b) => a.order - b.order)
    .map(({ label }) => label)
  return [...new Set(sides)].indexOf(side)
}
