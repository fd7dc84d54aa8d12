import type { Evidence } from '../evidence'
import type { Finding } from '../tables/findings'
import { areOfOneStudy } from './judgement'
import { judgedRow, otherSide, type JudgedRow } from './judgedRow'
import { pairRulesOf } from './pairRules'
import { askAbout, widerOf } from './question'
import type { TreatmentPair } from './verdict'

/** Rows that compare two treatments. */
export interface EdgeRow {
  readonly treatments: TreatmentPair
  readonly rows: readonly Finding[]
}

function inAlphabet(one: string, other: string): TreatmentPair {
  return one < other ? [one, other] : [other, one]
}

function joinsTreatments(finding: Finding, evidence: Evidence): boolean {
  const domain = evidence.outcomeById.get(finding.outcome)?.domain
  return domain !== undefined && domain !== 'context' && !pairRulesOf(evidence).noEdge.has(finding.outcome)
}

/** Rows with a comparator, usable or not. */
function rowsWithComparator(findings: readonly Finding[]): readonly EdgeRow[] {
  return findings.flatMap((row) => {
    const { treatment, comparator } = row
    if (comparator === undefined || comparator === treatment) return []
    return [{ treatments: inAlphabet(treatment, comparator), rows: [row] }]
  })
}

/** The treatments for which two rows of one study could stand: their own, or the far sides of a shared third. */
function treatmentsOf(a: JudgedRow, b: JudgedRow): readonly (readonly [string, string])[] {
  const own = [a.finding.treatment, b.finding.treatment] as const
  const sides = (row: JudgedRow) => {
    const other = otherSide(row, row.finding.treatment)
    return other === undefined ? [row.finding.treatment] : [row.finding.treatment, other]
  }
  const crossed = sides(a).flatMap((one) => sides(b).map((other) => [one, other] as const))
  return [own, ...crossed].filter(([one, other]) => one !== other)
}

function ofOneStudy(a: JudgedRow, b: JudgedRow, evidence: Evidence): readonly EdgeRow[] {
  const outcome = evidence.outcomeById.get(a.finding.outcome)
  if (!outcome) return []
  return treatmentsOf(a, b).flatMap(([one, other]) => {
    const [first, second] = [evidence.treatmentById.get(one), evidence.treatmentById.get(other)]
    if (!first || !second || widerOf(first, second, evidence) !== undefined) return []
    if (!areOfOneStudy(a, b, askAbout(first, second, outcome, evidence))) return []
    return [{ treatments: inAlphabet(one, other), rows: [a.finding, b.finding] }]
  })
}

function pairsOfOneSource(findings: readonly Finding[], evidence: Evidence): readonly EdgeRow[] {
  const rows = findings.map((finding) => judgedRow(finding, evidence)).filter((row) => row.usable)
  return rows.flatMap((a, index) => rows.slice(index + 1).flatMap((b) => ofOneStudy(a, b, evidence)))
}

/** Everything that makes an edge: rows with a comparator, and pairs of rows of one study. */
export function edgeRows(evidence: Evidence): readonly EdgeRow[] {
  const findings = evidence.findings.filter((finding) => joinsTreatments(finding, evidence))
  const bySource = [...evidence.findingsBySource.values()].map((rows) =>
    rows.filter((row) => joinsTreatments(row, evidence)),
  )
  return [...rowsWithComparator(findings), ...bySource.flatMap((rows) => pairsOfOneSource(rows, evidence))]
}
