import type { Estimate } from '../estimate'
import { describeEstimate } from '../estimateText'
import { selectableTreatments, termLabel, type Evidence } from '../evidence'
import { leadCell, type ListCell } from '../explore/listRow'
import { cellOf } from '../headline'
import { nothingFound, PHRASES } from '../phrases'

/** A cell that reads differently: in the list, or under an outcome in the comparison. */
export interface NumberChange {
  readonly treatment: string
  readonly name: string
  /** Where it stands: "Leading benefit", "Leading harm" or the label of an outcome. */
  readonly place: string
  readonly before: string
  readonly after: string
}

/** The parts of what a cell says, each always at the same place, so that only those that differ are told. */
type Parts = readonly string[]

/** Said of a treatment that one of the two folders does not offer. */
const NOT_OFFERED: Parts = ['Not among the treatments']
/** The number and its interval are told even where they stay the same. */
const ALWAYS_TOLD = 2

function numberParts(estimate: Estimate, evidence: Evidence, words: string | undefined): Parts {
  const text = describeEstimate(estimate, evidence)
  const sign = text.intervalSign === undefined ? '' : `, ${text.intervalSign}`
  return [
    text.whole,
    `${text.interval}${sign}`,
    text.contrast ?? '',
    text.counts,
    text.time,
    text.definition,
    text.denominator,
    text.population,
    text.indirect ?? '',
    text.design,
    text.certainty,
    text.caveat ?? '',
    words ?? '',
    `source ${estimate.finding.source}`,
  ]
}

function listParts(cell: ListCell, evidence: Evidence): Parts {
  if (cell.kind === 'number') return [cell.outcome, ...numberParts(cell.estimate, evidence, undefined)]
  if (cell.kind === 'missing') return [cell.phrase]
  return [cell.outcome, cell.words, cell.indirect ?? '']
}

function outcomeParts(treatment: string, outcome: string, evidence: Evidence): Parts {
  const cell = cellOf(treatment, outcome, evidence)
  if (cell.lead) return numberParts(cell.lead, evidence, cell.words)
  if (cell.words !== undefined) return [cell.words]
  if (cell.findings.length > 0) return [PHRASES.figureMayNotStand]
  return [nothingFound(termLabel(evidence, 'condition', 'name'))]
}

/** What the two say, cut to the number and the parts that differ; undefined where nothing does. */
function differing(before: Parts, after: Parts): readonly [string, string] | undefined {
  if (before.join('\n') === after.join('\n')) return undefined
  const sameKind = before.length === after.length
  const tell = (parts: Parts, other: Parts) =>
    parts
      .filter((part, place) => part !== '' && (!sameKind || place < ALWAYS_TOLD || part !== other[place]))
      .map((part) => part.replace(/\.$/, ''))
      .join(' · ')
  return [tell(before, after), tell(after, before)]
}

function outcomesOf(treatment: string, evidence: Evidence): readonly string[] {
  const derived = evidence.derivedOutcomes.map((row) => row.id)
  return [
    ...(evidence.findingsByTreatment.get(treatment) ?? []).map((row) => row.outcome),
    ...(evidence.headlinesByTreatment.get(treatment) ?? []).map((row) => row.outcome),
    ...derived,
  ]
}

function changesOf(treatment: string, before: Evidence, after: Evidence): readonly NumberChange[] {
  const offered = (evidence: Evidence) => evidence.treatmentById.get(treatment)?.selectable === 'yes'
  const [inOld, inNew] = [offered(before), offered(after)]
  const name = (after.treatmentById.get(treatment) ?? before.treatmentById.get(treatment))?.name ?? treatment
  const compare = (place: string, read: (evidence: Evidence) => Parts): NumberChange[] => {
    const told = differing(inOld ? read(before) : NOT_OFFERED, inNew ? read(after) : NOT_OFFERED)
    return told ? [{ treatment, name, place, before: told[0], after: told[1] }] : []
  }
  const leads = (['benefit', 'harm'] as const).flatMap((side) =>
    compare(`Leading ${side}`, (evidence) => listParts(leadCell(treatment, side, evidence), evidence)),
  )
  // A treatment that comes or goes is told once, by what leads: not by each of its outcomes.
  if (!inOld || !inNew) return leads
  const outcomes = new Set([...outcomesOf(treatment, before), ...outcomesOf(treatment, after)])
  return [
    ...leads,
    ...[...outcomes].flatMap((outcome) => {
      const label = (after.outcomeById.get(outcome) ?? before.outcomeById.get(outcome))?.label ?? outcome
      return compare(label, (evidence) => outcomeParts(treatment, outcome, evidence))
    }),
  ]
}

/**
 * The cells that read differently: what leads each treatment in the list, and what stands under each outcome in the
 * comparison. Told in the words of the screen, cut to the number and what differs.
 */
export function numberChanges(before: Evidence, after: Evidence): readonly NumberChange[] {
  const treatments = new Set(
    [...selectableTreatments(after), ...selectableTreatments(before)].map((row) => row.id),
  )
  return [...treatments].flatMap((treatment) => changesOf(treatment, before, after))
}
