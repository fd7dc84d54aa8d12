import { estimateOf, type Estimate } from '../estimate'
import type { Evidence } from '../evidence'
import { isGeneralPopulation } from '../generalPopulation'
import { byRule, findingsOfCell } from '../headline'
import { isShare, timeInDays } from '../measure'
import type { Definition, Outcome } from '../tables/outcomes'
import type { Finding } from '../tables/findings'
import type { Treatment } from '../tables/treatments'
import { isUsable } from '../usable'
import { compareNames } from './order'
import { canonicalDefinition } from './sortChoices'

export interface RankedTreatment {
  readonly treatment: string
  readonly estimate: Estimate
}

export interface NotRankedTreatment {
  readonly treatment: string
  /** Why it cannot stand in the order, in words. */
  readonly reason: string
}

export interface NumberOrder {
  readonly ranked: readonly RankedTreatment[]
  readonly notRanked: readonly NotRankedTreatment[]
  /** Which end of the scale comes first. */
  readonly first: 'highest' | 'lowest'
  /** The earliest and the latest stated time among the ranked numbers, where they are more than a factor of two apart. */
  readonly times: readonly [Finding, Finding] | undefined
  /** The ranked numbers are out of different people: all treated, those who first responded, operations ... */
  readonly denominatorsDiffer: boolean
  /** Some ranked numbers do not say when they were measured. */
  readonly someTimesNotStated: boolean
}

/** What is ranked: one outcome and one definition of it, in the patients asked for. */
export interface NumberSort {
  readonly outcome: Outcome
  readonly definition: Definition
  /** Patients chosen in the filters; empty: those of the condition in general. */
  readonly populations: readonly string[]
}

function isAskedPopulation(finding: Finding, sort: NumberSort, evidence: Evidence): boolean {
  return sort.populations.length > 0
    ? sort.populations.includes(finding.population)
    : isGeneralPopulation(finding.population, evidence)
}

function labelsOf(findings: readonly Finding[], evidence: Evidence): string {
  const ids = [...new Set(findings.map((finding) => finding.definition))]
  return ids.map((id) => evidence.definitionById.get(id)?.label ?? id).join('; ')
}

/** Judged from what is nearest to an answer to what is farthest: the reason that a reader can do something with. */
function reasonOf(
  shares: readonly Finding[],
  usable: readonly Finding[],
  all: readonly Finding[],
  sort: NumberSort,
  evidence: Evidence,
): string {
  const inDefinition = shares.filter(
    (finding) => canonicalDefinition(finding.definition, evidence) === sort.definition.id,
  )
  const stated = shares.filter((finding) => evidence.definitionById.get(finding.definition)?.stated === 'yes')
  if (inDefinition.some((finding) => finding.directness === 'direct'))
    return sort.populations.length > 0
      ? 'Not measured in the patients chosen'
      : 'Measured only in a special group of patients'
  if (inDefinition.length > 0) return 'Measured in other patients'
  if (stated.length > 0) return `Other definition: ${labelsOf(stated, evidence)}`
  if (shares.length > 0) return 'Definition not stated'
  if (usable.length > 0) return 'No share of patients: another kind of number'
  if (all.length > 0) return 'A figure exists but may not stand beside others'
  return 'No number for this outcome'
}

function placeOf(treatment: string, sort: NumberSort, evidence: Evidence): Estimate | string {
  const all = findingsOfCell(treatment, sort.outcome.id, evidence)
  const headline = evidence.headlinesByTreatment
    .get(treatment)
    ?.find((row) => row.outcome === sort.outcome.id)
  if (headline?.show === 'words') return `Words only: ${headline.words ?? 'see its sources'}`
  const usable = all.filter(isUsable)
  const shares = usable.filter((finding) => isShare(finding.measure))
  const fitting = shares.filter(
    (finding) =>
      finding.directness === 'direct' &&
      canonicalDefinition(finding.definition, evidence) === sort.definition.id &&
      isAskedPopulation(finding, sort, evidence),
  )
  const chosen =
    fitting.find((finding) => finding.id === headline?.findingId) ?? [...fitting].sort(byRule(evidence))[0]
  return chosen ? estimateOf(chosen, evidence) : reasonOf(shares, usable, all, sort, evidence)
}

function spreadOfTimes(ranked: readonly RankedTreatment[]): readonly [Finding, Finding] | undefined {
  const timed = ranked
    .map(({ estimate: { finding } }) => ({
      finding,
      days: timeInDays(finding.timepoint, finding.timepointUnit),
    }))
    .filter((row): row is { finding: Finding; days: number } => row.days !== undefined)
    .sort((a, b) => a.days - b.days)
  const [first] = timed
  const last = timed[timed.length - 1]
  return first && last && last.days > 2.02 * first.days ? [first.finding, last.finding] : undefined
}

/**
 * Orders treatments by the share of patients with one outcome under one definition. Only usable shares of direct
 * patients are ordered; everything else stays below, with the reason. It says nothing about which is better:
 * the numbers come from separate studies.
 *
 * The number of a treatment is the curators' headline where it fits, else the first by the rule of `headline.ts`,
 * which never looks at the size of the value.
 */
export function rankByNumber(
  treatments: readonly Treatment[],
  sort: NumberSort,
  evidence: Evidence,
): NumberOrder {
  const ranked: RankedTreatment[] = []
  const notRanked: NotRankedTreatment[] = []
  for (const treatment of [...treatments].sort(compareNames)) {
    const place = placeOf(treatment.id, sort, evidence)
    if (typeof place === 'string') notRanked.push({ treatment: treatment.id, reason: place })
    else ranked.push({ treatment: treatment.id, estimate: place })
  }
  const lowestFirst = sort.outcome.direction === 'lower-better'
  const value = (row: RankedTreatment) => row.estimate.value ?? 0
  // Sorting is stable: equal numbers stay in the order of names.
  ranked.sort((a, b) => (lowestFirst ? value(a) - value(b) : value(b) - value(a)))
  return {
    ranked,
    notRanked,
    first: lowestFirst ? 'lowest' : 'highest',
    times: spreadOfTimes(ranked),
    denominatorsDiffer: new Set(ranked.map((row) => row.estimate.finding.denominator)).size > 1,
    someTimesNotStated: ranked.some((row) => row.estimate.finding.timepoint === undefined),
  }
}
