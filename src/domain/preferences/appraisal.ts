import { verdictOfFindings } from '../comparability/pairVerdict'
import { outcomeCell } from '../compare/outcomeCell'
import { mayShareScale } from '../compare/outcomeRow'
import type { Evidence } from '../evidence'
import type { LeadingPopulation } from '../patient/population'
import type { Outcome } from '../tables/outcomes'
import type { Treatment } from '../tables/treatments'
import type { AppraisedOption, Part, WeighedCriterion } from './appraisedOption'
import { comparableGroup } from './comparableGroup'
import { criterionOf, type Criterion } from './criteria'
import { asGap, meetingCell, type MeetingCell } from './meetingCell'
import { orderRefusal, type OrderRefusal } from './orderRefusal'
import { type Preferences } from './preferences'
import { weighed } from './weighing'
import { DRAWS, SEED, type RankProblem } from './rankChances'

/** How far each option meets what was weighed. */
export interface Appraisal {
  readonly by: Preferences['by']
  /** Heaviest first. */
  readonly criteria: readonly WeighedCriterion[]
  readonly options: readonly AppraisedOption[]
  /** Why the options may not be put in order; undefined where they may. */
  readonly refusal: OrderRefusal | undefined
}

export interface Asked {
  /** Treatment ids, as in the address. */
  readonly options: readonly string[]
  readonly preferences: Preferences
  readonly evidence: Evidence
  /** Finding ids that the reader let lead, from the address. */
  readonly lead: readonly string[]
  readonly population?: LeadingPopulation | undefined
}

/** How firmly the two numbers that lead may be read beside one another. */
function bondOf(one: Treatment, other: Treatment, outcome: Outcome, asked: Asked): 0 | 1 | 2 {
  const { evidence, lead, population } = asked
  const cells = [one, other].map(({ id }) => outcomeCell(id, outcome, evidence, lead, population))
  const [a, b] = cells
  if (!a?.lead || !b?.lead || !mayShareScale(a, b, evidence)) return 0
  const [first, second] = [a.lead.estimate.finding, b.lead.estimate.finding]
  const verdict = verdictOfFindings(first, second, one, other, outcome, evidence)
  return verdict.kind === 'level' && verdict.level === 'head-to-head' ? 2 : 1
}

/**
 * The cells of all options on a criterion. Numbers that may not be read beside those of the largest comparable group
 * count as not known; a number that has no other beside it stands for itself.
 */
function cellsOn(criterion: Criterion, options: readonly Treatment[], asked: Asked): readonly MeetingCell[] {
  const { evidence, lead, population } = asked
  const cells = options.map((option) => meetingCell(option, criterion, evidence, lead, population))
  const { of } = criterion
  if (of.kind === 'burden') return cells
  const counted = options.filter((_, at) => cells[at]?.gap === undefined)
  if (counted.length < 2) return cells
  const byId = new Map(counted.map((option) => [option.id, option]))
  const bonds = new Map<string, 0 | 1 | 2>()
  const group = comparableGroup([...byId.keys()], (a, b) => {
    const key = `${a} ${b}`
    const [one, other] = [byId.get(a), byId.get(b)]
    const bond = bonds.get(key) ?? (one && other ? bondOf(one, other, of.outcome, asked) : 0)
    bonds.set(key, bond)
    return bond
  })
  const stands = (id: string) => group.size > 1 && group.has(id)
  return cells.map((cell, at) =>
    cell.gap === undefined && !stands(options[at]?.id ?? '') ? asGap(cell, 'not-comparable') : cell,
  )
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/**
 * How far each option meets what the patient weighed, as a range: the weighted sum of the ends of each interval. What
 * is not known counts with its whole range; it never drops out and never counts as zero.
 *
 * @returns undefined for fewer than two options, or where nothing was weighed
 * @see Keeney RL, Raiffa H. Decisions with Multiple Objectives. Wiley 1976, chapter 3 (additive value)
 */
export function appraise(asked: Asked): Appraisal | undefined {
  const { evidence, preferences } = asked
  const treatments = asked.options.flatMap((id) => evidence.treatmentById.get(id) ?? [])
  const criteria = weighed(preferences).flatMap(({ id, share }): readonly WeighedCriterion[] => {
    const criterion = criterionOf(id, evidence)
    return criterion ? [{ criterion, share }] : []
  })
  if (treatments.length < 2 || criteria.length === 0) return undefined
  const columns = criteria.map(({ criterion, share }) =>
    cellsOn(criterion, treatments, asked).map((cell): Part => {
      const { low, high } = cell.meeting
      return { ...cell, criterion, share, low: share * low, high: share * high }
    }),
  )
  const options = treatments.map(({ id }, at): AppraisedOption => {
    const parts = columns.flatMap((column) => column[at] ?? [])
    return {
      treatment: id,
      low: sum(parts.map(({ low }) => low)),
      high: sum(parts.map(({ high }) => high)),
      parts,
    }
  })
  return { by: preferences.by, criteria, options, refusal: orderRefusal(options) }
}

/** What the chances of the ranks are drawn from. */
export function rankProblem({ options, criteria, by }: Appraisal): RankProblem {
  return {
    options: options.map(({ parts }) => parts.map(({ meeting }) => ({ ...meeting }))),
    weights: by === 'order' ? 'order' : 'given',
    shares: criteria.map(({ share }) => share),
    draws: DRAWS,
    seed: SEED,
  }
}
