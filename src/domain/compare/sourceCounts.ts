import type { Evidence } from '../evidence'

/** One source and how many numbers on a treatment it gives. */
export interface SourceCount {
  readonly source: string
  readonly findings: readonly string[]
}

/** The sources that give numbers on a treatment, the one with the most first. */
export function sourceCounts(treatment: string, evidence: Evidence): readonly SourceCount[] {
  const bySource = new Map<string, string[]>()
  for (const row of evidence.findingsByTreatment.get(treatment) ?? []) {
    const findings = bySource.get(row.source)
    if (findings) findings.push(row.id)
    else bySource.set(row.source, [row.id])
  }
  return [...bySource]
    .map(([source, findings]) => ({ source, findings }))
    .sort((a, b) => b.findings.length - a.findings.length)
}
