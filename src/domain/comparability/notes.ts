import { isPooledWithSingle } from './facets'
import type { Judgement } from './judgement'
import type { JudgedRow } from './judgedRow'
import { pairRulesOf } from './pairRules'
import type { Question } from './question'
import { NOTES, type NoteId } from './verdict'

type FixedNote = (typeof NOTES)[number]

/** A pooled figure of randomised trials counts as randomised. */
export function isRandomised(row: JudgedRow): boolean {
  return row.finding.armDesign === 'randomised' || row.finding.armDesign === 'randomised-pooled'
}

function differByFailedTreatment(a: JudgedRow, b: JudgedRow, question: Question): boolean {
  const { failedEarlier } = pairRulesOf(question.evidence)
  const failed = [a, b].filter((row) => failedEarlier.has(row.finding.population))
  return question.bothProcedures && failed.length === 1
}

/** Notes that hang on what the two rows are to one another. */
function notesOfTwo(a: JudgedRow, b: JudgedRow, judgement: Judgement, question: Question): readonly NoteId[] {
  const notes: NoteId[] = []
  const group = a.populationGroup
  const differWithin = group === b.populationGroup && a.finding.population !== b.finding.population
  if (group !== undefined && differWithin)
    notes.push(
      differByFailedTreatment(a, b, question)
        ? 'failed-earlier-treatment'
        : `populations-differ-within-${group}`,
    )
  if (a.kindOfNumber === 'share' && b.kindOfNumber === 'share' && isPooledWithSingle(a, b))
    notes.push('pooled-with-single')
  const cohort = a.finding.cohort
  if (judgement.level === 'side-by-side' && cohort !== undefined && cohort === b.finding.cohort)
    notes.push('same-cohort')
  if (a.definition.stated && a.definition.word === b.definition.word)
    for (const row of [a, b]) {
      const other = row === a ? b : a
      if (
        row.finding.definition !== row.definition.word &&
        row.finding.definition !== other.finding.definition
      )
        notes.push(`${row.finding.definition}-as-${row.definition.word}`)
    }
  return notes
}

/** Notes that any one of the rows calls for. */
function notesOfRows(judgement: Judgement): readonly FixedNote[] {
  const any = (test: (row: JudgedRow) => boolean) => judgement.rows.some(test)
  const asks: Partial<Record<FixedNote, boolean>> = {
    'not-randomised': judgement.level === 'linked' && !judgement.rows.every(isRandomised),
    'one-side-printed': judgement.oneSidePrinted,
    'indirect-population': any((row) => row.finding.directness === 'indirect'),
    'time-not-stated': any((row) => row.days === undefined && !row.numberIsATime),
    'mixed-operations': any((row) => row.finding.flags.includes('mixed-operations')),
    'very-low-certainty': any((row) => row.finding.certainty === 'very-low'),
  }
  return NOTES.filter((note) => asks[note])
}

/** The notes of the rows that were used; they lower nothing. None for rows that are not comparable. */
export function notesFor(judgement: Judgement, question: Question): readonly NoteId[] {
  if (judgement.level === 'not-comparable') return []
  const [a, b] = judgement.rows
  const given = new Set<NoteId>([
    ...notesOfRows(judgement),
    ...(a && b ? notesOfTwo(a, b, judgement, question) : []),
  ])
  const fixed = NOTES.filter((note) => given.has(note))
  const named = [...given].filter((note) => !fixed.includes(note as FixedNote)).sort()
  return [...fixed, ...named]
}
