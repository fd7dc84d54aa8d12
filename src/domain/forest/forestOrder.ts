import { timeInDays } from '../measure'
import type { Finding } from '../tables/findings'
import { ARM_DESIGNS } from '../vocabulary'

function byKeys(a: Finding, b: Finding): number {
  const keys = (finding: Finding): readonly number[] => [
    timeInDays(finding.timepoint, finding.timepointUnit) ?? Number.MAX_VALUE,
    ARM_DESIGNS.indexOf(finding.armDesign),
    -(finding.armN ?? 0),
  ]
  const keysOfB = keys(b)
  const step = keys(a)
    .map((key, index) => key - (keysOfB[index] ?? 0))
    .find((difference) => difference !== 0)
  return step ?? (a.id < b.id ? -1 : 1)
}

/** Rows of one treatment: earlier times first (not stated last), then stronger designs, then more patients. */
export function inGroupOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(byKeys)
}
