import { selectableTreatments, termLabel, termOf, type Evidence } from '../evidence'
import type { Treatment } from '../tables/treatments'
import { agreementOf, type Agreement } from './agreement'
import { currentGuidelines, isVote, type GuidanceDocument } from './documents'
import { classesOf, statementsOn, type Statement } from './statements'

/** A guideline as a column. */
export interface MatrixColumn extends GuidanceDocument {
  readonly ours: boolean
  /** Statements it makes on treatments, silence not counted; one on a class is one, however many rows it fills. */
  readonly statements: number
}

/** What one guideline says of one treatment; empty: nothing of it was read there. */
export interface MatrixCell {
  readonly source: string
  readonly statements: readonly Statement[]
}

export interface MatrixRow {
  readonly treatment: Treatment
  /** The row is about a class and not about one treatment. */
  readonly isClass: boolean
  /** Members of the class without a row of their own: what is said here is said of them as well. */
  readonly members: readonly string[]
  readonly cells: readonly MatrixCell[]
  readonly agreement: Agreement
}

export interface MatrixGroup {
  readonly id: string
  readonly label: string
  readonly rows: readonly MatrixRow[]
}

/** Current guidelines by treatments. */
export interface GuidelineMatrix {
  readonly columns: readonly MatrixColumn[]
  readonly groups: readonly MatrixGroup[]
  /** Treatments that no current guideline names in the parts read, not even by a class. */
  readonly unnamed: readonly Treatment[]
}

function countStatements(source: string, evidence: Evidence): number {
  const said = evidence.recommendations.filter(
    (row) => row.source === source && termOf(evidence, 'stance', row.stance)?.role !== 'silent',
  )
  return new Set(said.map((row) => termOf(evidence, 'class_statement', row.id)?.label ?? row.id)).size
}

function rowOf(
  treatment: Treatment,
  named: ReadonlySet<string>,
  columns: readonly MatrixColumn[],
  evidence: Evidence,
): MatrixRow {
  const isClass = treatment.kind === 'class'
  const votes = statementsOn(treatment.id, evidence, (row) => isVote(row, evidence))
  const members = selectableTreatments(evidence).filter(
    (member) => !named.has(member.id) && classesOf(member.id, evidence).includes(treatment.id),
  )
  return {
    treatment,
    isClass,
    members: isClass ? members.map(({ name }) => name) : [],
    cells: columns.map(({ source }) => ({
      source,
      statements: votes.filter(({ recommendation }) => recommendation.source === source),
    })),
    agreement: agreementOf(votes, evidence),
  }
}

function groupsOf(rows: readonly MatrixRow[], evidence: Evidence): readonly MatrixGroup[] {
  const inGroup = (id: string | undefined) => {
    const members = rows.filter(({ treatment }) => treatment.group === id)
    return [...members.filter((row) => row.isClass), ...members.filter((row) => !row.isClass)]
  }
  const grouped = [...evidence.groups]
    .sort((a, b) => a.order - b.order)
    .map(({ id, label }) => ({ id, label, rows: inGroup(id) }))
  const families = new Set(inGroup(undefined).map(({ treatment }) => treatment.family))
  const others = [...families].map((family) => ({
    id: `family-${family ?? 'none'}`,
    label: family === undefined ? 'Others' : `${termLabel(evidence, 'family', family)}, in no group`,
    rows: inGroup(undefined).filter(({ treatment }) => treatment.family === family),
  }))
  return [...grouped, ...others].filter((group) => group.rows.length > 0)
}

/**
 * Current guidelines by treatments. A treatment has a row when a current guideline was read on it by name; a member
 * of a class that is only named by the class stands in the row of the class.
 *
 * @param ours the guideline that a reader follows: it is the first column
 */
export function guidelineMatrix(evidence: Evidence, ours?: string): GuidelineMatrix {
  const columns = currentGuidelines(evidence, ours).map((document) => ({
    ...document,
    ours: document.source === ours,
    statements: countStatements(document.source, evidence),
  }))
  const votes = evidence.recommendations.filter((row) => isVote(row, evidence))
  const named = new Set(votes.map((row) => row.treatment))
  const rows = evidence.treatments
    .filter(({ id }) => named.has(id))
    .map((treatment) => rowOf(treatment, named, columns, evidence))
  const unnamed = selectableTreatments(evidence).filter(
    ({ id }) => statementsOn(id, evidence, (row) => isVote(row, evidence)).length === 0,
  )
  return { columns, groups: groupsOf(rows, evidence), unnamed }
}

/** The same with the rows that pass only; groups without any are left out. */
export function filterRows(
  groups: readonly MatrixGroup[],
  passes: (row: MatrixRow) => boolean,
): readonly MatrixGroup[] {
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter(passes) }))
    .filter((group) => group.rows.length > 0)
}
