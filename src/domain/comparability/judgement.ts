import type { Evidence } from '../evidence'
import type { ArmDesign } from '../vocabulary'
import { carries, sameOutcome } from './outcomeOfRow'
import {
  definitionReason,
  denominatorReason,
  estimateKindReason,
  linkedTimeReason,
  populationReason,
  sameTime,
  timeReason,
  unitReason,
} from './facets'
import { otherSide, type JudgedRow } from './judgedRow'
import { isLink } from './pairRules'
import type { Question } from './question'
import type { Level, ReasonId } from './verdict'

/** What one row, or two, allow: one candidate for the verdict. */
export interface Judgement {
  readonly level: Level
  readonly reasons: readonly ReasonId[]
  readonly rows: readonly JudgedRow[]
  readonly via: string | undefined
  readonly oneSidePrinted: boolean
}

/** Designs in which one study saw both groups of patients. */
const ONE_STUDY: ReadonlySet<ArmDesign> = new Set(['randomised', 'non-randomised', 'survey', 'registry'])
const CONTROLLED_STUDY: ReadonlySet<ArmDesign> = new Set(['randomised', 'non-randomised'])

function judgement(level: Level, rows: readonly JudgedRow[], more: Partial<Judgement> = {}): Judgement {
  return { level, rows, reasons: [], via: undefined, oneSidePrinted: false, ...more }
}

/** The reasons that are there. Every caller asks in the order of `REASONS`, so theirs is the order in which they are told. */
function given(reasons: readonly (ReasonId | undefined)[]): readonly ReasonId[] {
  return reasons.filter((reason) => reason !== undefined)
}

function isArmOf(row: JudgedRow, treatment: string): boolean {
  return row.arm && row.finding.treatment === treatment
}

/** Whether the rule asks when the number was measured. */
function timeIsAsked(a: JudgedRow, b: JudgedRow, question: Question): boolean {
  if (a.numberIsATime && b.numberIsATime) return false
  const neitherStated = a.days === undefined && b.days === undefined
  const harmOfAlike = question.outcome.domain === 'harm' && question.sameKindOfTreatment
  return !(harmOfAlike && neitherStated)
}

/** Sources that gather other studies: their rows may come from different ones. */
function gathersStudies(source: string, evidence: Evidence): boolean {
  return evidence.sourceById.get(source)?.type === 'systematic-review'
}

/** The treatment against which both rows are contrasts, if it may link; undefined else. */
export function commonThird(a: JudgedRow, b: JudgedRow, question: Question): string | undefined {
  const [one, other] = question.treatments
  const third = otherSide(a, one)
  if (third === undefined || third !== otherSide(b, other)) return undefined
  return third !== one && third !== other && isLink(third, question.evidence) ? third : undefined
}

/** Level 1 (ii): two usable rows of one study that saw both groups. */
export function areOfOneStudy(a: JudgedRow, b: JudgedRow, question: Question): boolean {
  if (a.finding.source !== b.finding.source || !a.usable || !b.usable) return false
  const [one, other] = question.treatments
  const bothArms = isArmOf(a, one) && isArmOf(b, other)
  return (
    ONE_STUDY.has(a.finding.armDesign) &&
    ONE_STUDY.has(b.finding.armDesign) &&
    !gathersStudies(a.finding.source, question.evidence) &&
    (bothArms || commonThird(a, b, question) !== undefined) &&
    sameOutcome(a, b, question.outcome.id, question.evidence) &&
    a.definition.word === b.definition.word &&
    a.kindOfNumber === b.kindOfNumber &&
    unitReason(a, b) === undefined &&
    (sameTime(a, b) || !timeIsAsked(a, b, question))
  )
}

function sameCohort(a: JudgedRow, b: JudgedRow): boolean {
  return a.finding.cohort !== undefined && a.finding.cohort === b.finding.cohort
}

/** Facets of two contrasts against the same third; the denominators need not match. */
function linkReasons(a: JudgedRow, b: JudgedRow, question: Question): readonly (ReasonId | undefined)[] {
  if (a.kindOfNumber !== b.kindOfNumber) return ['different-measure']
  return [
    definitionReason(a, b),
    unitReason(a, b),
    timeIsAsked(a, b, question) ? linkedTimeReason(a, b) : undefined,
    populationReason(a, b),
  ]
}

/** Every facet of two arms that fails; none means that they may stand side by side with care. */
export function armReasons(
  a: JudgedRow,
  b: JudgedRow,
  question: Question,
): readonly (ReasonId | undefined)[] {
  if (a.kindOfNumber !== b.kindOfNumber) return ['different-measure']
  return [
    definitionReason(a, b),
    denominatorReason(a, b),
    unitReason(a, b),
    timeIsAsked(a, b, question) ? timeReason(a, b) : undefined,
    populationReason(a, b),
    a.kindOfNumber === 'share' ? estimateKindReason(a, b) : undefined,
  ]
}

