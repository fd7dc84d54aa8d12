import { estimateOf, type Estimate } from '../estimate'
import { describeEstimate, type EstimateText } from '../estimateText'
import { termOf, type Evidence } from '../evidence'
import { isSetApart } from '../generalPopulation'
import { cellOf, whyItLeads, type Cell } from '../headline'
import { measuredInOthers, nothingFound, PHRASES } from '../phrases'
import { whosePatients, type LeadingPopulation } from '../patient/population'
import type { Finding } from '../tables/findings'
import type { Outcome } from '../tables/outcomes'
import { isUsable } from '../usable'
import { disagreeingRows } from './disagreement'
import { spreadOfOthers } from './spreadOfOthers'

/** A phrase inside a line: without the full stop it has on its own. */
function inLine(text: string): string {
  return text.replace(/\.$/, '')
}

/** "15 of 22 · 12 weeks · at least half of the pain gone": what a number is, in one line. */
export function detailLine(text: EstimateText): string {
  return [text.counts, text.time, text.definition].map(inLine).join(' · ')
}

/** Out of whom, and against what: "All treated, against medicine A". */
export function basisLine(estimate: Estimate, text: EstimateText, evidence: Evidence): string {
  const stated = evidence.denominatorById.get(estimate.finding.denominator)?.stated !== 'no'
  const denominator = stated ? text.denominator : `Denominator: ${text.denominator.toLowerCase()}`
  return text.comparator === undefined ? denominator : `${denominator}, against ${text.comparator}`
}

export interface LeadOfCell {
  readonly estimate: Estimate
  readonly text: EstimateText
  /** Said where a high number is good although the outcome's are not, or the other way round. */
  readonly turned: string | undefined
  /** `detailLine` and `basisLine`. */
  readonly detail: string
  readonly basis: string
  /** Why it leads. */
  readonly why: string
}

/** What the comparison shows of one treatment on one outcome: a number, words or the reason why neither. */
export interface OutcomeCell {
  readonly treatment: string
  readonly outcome: Outcome
  readonly cell: Cell
  readonly lead: LeadOfCell | undefined
  /** Whose number or words these are, where it matters for the patient in the room. */
  readonly whose: string | undefined
  /** Words of the curators, beside the number or in its place. */
  readonly words: string | undefined
  /** The phrase that stands where there is neither number nor words. */
  readonly missing: string | undefined
  /** Rows beside the lead; they are described only when asked for. */
  readonly otherFindings: readonly Finding[]
  /** "Other rows: 2 to 17 of 100", for harms. */
  readonly spread: string | undefined
  readonly disagreeing: readonly Estimate[]
}

const contrastsByEvidence = new WeakMap<Evidence, ReadonlyMap<string, readonly Finding[]>>()

/** Rows by what they were compared with; grouped once for each evidence. */
function contrastsOf(treatment: string, evidence: Evidence): readonly Finding[] {
  let contrasts = contrastsByEvidence.get(evidence)
  if (!contrasts) {
    const compared = evidence.findings.filter((row) => row.comparator !== undefined)
    const ids = new Set(compared.map((row) => row.comparator ?? ''))
    contrasts = new Map([...ids].map((id) => [id, compared.filter((row) => row.comparator === id)]))
    contrastsByEvidence.set(evidence, contrasts)
  }
  return contrasts.get(treatment) ?? []
}

/** Rows of other treatments that compared themselves with this one on the outcome. */
export function rowsAsComparator(treatment: string, outcome: string, evidence: Evidence): readonly Finding[] {
  return contrastsOf(treatment, evidence).filter(
    (row) => row.outcome === outcome && row.treatment !== treatment,
  )
}

/** What is said where a treatment has no number on an outcome; a row that exists is never denied. */
function missingPhrase(outcome: Outcome, rows: readonly Finding[], evidence: Evidence): string {
  const special = rows.filter((row) => isUsable(row) && isSetApart(row.population, evidence))
  const labels = special.flatMap((row) => evidence.populationById.get(row.population)?.label ?? [])
  if (labels.length > 0) return measuredInOthers([...new Set(labels)].join('; '))
  if (rows.length > 0) return PHRASES.figureMayNotStand
  if (outcome.domain === 'harm') return PHRASES.noHarmFigure
  const condition = termOf(evidence, 'condition', 'name')?.label
  return condition === undefined ? PHRASES.notRead : nothingFound(condition)
}

/**
 * Words for a row whose number runs against the direction of its outcome, such as the share relieved by one day
 * under "time to relief"; undefined for all others.
 */
export function turnedDirection(finding: Finding, outcome: Outcome): string | undefined {
  if (finding.flags.includes('higher-is-better') && outcome.direction !== 'higher-better')
    return 'Here higher is better.'
  if (finding.flags.includes('lower-is-better') && outcome.direction !== 'lower-better')
    return 'Here lower is better.'
  return undefined
}

function describeLead(
  estimate: Estimate,
  cell: Cell,
  whose: string | undefined,
  outcome: Outcome,
  evidence: Evidence,
): LeadOfCell {
  const text = { ...describeEstimate(estimate, evidence), whose }
  return {
    estimate,
    text,
    detail: detailLine(text),
    basis: basisLine(estimate, text, evidence),
    turned: turnedDirection(estimate.finding, outcome),
    why: whyItLeads(estimate, cell, evidence),
  }
}

/** The patients behind the number or the words of a cell, told apart from those that the patient belongs to. */
function whoseNumber(cell: Cell, population: LeadingPopulation | undefined, evidence: Evidence) {
  const finding =
    cell.lead?.finding ??
    (cell.words === undefined || !cell.headline
      ? undefined
      : evidence.findingById.get(cell.headline.findingId))
  return finding && whosePatients(finding, population, evidence)
}

/**
 * The cell of a treatment and an outcome, with its words.
 *
 * @param chosen finding ids that the reader let lead, from the address
 * @param population whose findings lead for the patient in the room, never from the address
 */
export function outcomeCell(
  treatment: string,
  outcome: Outcome,
  evidence: Evidence,
  chosen: readonly string[],
  population?: LeadingPopulation,
): OutcomeCell {
  const cell = cellOf(treatment, outcome.id, evidence, chosen, population)
  const whose = whoseNumber(cell, population, evidence)
  const compared = rowsAsComparator(treatment, outcome.id, evidence)
  const otherFindings = [...cell.findings, ...compared].filter((row) => row !== cell.lead?.finding)
  const usableOthers = otherFindings
    .filter((row) => row.treatment === treatment && isUsable(row))
    .map((row) => estimateOf(row, evidence))
  return {
    treatment,
    outcome,
    cell,
    lead: cell.lead && describeLead(cell.lead, cell, whose, outcome, evidence),
    whose,
    words: cell.words,
    missing:
      cell.lead || cell.words !== undefined ? undefined : missingPhrase(outcome, otherFindings, evidence),
    otherFindings,
    spread:
      cell.lead && outcome.domain === 'harm' ? spreadOfOthers(cell.lead, usableOthers, evidence) : undefined,
    disagreeing: disagreeingRows(cell.findings, evidence),
  }
}

/** All that a cell says in one line of text: equal texts mean that two treatments say the same. */
export function wordsOfCell(cell: OutcomeCell): string {
  if (!cell.lead) return cell.words ?? cell.missing ?? ''
  const { text } = cell.lead
  return [
    text.whole,
    text.interval,
    text.counts,
    text.time,
    text.definition,
    text.denominator,
    text.population,
  ]
    .concat(text.certainty, text.design)
    .join(' · ')
}
