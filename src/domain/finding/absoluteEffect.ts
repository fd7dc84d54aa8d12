import { benefitDifference, riskDifference, type RiskDifference } from '../difference'
import { hasFlag, isControlled } from '../estimate'
import type { Evidence } from '../evidence'
import { familyOfMeasure } from '../measure'
import { numberNeededToTreat, type NumberNeededToTreat } from '../numberNeeded'
import type { Source } from '../tables/background'
import type { Finding } from '../tables/findings'
import { isUsable } from '../usable'

/** What two arms say in absolute terms, worked out here from their counts. */
export interface AbsoluteEffect {
  readonly kind: 'absolute'
  /** Shares of the two arms, in percent. */
  readonly armPercent: number
  readonly comparatorPercent: number
  /** As fractions: arm minus comparison arm. */
  readonly difference: RiskDifference
  /** The same people were in both arms: an interval for two separate groups would not be theirs. */
  readonly crossover: boolean
  /** Only for randomised arms of separate people whose outcome is clearly good or bad. */
  readonly numberNeeded: NumberNeededToTreat | undefined
  readonly randomised: boolean
}

/** Why nothing is worked out although both arms' counts are printed. */
export interface NoAbsoluteEffect {
  readonly kind: 'refused'
  readonly reason: 'added-up' | 'unsuitable'
}

function isCrossover(source: Source | undefined): boolean {
  return /cross-?over/i.test(source?.design ?? '')
}

/**
 * Does the patient want the event? Undefined where the data do not take sides. A flag on the row overrules its
 * outcome.
 */
export function eventIsGood(finding: Finding, evidence: Evidence): boolean | undefined {
  if (hasFlag(finding, 'higher-is-better')) return true
  if (hasFlag(finding, 'lower-is-better')) return false
  const direction = evidence.outcomeById.get(finding.outcome)?.direction
  if (direction === undefined || direction === 'neutral') return undefined
  return direction === 'higher-better'
}

/**
 * The difference of the shares of two arms (Newcombe's interval) and the number needed to treat behind it, from
 * the counts of one study.
 *
 * Refused for counts added up over several studies, since adding breaks what chance had balanced, and for rows
 * that are no result of a treatment. Of a crossover study only the difference itself, since its two arms are the
 * same people. Of a study without random groups no number needed to treat, since that reads as an effect.
 *
 * @returns undefined where the counts of an arm are not in the data, or the source has not arrived yet
 * @see Newcombe RG. Stat Med 1998;17:873-890, method 10; Altman DG. BMJ 1998;317:1309-1312
 */
export function absoluteEffectOf(
  finding: Finding,
  evidence: Evidence,
): AbsoluteEffect | NoAbsoluteEffect | undefined {
  const { armN, armEvents, comparatorN, comparatorEvents, comparator, armDesign } = finding
  if (!armN || armEvents === undefined || !comparatorN || comparatorEvents === undefined) return undefined
  if (comparator === undefined || !evidence.loaded.has('sources')) return undefined
  if (armEvents > armN || comparatorEvents > comparatorN) return { kind: 'refused', reason: 'unsuitable' }
  const family = familyOfMeasure(finding.measure)
  const people = evidence.denominatorRoleById.get(finding.denominator)?.countsPeople === 'yes'
  if (!isUsable(finding) || !people || (family !== 'share' && family !== 'ratio'))
    return { kind: 'refused', reason: 'unsuitable' }
  if (armDesign.endsWith('-pooled') || finding.estimateKind === 'pooled')
    return { kind: 'refused', reason: 'added-up' }
  if (finding.estimateKind !== 'crude' || !isControlled(armDesign))
    return { kind: 'refused', reason: 'unsuitable' }

  const difference = riskDifference(armEvents, armN, comparatorEvents, comparatorN)
  const crossover = isCrossover(evidence.sourceById.get(finding.source))
  const good = eventIsGood(finding, evidence)
  const randomised = armDesign === 'randomised'
  return {
    kind: 'absolute',
    armPercent: (100 * armEvents) / armN,
    comparatorPercent: (100 * comparatorEvents) / comparatorN,
    difference,
    crossover,
    numberNeeded:
      good === undefined || crossover || !randomised
        ? undefined
        : numberNeededToTreat(benefitDifference(difference, good)),
    randomised,
  }
}
