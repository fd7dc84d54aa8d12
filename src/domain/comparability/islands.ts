import type { Evidence } from '../evidence'
import type { Treatment } from '../tables/treatments'
import { isControl, network } from './network'

/** Treatments joined by direct comparisons, through other treatments but not through controls. */
export interface Island {
  readonly treatments: readonly string[]
  /** Controls with which at least one of them was compared. */
  readonly controls: readonly string[]
}

function neighboursOf(evidence: Evidence): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>()
  for (const { treatments } of network(evidence).edges)
    for (const [from, to] of [treatments, [...treatments].reverse()])
      if (from !== undefined && to !== undefined) neighbours.set(from, [...(neighbours.get(from) ?? []), to])
  return neighbours
}

/**
 * Islands of the network, the largest first: every treatment that can be picked or was compared is on exactly one,
 * alone where no study compared it.
 */
export function islands(evidence: Evidence): readonly Island[] {
  const neighbours = neighboursOf(evidence)
  const seen = new Set<string>()
  const found: Island[] = []
  const belongs = (treatment: Treatment) =>
    treatment.kind !== 'comparator' && (treatment.selectable === 'yes' || neighbours.has(treatment.id))
  for (const { id } of evidence.treatments.filter(belongs)) {
    if (seen.has(id)) continue
    seen.add(id)
    const members = [id]
    const controls = new Set<string>()
    for (const member of members)
      for (const next of neighbours.get(member) ?? [])
        if (isControl(next, evidence)) controls.add(next)
        else if (!seen.has(next)) {
          seen.add(next)
          members.push(next)
        }
    found.push({ treatments: members, controls: [...controls] })
  }
  return found.sort((x, y) => y.treatments.length - x.treatments.length)
}

/** How two treatments hang together in the network, whatever the outcome. */
export type Chain =
  | { readonly kind: 'compared' }
  | { readonly kind: 'chain' }
  /** On two islands; both were compared with these controls. */
  | { readonly kind: 'only-through'; readonly controls: readonly string[] }
  | { readonly kind: 'none' }

/** @param one, other treatment ids; the order does not matter */
export function chainBetween(one: string, other: string, evidence: Evidence): Chain {
  const neighbours = neighboursOf(evidence)
  if (neighbours.get(one)?.includes(other)) return { kind: 'compared' }
  if (islands(evidence).some(({ treatments }) => treatments.includes(one) && treatments.includes(other)))
    return { kind: 'chain' }
  const controls = (neighbours.get(one) ?? []).filter(
    (id) => isControl(id, evidence) && neighbours.get(other)?.includes(id),
  )
  return controls.length > 0 ? { kind: 'only-through', controls } : { kind: 'none' }
}
