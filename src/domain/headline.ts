import { estimateOf, type Estimate } from './estimate'
import type { Evidence } from './evidence'
import { isSetApart } from './generalPopulation'
import { familyOfMeasure, isShare, timeInDays } from './measure'
import type { Finding, Headline } from './tables/findings'
import { isUsable } from './usable'
import { ARM_DESIGNS, CERTAINTIES } from './vocabulary'

/** Who chose the number that leads a cell. */
export type ChosenBy = 'reader' | 'population' | 'curators' | 'rule'

/** The number that stands for a treatment and an outcome, or the reason why none does. */
export interface Cell {
  /** All rows of the treatment on the outcome, usable or not: none of them is out of reach. */
  readonly findings: readonly Finding[]
  readonly lead: Estimate | undefined
  readonly chosenBy: ChosenBy | undefined
  readonly headline: Headline | undefined
  /** The curators ask for these words in place of, or (when a lead is present) beside, the number. */
  readonly words: string | undefined
}

const DAYS_IN_MONTH = 365.25 / 12

/**
 * Rows of a treatment on an outcome, in file order. A derived outcome (still free of it at one year, say) takes
 * the rows of its parent outcomes whose time lies within its window.
 */
export function findingsOfCell(treatment: string, outcome: string, evidence: Evidence): readonly Finding[] {
  const rows = evidence.findingsByTreatment.get(treatment) ?? []
  const derived = evidence.derivedOutcomes.find((row) => row.id === outcome)
  if (!derived) return rows.filter((row) => row.outcome === outcome)
  return rows.filter((row) => {
    const days = timeInDays(row.timepoint, row.timepointUnit)
    return (
      row.outcome === outcome ||
      (derived.fromOutcomes.includes(row.outcome) &&
        days !== undefined &&
        days >= derived.timeLowMonths * DAYS_IN_MONTH &&
        days <= derived.timeHighMonths * DAYS_IN_MONTH)
    )
  })
}

function rank<Word>(words: readonly Word[], word: Word | undefined): number {
  const index = word === undefined ? -1 : words.indexOf(word)
  return index < 0 ? words.length : index
}

/** A special group (people who failed an earlier treatment, say) leads only where nobody else was measured. */
function isSpecialGroup(finding: Finding, evidence: Evidence): boolean {
  return evidence.populationById.get(finding.population)?.directnessToTn === 'direct-special'
}

/**
 * The rule where the curators chose no headline: absolute numbers before ratios, direct before indirect, the
 * general group of patients before a special one, better design, higher certainty, more patients, then id.
 * It never looks at the size of the value.
 */
export function byRule(evidence: Evidence) {
  const keys = (finding: Finding): readonly number[] => [
    isShare(finding.measure) ? 0 : isRelative(finding) ? 2 : 1,
    finding.directness === 'direct' ? 0 : 1,
    isSpecialGroup(finding, evidence) ? 1 : 0,
    rank(ARM_DESIGNS, finding.armDesign),
    rank(CERTAINTIES, finding.certainty),
    -(finding.armN ?? 0),
  ]
  return (a: Finding, b: Finding): number => {
    const keysOfB = keys(b)
    const difference = keys(a)
      .map((key, index) => key - (keysOfB[index] ?? 0))
      .find((step) => step !== 0)
    return difference ?? (a.id < b.id ? -1 : 1)
  }
}

/** Ratios and numbers needed to treat: never first, since they hide how common the outcome is. */
export function isRelative(finding: Finding): boolean {
  const family = familyOfMeasure(finding.measure)
  return family === 'ratio' || family === 'number-needed'
}

/**
 * The cell of a treatment and an outcome. A reader's own choice leads, then the curators' headline, then the
 * rule above. A row that may not stand beside others never leads; people whose numbers are for people like them
 * alone (another cause, say) lead only for such a patient, or where a reader picks them.
 *
 * @param chosen finding ids that the reader picked, from the address
 * @param population whose findings go before the curators' headline, when the patient belongs to them; never from
 * the address
 */
