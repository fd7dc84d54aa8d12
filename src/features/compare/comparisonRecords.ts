import { numberRecord, wordsOfFinding, wordsRecord, type Place, type ShownRecord } from '@/data/exportRecords'
import { CAUTION_WORDS, type KnownCaution } from '@/domain/cautions/knownCautions'
import { wordsOfFact, type FactRow } from '@/domain/compare/factRows'
import type { OutcomeCell } from '@/domain/compare/outcomeCell'
import type { Evidence } from '@/domain/evidence'
import { wordsOfStatements, type StanceRow } from '@/domain/guidelines/stanceRows'
import { PHRASES } from '@/domain/phrases'
import type { Treatment } from '@/domain/tables/treatments'
import { say } from '@/words/interface/compare'
import type { Section, TableRow } from './comparison'

type RowOf<Kind extends TableRow['kind']> = Extract<TableRow, { kind: Kind }>

function ofOutcome({ row }: RowOf<'outcome'>, treatments: readonly Treatment[], evidence: Evidence) {
  return row.cells.flatMap((cell, column) => {
    const treatment = treatments[column]
    return treatment ? outcomeRecords(treatment, cell, evidence) : []
  })
}

/** A number, the words beside it or in its place, or the phrase that says why there is neither. */
function outcomeRecords(treatment: Treatment, cell: OutcomeCell, evidence: Evidence): readonly ShownRecord[] {
  const { id, label } = cell.outcome
  const place: Place = { treatment, place: label, outcome: { id, label } }
  const number = cell.lead ? [numberRecord(place, cell.lead.estimate, cell.lead.text)] : []
  if (cell.words !== undefined)
    return [...number, wordsOfFinding(place, cell.words, cell.cell.headline?.findingId ?? '', evidence)]
  return cell.missing === undefined ? number : [wordsRecord(place, cell.missing, { missing: true })]
}

function ofFact(row: FactRow, treatments: readonly Treatment[]): readonly ShownRecord[] {
  return row.cells.flatMap((fact, column) => {
    const treatment = treatments[column]
    if (!treatment) return []
    const missing = fact.missing !== undefined
    return [
      wordsRecord({ treatment, place: row.label }, wordsOfFact(fact), { missing, sources: fact.sources }),
    ]
  })
}

function ofStance(row: StanceRow, treatments: readonly Treatment[]): readonly ShownRecord[] {
  return row.cells.flatMap((statements, column) => {
    const treatment = treatments[column]
    if (!treatment || statements.length === 0) return []
    const place = `${row.votes ? say('guideline') : say('otherDocument')}: ${statements[0]?.guideline ?? row.source}`
    return [wordsRecord({ treatment, place }, wordsOfStatements(statements), { sources: [row.source] })]
  })
}

function cautionWords({ caution, onlyWith, takenFrom }: KnownCaution): string {
  return [
    CAUTION_WORDS[caution.level],
    caution.conditionText,
    onlyWith,
    caution.reason,
    caution.action,
    takenFrom && say('takenFromPlain', { takenFrom }),
  ]
    .filter(Boolean)
    .join(' · ')
}

function ofCaution({ row }: RowOf<'caution'>, treatments: readonly Treatment[]): readonly ShownRecord[] {
  return row.cells.flatMap((cautions, column) => {
    const treatment = treatments[column]
    if (!treatment) return []
    const place = { treatment, place: say('cautionLabel', { label: row.label }) }
    if (cautions.length === 0) return [wordsRecord(place, PHRASES.noCaution, { missing: true })]
    return cautions.map((known) =>
      wordsRecord(place, cautionWords(known), { sources: [known.caution.source] }),
    )
  })
}

function ofSources({ cells }: RowOf<'sources'>, treatments: readonly Treatment[]): readonly ShownRecord[] {
  return cells.flatMap((counts, column) => {
    const treatment = treatments[column]
    if (!treatment) return []
    const words = say('sourcesGiveNumbers', { counts: counts.length })
    return [
      wordsRecord({ treatment, place: say('sources') }, words, {
        sources: counts.map(({ source }) => source),
      }),
    ]
  })
}

function recordsOf(row: TableRow, treatments: readonly Treatment[], evidence: Evidence) {
  switch (row.kind) {
    case 'outcome':
      return ofOutcome(row, treatments, evidence)
    case 'fact':
      return ofFact(row.row, treatments)
    case 'stance':
      return ofStance(row.row, treatments)
    case 'caution':
      return ofCaution(row, treatments)
    case 'sources':
      return ofSources(row, treatments)
    case 'patient':
      // What concerns a patient is in no file.
      return []
  }
}

/** The table as rows for a file, part by part; what is hidden because all columns agree stays out. */
export function comparisonRecords(
  sections: readonly Section[],
  treatments: readonly Treatment[],
  differencesOnly: boolean,
  evidence: Evidence,
): readonly ShownRecord[] {
  return sections
    .flatMap((section) => section.rows)
    .filter((row) => !differencesOnly || !row.same)
    .flatMap((row) => recordsOf(row, treatments, evidence))
}
