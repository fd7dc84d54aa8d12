import { cautionRows, wordsOfCautions } from '@/domain/compare/cautionRows'
import { FACT_ROWS, factRow, wordsOfFact, type FactRowId } from '@/domain/compare/factRows'
import { outcomeCell } from '@/domain/compare/outcomeCell'
import { outcomeRow } from '@/domain/compare/outcomeRow'
import { OUTCOME_GROUPS, type GroupedOutcome, type OutcomeGroup } from '@/domain/compare/outcomeRows'
import { sourceCounts } from '@/domain/compare/sourceCounts'
import type { Evidence } from '@/domain/evidence'
import { stanceRows, wordsOfStatements, type StanceRow } from '@/domain/guidelines/stanceRows'
import type { PatientCautions } from '@/domain/patient/patientCautions'
import type { LeadingPopulation } from '@/domain/patient/population'
import type { Treatment } from '@/domain/tables/treatments'
import { say } from '@/words/interface/compare'
import type { Section, SectionHead, TableRow } from './comparison'

/** What the parts of the table are built from. */
export interface Comparison {
  readonly treatments: readonly Treatment[]
  readonly outcomes: readonly GroupedOutcome[]
  /** Finding ids that a reader let lead. */
  readonly lead: readonly string[]
  /** Whose findings lead for the patient in the room. */
  readonly population: LeadingPopulation | undefined
  /** What is said of each treatment for the patient in the room. */
  readonly patient: readonly (PatientCautions | undefined)[]
  readonly judged: boolean
  /** The guideline that the reader follows. */
  readonly ours?: string | undefined
  /** Every table has been asked for. */
  readonly complete: boolean
  readonly evidence: Evidence
}

const HEADS: readonly SectionHead[] = [
  { id: 'guidelines', title: say('guidelines'), facts: ['line'] },
  { id: 'other-guidance', title: say('otherDocuments'), folded: true },
  { id: 'benefits', title: say('benefits') },
  { id: 'lasting', title: say('howLongItLasts'), facts: ['duration'] },
  { id: 'experience', title: say('whatPatientsReport') },
  { id: 'harms', title: say('harms'), lead: say('absenceOfAFigureIs') },
  {
    id: 'burden',
    title: say('burden'),
    facts: ['route', 'setting', 'anaesthesia', 'regimen', 'monitoring', 'onset', 'reversible'],
  },
  { id: 'patient', title: say('forThisPatient'), lead: say('strictestFirstAsTheSources') },
  {
    id: 'cautions',
    title: say('cautionsKnown'),
    lead: say('strictestFirstNoCautionRecorded'),
  },
  { id: 'cost', title: say('cost'), lead: say('inTheMoneyAndYear') },
  { id: 'context', title: say('aboutThePatientsStudied') },
  { id: 'sources', title: say('sources') },
]

function isOutcomeGroup(id: string): id is OutcomeGroup {
  return (OUTCOME_GROUPS as readonly string[]).includes(id)
}

/**
 * The parts of the table, in order; a part for outcomes only stands where it has facts or an outcome, the part for
 * the patient only where there is something to say.
 */
export function sectionHeads(
  outcomes: readonly GroupedOutcome[],
  hasPatient = false,
): readonly SectionHead[] {
  return HEADS.filter(({ id }) => id !== 'patient' || hasPatient).filter(
    ({ id, facts }) =>
      !isOutcomeGroup(id) || facts !== undefined || outcomes.some(({ group }) => group === id),
  )
}

/** Every cell says the same, so the row tells the columns not apart. */
function allSame(words: readonly string[]): boolean {
  return words.length > 1 && words.every((text) => text === words[0])
}

const idsOf = ({ treatments }: Comparison) => treatments.map((treatment) => treatment.id)

function outcomesOf(group: OutcomeGroup, comparison: Comparison): readonly TableRow[] {
  const { outcomes, lead, judged, evidence, population } = comparison
  return outcomes
    .filter((row) => row.group === group)
    .map(({ outcome }) => {
      const cells = idsOf(comparison).map((id) => outcomeCell(id, outcome, evidence, lead, population))
      const row = outcomeRow(outcome, cells, evidence, judged)
      return { kind: 'outcome', id: `outcome-${outcome.id}`, row, same: row.same }
    })
}

function factsOf(wanted: readonly FactRowId[], { treatments, evidence }: Comparison): readonly TableRow[] {
  return FACT_ROWS.filter((id) => wanted.includes(id)).map((id) => {
    const row = factRow(id, treatments, evidence)
    return { kind: 'fact', id: `fact-${id}`, row, same: allSame(row.cells.map(wordsOfFact)) }
  })
}

function stanceTableRow(row: StanceRow): TableRow {
  return { kind: 'stance', id: `stance-${row.source}`, row, same: allSame(row.cells.map(wordsOfStatements)) }
}

function cautionsOf(comparison: Comparison): readonly TableRow[] {
  return cautionRows(idsOf(comparison), comparison.evidence).map((row) => ({
    kind: 'caution',
    id: `caution-${row.factor}`,
    row,
    same: allSame(row.cells.map(wordsOfCautions)),
  }))
}

function sourcesOf(comparison: Comparison): readonly TableRow[] {
  const cells = idsOf(comparison).map((id) => sourceCounts(id, comparison.evidence))
  return [{ kind: 'sources', id: 'sources-counts', cells, same: false }]
}

function patientRow({ patient }: Comparison): readonly TableRow[] {
  return [{ kind: 'patient', id: 'patient-cautions', cells: patient, same: false }]
}

function rowsOf(id: string, comparison: Comparison): readonly TableRow[] {
  if (isOutcomeGroup(id)) return outcomesOf(id, comparison)
  if (id === 'patient') return patientRow(comparison)
  if (id === 'cautions') return cautionsOf(comparison)
  if (id === 'sources') return sourcesOf(comparison)
  const { votes, others } = stanceRows(idsOf(comparison), comparison.evidence, comparison.ours)
  return (id === 'guidelines' ? votes : others).map(stanceTableRow)
}

function leadOf(head: SectionHead, rows: readonly TableRow[]): string | undefined {
  if (head.id === 'other-guidance')
    return rows.length === 0 ? undefined : say('supersededOnOtherConditionsStatements')
  if (head.id !== 'guidelines') return head.lead
  const [first] = rows
  if (!first) return say('noCurrentGuidelineInThe')
  return first.kind === 'stance' && first.row.ours
    ? say('currentGuidelinesOursFirstThen')
    : say('currentGuidelinesNewestFirst')
}

/** A part of the table with its rows; words that say so while its tables have not arrived. */
export function buildSection(head: SectionHead, comparison: Comparison): Section {
  const { evidence, complete } = comparison
  const rows = rowsOf(head.id, comparison)
  const waiting =
    head.id === 'cautions' &&
    !complete &&
    !(evidence.loaded.has('cautions') && evidence.loaded.has('factors'))
  return {
    ...head,
    lead: leadOf(head, rows),
    loading: waiting ? say('loadingTheCautions') : undefined,
    rows: waiting ? [] : [...rows, ...factsOf(head.facts ?? [], comparison)],
  }
}