/** Reasons that lie in a row itself, or in the two being no answer to the same question. */
function rowReasons(a: JudgedRow, b: JudgedRow, question: Question): readonly (ReasonId | undefined)[] {
  const nothingToCompare = (row: JudgedRow) => !row.arm && !row.contrast && !row.changeFromBefore
  const unusable = (row: JudgedRow) => !row.usable || nothingToCompare(row)
  return [
    unusable(a) || unusable(b) ? 'unusable-row' : undefined,
    a.changeFromBefore || b.changeFromBefore ? 'before-after' : undefined,
    sameOutcome(a, b, question.outcome.id, question.evidence) ? undefined : 'different-outcome',
  ]
}

function whyNotComparable(a: JudgedRow, b: JudgedRow, question: Question): readonly ReasonId[] {
  const [one, other] = question.treatments
  const [armOfOne, armOfOther] = [isArmOf(a, one), isArmOf(b, other)]
  const bothContrasts = a.contrast && b.contrast
  const facets = () => {
    // The number of one treatment's arm, beside one in which the other treatment is only the comparator.
    if (armOfOne !== armOfOther && !bothContrasts) return ['different-measure' as const]
    return armOfOne && armOfOther ? armReasons(a, b, question) : linkReasons(a, b, question)
  }
  const reasons = given([
    ...rowReasons(a, b, question),
    ...facets(),
    bothContrasts && commonThird(a, b, question) === undefined ? 'no-common-comparator' : undefined,
    sameCohort(a, b) && a.finding.source !== b.finding.source ? 'same-patients' : undefined,
  ])
  // Without a reason are left two contrasts of one cohort.
  return reasons.length > 0 ? reasons : ['same-patients']
}

/** Its reasons are worked out when they are asked for: beside a pair that is comparable nobody asks. */
function notComparable(a: JudgedRow, b: JudgedRow, question: Question): Judgement {
  let known: readonly ReasonId[] | undefined
  return {
    level: 'not-comparable',
    rows: [a, b],
    via: undefined,
    oneSidePrinted: false,
    get reasons() {
      return (known ??= whyNotComparable(a, b, question))
    },
  }
}

/** Two rows, `a` of the first treatment of the question and `b` of the second. */
export function judgePair(a: JudgedRow, b: JudgedRow, question: Question): Judgement {
  const [one, other] = question.treatments
  if (areOfOneStudy(a, b, question)) return judgement('head-to-head', [a, b])

  const fits = (reasons: readonly (ReasonId | undefined)[]) => reasons.every((reason) => reason === undefined)
  // A pair of different kinds of numbers reaches no level; most pairs are of such.
  if (a.kindOfNumber === b.kindOfNumber && fits(rowReasons(a, b, question))) {
    const third = commonThird(a, b, question)
    if (third !== undefined && !sameCohort(a, b) && fits(linkReasons(a, b, question)))
      return judgement('linked', [a, b], { via: third })
    const bothArms = isArmOf(a, one) && isArmOf(b, other)
    const apart = !sameCohort(a, b) || a.finding.source === b.finding.source
    if (bothArms && apart && fits(armReasons(a, b, question))) return judgement('side-by-side', [a, b])
  }
  return notComparable(a, b, question)
}

/** Does the row name the two treatments of the question as its two sides? */
export function comparesBoth(row: JudgedRow, question: Question): boolean {
  const [one, other] = question.treatments
  const { treatment, comparator } = row.finding
  return (treatment === one && comparator === other) || (treatment === other && comparator === one)
}

/**
 * Level 1 (i): one row that compares the two directly. A share or mean of a controlled study whose other side is
 * printed nowhere counts too; where that side has a row of its own, the two rows are judged together instead.
 *
 * @param otherSidePrinted whether the other arm has a row of its own in the same source
 * @returns undefined when the row compares other treatments, or when its pair with another row decides
 */
export function judgeSingle(
  row: JudgedRow,
  question: Question,
  otherSidePrinted: boolean,
): Judgement | undefined {
  if (!comparesBoth(row, question) || !carries(row, question.outcome.id, question.evidence)) return undefined
  if (!row.usable) return judgement('not-comparable', [row], { reasons: ['unusable-row'] })
  if (row.contrast) return judgement('head-to-head', [row])
  if (!row.arm) return judgement('not-comparable', [row], { reasons: given(rowReasons(row, row, question)) })
  if (otherSidePrinted || !CONTROLLED_STUDY.has(row.finding.armDesign)) return undefined
  return judgement('head-to-head', [row], { oneSidePrinted: true })
}
