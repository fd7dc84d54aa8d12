import type { Evidence } from '../evidence'
import type { Finding } from '../tables/findings'
import { comparesBoth, judgePair, judgeSingle, areOfOneStudy, type Judgement } from './judgement'
import { judgedRow, type JudgedRow } from './judgedRow'
import { carries, mayCarry, outcomesToSearch, sameOutcome } from './outcomeOfRow'
import type { Question } from './question'

type RowsByTreatment = ReadonlyMap<string, readonly JudgedRow[]>

const REMEMBERED = new WeakMap<Evidence, Map<string, RowsByTreatment>>()
const BY_OUTCOME = new WeakMap<Evidence, ReadonlyMap<string, readonly Finding[]>>()

function addTo<Member>(groups: Map<string, Member[]>, key: string, member: Member): void {
  const members = groups.get(key)
  if (members) members.push(member)
  else groups.set(key, [member])
}

function findingsByOutcome(evidence: Evidence): ReadonlyMap<string, readonly Finding[]> {
  const known = BY_OUTCOME.get(evidence)
  if (known) return known
  const grouped = new Map<string, Finding[]>()
  for (const finding of evidence.findings) addTo(grouped, finding.outcome, finding)
  BY_OUTCOME.set(evidence, grouped)
  return grouped
}

function groupRows(outcome: string, evidence: Evidence): RowsByTreatment {
  const rows = new Map<string, JudgedRow[]>()
  const filed = [...outcomesToSearch(outcome, evidence)].flatMap(
    (searched) => findingsByOutcome(evidence).get(searched) ?? [],
  )
  for (const finding of filed) {
    const row = judgedRow(finding, evidence)
    if (!mayCarry(row, outcome, evidence)) continue
    addTo(rows, finding.treatment, row)
    if (row.contrast && finding.comparator !== undefined) addTo(rows, finding.comparator, row)
  }
  return rows
}

/**
 * Rows of a treatment on an outcome: its own, and contrasts in which it is the comparator. Rows of the same
 * result under another outcome are among them.
 */
export function rowsOf(treatment: string, outcome: string, evidence: Evidence): readonly JudgedRow[] {
  let byOutcome = REMEMBERED.get(evidence)
  if (!byOutcome) REMEMBERED.set(evidence, (byOutcome = new Map()))
  let byTreatment = byOutcome.get(outcome)
  if (!byTreatment) byOutcome.set(outcome, (byTreatment = groupRows(outcome, evidence)))
  return byTreatment.get(treatment) ?? []
}

/** Does the comparison arm of this row have a row of its own? */
export function hasRowOfOtherArm(row: JudgedRow, among: readonly JudgedRow[], question: Question): boolean {
  return among.some(
    (other) =>
      other.arm &&
      other.finding.treatment === row.finding.comparator &&
      other.finding.source === row.finding.source &&
      sameOutcome(row, other, question.outcome.id, question.evidence),
  )
}

function singles(rowsA: readonly JudgedRow[], rowsB: readonly JudgedRow[], question: Question): Judgement[] {
  const rows = [...rowsA, ...rowsB]
  const compareBoth = new Set(rows.filter((row) => comparesBoth(row, question)))
  return [...compareBoth].flatMap(
    (row) => judgeSingle(row, question, hasRowOfOtherArm(row, rows, question)) ?? [],
  )
}

/** Where a study names the outcome alike for both arms, its rows under other names step back. */
function preferSameName(judgements: readonly Judgement[], question: Question): readonly Judgement[] {
  const name = (row: JudgedRow | undefined) => row?.finding.outcomeAsReported
  const source = (judgement: Judgement) => judgement.rows[0]?.finding.source
  const ofOneStudy = judgements.filter(({ level, rows: [a, b] }) => {
    return level === 'head-to-head' && a && b && areOfOneStudy(a, b, question)
  })
  const alike = ofOneStudy.filter(({ rows: [a, b] }) => name(a) === name(b))
  const sourcesAlike = new Set(alike.map(source))
  const steppedBack = new Set(
    ofOneStudy.filter((judgement) => !alike.includes(judgement) && sourcesAlike.has(source(judgement))),
  )
  return judgements.filter((judgement) => !steppedBack.has(judgement))
}

/** Every row and pair of rows that could answer the question, judged. Empty: nothing found for one of the two. */
export function candidatesFor(question: Question): readonly Judgement[] {
  const { evidence, outcome } = question
  const [one, other] = question.treatments
  const rowsA = rowsOf(one, outcome.id, evidence)
  const rowsB = rowsOf(other, outcome.id, evidence)
  if (rowsA.length === 0 && rowsB.length === 0) return []
  // Thousands for two treatments that were often studied, so in a plain loop.
  const pairs: Judgement[] = []
  for (const a of rowsA)
    for (const b of rowsB)
      if (a !== b && sameOutcome(a, b, outcome.id, evidence)) pairs.push(judgePair(a, b, question))
  return preferSameName([...singles(rowsA, rowsB, question), ...pairs], question)
}

/** Rows that name both treatments on this outcome, but whose number may not be used. */
export function comparedWithoutNumber(question: Question): readonly JudgedRow[] {
  const { evidence, outcome } = question
  const unused = question.treatments
    .flatMap((treatment) => rowsOf(treatment, outcome.id, evidence))
    .filter((row) => !row.usable && comparesBoth(row, question) && carries(row, outcome.id, evidence))
  return [...new Set(unused)]
}