export function cellOf(
  treatment: string,
  outcome: string,
  evidence: Evidence,
  chosen: readonly string[] = [],
  population?: { readonly id: string; readonly leads: readonly string[] },
): Cell {
  const findings = findingsOfCell(treatment, outcome, evidence)
  const headline = evidence.headlinesByTreatment.get(treatment)?.find((row) => row.outcome === outcome)
  const usable = findings.filter(isUsable)
  const nothing = { findings, headline, lead: undefined, chosenBy: undefined, words: undefined }

  const picked = usable.find((finding) => chosen.includes(finding.id))
  if (picked) return { ...nothing, lead: estimateOf(picked, evidence), chosenBy: 'reader' }

  const headlined = headline && evidence.findingById.get(headline.findingId)
  if (population !== undefined && headlined?.population !== population.id) {
    const theirs = usable.filter((finding) => finding.population === population.id).sort(byRule(evidence))
    const own = theirs.find((finding) => population.leads.includes(finding.id)) ?? theirs[0]
    if (own) return { ...nothing, lead: estimateOf(own, evidence), chosenBy: 'population' }
  }

  if (headline?.show === 'words') return { ...nothing, chosenBy: 'curators', words: headline.words }
  if (headlined && isUsable(headlined))
    return {
      ...nothing,
      lead: estimateOf(headlined, evidence),
      chosenBy: 'curators',
      words: headline?.words,
    }

  const forEveryone = usable.filter((finding) => !isSetApart(finding.population, evidence))
  const [first] = forEveryone.sort(byRule(evidence))
  return first ? { ...nothing, lead: estimateOf(first, evidence), chosenBy: 'rule' } : nothing
}

/** Why this number leads, from its own row, in a clinician's words. */
export function whyItLeads(estimate: Estimate, cell: Cell, evidence: Evidence): string {
  const { finding } = estimate
  const design = evidence.armDesigns.find((row) => row.id === finding.armDesign)?.label
  const same = cell.findings.filter(
    (row) => row.id !== finding.id && row.cohort !== undefined && row.cohort === finding.cohort,
  )
  const parts = [
    estimate.direct ? 'direct' : 'measured in other patients',
    (design ?? finding.armDesign).toLowerCase(),
    finding.armN === undefined ? 'number of patients not stated' : `n ${finding.armN}`,
    same.length > 0
      ? `same patients as ${same.length} other ${same.length === 1 ? 'row' : 'rows'}`
      : undefined,
  ]
  return `Chosen because: ${parts.filter(Boolean).join(', ')}.`
}

const ROLES = {
  benefit: ['lead-benefit', 'benefit', 'fallback'],
  harm: ['lead-harm', 'harm'],
} as const

/** What the list shows of a treatment: its leading benefit or harm, or why there is none. */
export interface Lead {
  readonly outcome: string | undefined
  /** Present when a number is shown. */
  readonly estimate: Estimate | undefined
  /** Present when words stand in place of a number. */
  readonly words: string | undefined
  /** The finding behind the number or the words. */
  readonly finding: Finding | undefined
  /** Rows exist, but none of them may stand in a list. */
  readonly figureExists: boolean
}

/**
 * The leading benefit or harm of a treatment in the list. Words of the curators stand in place of a number that
 * is no share of patients; a ratio or a number needed to treat never leads.
 */
export function leadOf(treatment: string, side: 'benefit' | 'harm', evidence: Evidence): Lead {
  const roles: readonly string[] = ROLES[side]
  const headlines = (evidence.headlinesByTreatment.get(treatment) ?? [])
    .filter((row) => roles.includes(row.role))
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.order - b.order)

  for (const headline of headlines) {
    const finding = evidence.findingById.get(headline.findingId)
    if (!finding) continue
    const found = { outcome: headline.outcome, finding, figureExists: true }
    if (headline.words !== undefined || headline.show === 'words')
      return { ...found, estimate: undefined, words: headline.words }
    if (isUsable(finding) && !isRelative(finding))
      return { ...found, estimate: estimateOf(finding, evidence), words: undefined }
  }
  const figureExists = (evidence.findingsByTreatment.get(treatment) ?? []).some((row) =>
    side === 'harm'
      ? evidence.outcomeById.get(row.outcome)?.domain === 'harm'
      : evidence.outcomeById.get(row.outcome)?.domain === 'benefit',
  )
  return { outcome: undefined, estimate: undefined, words: undefined, finding: undefined, figureExists }
}
