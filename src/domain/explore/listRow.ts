import type { Estimate } from '../estimate'
import { describeEstimate, type EstimateText } from '../estimateText'
import { selectableTreatments, termLabel, termOf, type Evidence } from '../evidence'
import { guidelineStances, stanceLines, type StanceLine } from '../guidelines/stanceLines'
import { leadOf } from '../headline'
import { measuredInOthers, nothingFound, PHRASES } from '../phrases'
import type { Finding } from '../tables/findings'
import type { Treatment } from '../tables/treatments'
import { NOT_STATED } from './order'

/** A number of the list, with all that must stand beside it. */
export interface NumberCell {
  readonly kind: 'number'
  readonly outcome: string
  readonly estimate: Estimate
  readonly text: EstimateText
  /** What the outcome word means here; undefined where the name of the outcome says it all. */
  readonly definition: string | undefined
}

/** What a cell of the list holds: a number, words in its place, or the phrase that says what is missing. */
export type ListCell =
  | NumberCell
  | {
      readonly kind: 'words'
      readonly outcome: string
      readonly words: string
      readonly finding: string
      readonly indirect: string | undefined
    }
  | { readonly kind: 'missing'; readonly phrase: string }

/** One treatment as the list shows it. */
export interface ListRow {
  readonly id: string
  readonly name: string
  readonly summary: string
  readonly group: string | undefined
  /** Placement by this collection, never a guideline's. */
  readonly line: string | undefined
  readonly guidelines: readonly StanceLine[]
  readonly benefit: ListCell
  readonly harm: ListCell
  /** The class of the onset or, where it has none, the words of the data; else that it is not stated. */
  readonly onset: string
  readonly duration: string | undefined
  /** The sources of what is said of onset and duration in words, each once. */
  readonly lastingSources: readonly string[]
}

/** What an outcome word means in one finding, for a line under its number. */
function definitionText(finding: Finding, evidence: Evidence): string | undefined {
  if (termOf(evidence, 'definition_by_name', finding.definition)) return undefined
  const definition = evidence.definitionById.get(finding.definition)
  if (!definition) return finding.definition
  const named = definition.stated === 'yes' || /definition/i.test(definition.label)
  return named ? definition.label : `Definition: ${definition.label.toLowerCase()}`
}

/** The cell of one number. */
export function numberCell(outcome: string, estimate: Estimate, evidence: Evidence): NumberCell {
  return {
    kind: 'number',
    outcome: evidence.outcomeById.get(outcome)?.label ?? outcome,
    estimate,
    text: describeEstimate(estimate, evidence),
    definition: definitionText(estimate.finding, evidence),
  }
}

function missingPhrase(side: 'benefit' | 'harm', figureExists: boolean, evidence: Evidence): string {
  if (figureExists) return PHRASES.figureMayNotStand
  return side === 'harm' ? PHRASES.noHarmFigure : nothingFound(termLabel(evidence, 'condition', 'name'))
}

/** The leading benefit or harm of a treatment. */
export function leadCell(treatment: string, side: 'benefit' | 'harm', evidence: Evidence): ListCell {
  const lead = leadOf(treatment, side, evidence)
  if (lead.estimate && lead.outcome !== undefined) return numberCell(lead.outcome, lead.estimate, evidence)
  if (lead.words === undefined || !lead.finding)
    return { kind: 'missing', phrase: missingPhrase(side, lead.figureExists, evidence) }
  const { finding } = lead
  const population = evidence.populationById.get(finding.population)?.label ?? finding.population
  return {
    kind: 'words',
    outcome: evidence.outcomeById.get(finding.outcome)?.label ?? finding.outcome,
    words: lead.words,
    finding: finding.id,
    indirect: finding.directness === 'direct' ? undefined : measuredInOthers(population),
  }
}

function onsetText({ onsetClass, onsetText: words }: Treatment, evidence: Evidence): string {
  if (onsetClass !== undefined && onsetClass !== NOT_STATED)
    return termLabel(evidence, 'onset_class', onsetClass)
  return words ?? termLabel(evidence, 'onset_class', NOT_STATED)
}

/** A class of onset is a word of the collection; the words of a source, and any duration, are a source's. */
function lastingSources({ onsetClass, onsetText: words, ...treatment }: Treatment): readonly string[] {
  const isClass = onsetClass !== undefined && onsetClass !== NOT_STATED
  const ofOnset = isClass || words === undefined ? [] : treatment.onsetSource
  const ofDuration = treatment.durationText === undefined ? [] : treatment.durationSource
  return [...new Set([...ofOnset, ...ofDuration])]
}

function rowOf(treatment: Treatment, evidence: Evidence, ours: string | undefined): ListRow {
  const { id, line, group } = treatment
  return {
    id,
    name: treatment.name,
    summary: treatment.plainSummary,
    group: group === undefined ? undefined : (evidence.groupById.get(group)?.label ?? group),
    line: line === undefined ? undefined : termLabel(evidence, 'line', line),
    guidelines: stanceLines(guidelineStances(id, evidence), evidence, ours),
    benefit: leadCell(id, 'benefit', evidence),
    harm: leadCell(id, 'harm', evidence),
    onset: onsetText(treatment, evidence),
    duration: treatment.durationText,
    lastingSources: lastingSources(treatment),
  }
}

/**
 * The list as text, by treatment id. A row that reads the same as in `earlier` is that very row, so that tables
 * that arrive late do not draw the list anew.
 *
 * @param ours the guideline that a reader follows: its stance leads
 */
export function listRows(
  evidence: Evidence,
  earlier: ReadonlyMap<string, ListRow> = new Map(),
  ours?: string,
): ReadonlyMap<string, ListRow> {
  return new Map(
    selectableTreatments(evidence).map((treatment) => {
      const row = rowOf(treatment, evidence, ours)
      const before = earlier.get(treatment.id)
      return [treatment.id, before && JSON.stringify(before) === JSON.stringify(row) ? before : row]
    }),
  )
}
