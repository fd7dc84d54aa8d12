import type { Finding } from '../tables/findings'

/** A, B, ... Z, AA, AB, ... */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter
}

/**
 * Marks rows that rest on the same patients: one letter for each cohort that more than one of the rows names, in
 * their order.
 *
 * @returns the letter by finding id; rows that share their patients with no other have none
 */
export function samePatients(findings: readonly Finding[]): ReadonlyMap<string, string> {
  const byCohort = new Map<string, Finding[]>()
  for (const finding of findings)
    if (finding.cohort !== undefined)
      byCohort.set(finding.cohort, [...(byCohort.get(finding.cohort) ?? []), finding])
  const shared = [...byCohort.values()].filter((rows) => rows.length > 1)
  return new Map(shared.flatMap((rows, index) => rows.map((row) => [row.id, letterOf(index)] as const)))
}
