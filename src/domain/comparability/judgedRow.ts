import type { Evidence } from '../evidence'
import { familyOfMeasure, isShare, timeInDays } from '../measure'
import type { Finding } from '../tables/findings'
import { isUsable } from '../usable'
import type { ArmDesign, Measure } from '../vocabulary'
import { pairRulesOf } from './pairRules'

/** A word of a facet, and whether it says enough to be matched. */
export interface FacetWord {
  readonly word: string
  readonly stated: boolean
}

/** A finding with everything the rule asks of it. Never holds the size of its number. */
export interface JudgedRow {
  readonly finding: Finding
  readonly usable: boolean
  /** The number of one arm: it may stand as the arm of its own treatment. */
  readonly arm: boolean
  /** The number is the difference between two treatments, or both their counts are printed. */
  readonly contrast: boolean
  readonly changeFromBefore: boolean
  /** Numbers of one kind may be compared: share, mean, duration, rate; any contrast only with its own measure. */
  readonly kindOfNumber: string
  readonly definition: FacetWord
  readonly denominator: FacetWord
  /** Read up to the first `;` `,` or `(`; undefined when it need not be asked. */
  readonly unit: string | undefined
  readonly days: number | undefined
  readonly numberIsATime: boolean
  /** Populations of one group go together; undefined: with nothing. */
  readonly populationGroup: string | undefined
}

/** Designs in which a number belongs to one group of patients alone, whatever is named as comparator. */
const UNCONTROLLED: ReadonlySet<ArmDesign> = new Set(['single-arm', 'single-arm-pooled', 'before-after'])
const LENGTHS: ReadonlySet<Measure> = new Set(['mean', 'median', 'duration'])
const KINDS_WITH_UNIT: ReadonlySet<string> = new Set([
  'mean',
  'duration',
  'rate',
  'mean-difference',
  'risk-difference',
])

function kindOfNumberOf(measure: Measure): string {
  const family = familyOfMeasure(measure)
  return family === 'difference' || family === 'ratio' || family === 'number-needed' ? measure : family
}

function isArmNumber(measure: Measure): boolean {
  return ['share', 'mean', 'duration', 'rate'].includes(familyOfMeasure(measure))
}

function printsBothArms(finding: Finding): boolean {
  return [finding.armN, finding.armEvents, finding.comparatorN, finding.comparatorEvents].every(
    (count) => count !== undefined,
  )
}

/** A treatment compared with itself (two ways of giving it) is no contrast between two treatments. */
function isContrast(finding: Finding): boolean {
  if (finding.comparator === undefined || finding.comparator === finding.treatment) return false
  if (UNCONTROLLED.has(finding.armDesign)) return false
  return isShare(finding.measure) ? printsBothArms(finding) : !isArmNumber(finding.measure)
}

function isChangeFromBefore(finding: Finding): boolean {
  if (familyOfMeasure(finding.measure) !== 'difference') return false
  return finding.comparator === undefined || finding.armDesign === 'before-after'
}

function unitOf(finding: Finding): string {
  return (finding.unit ?? '').split(/[;,(]/, 1).join('').trim()
}

function judge(finding: Finding, evidence: Evidence): JudgedRow {
  const rules = pairRulesOf(evidence)
  const definition = evidence.definitionById.get(finding.definition)
  const kindOfNumber = kindOfNumberOf(finding.measure)
  const unitAsked = KINDS_WITH_UNIT.has(kindOfNumber) && !rules.unitInDefinition.has(finding.definition)
  const group = evidence.populationById.get(finding.population)?.compatibleGroup
  return {
    finding,
    usable: isUsable(finding),
    arm: isArmNumber(finding.measure),
    contrast: isContrast(finding),
    changeFromBefore: isChangeFromBefore(finding),
    kindOfNumber,
    definition: {
      word: definition?.equals ?? finding.definition,
      stated: definition?.stated === 'yes',
    },
    denominator: {
      word: finding.denominator,
      stated: evidence.denominatorById.get(finding.denominator)?.stated === 'yes',
    },
    unit: unitAsked ? unitOf(finding) : undefined,
    days: timeInDays(finding.timepoint, finding.timepointUnit),
    numberIsATime: LENGTHS.has(finding.measure) && rules.numberIsATime.has(finding.outcome),
    populationGroup: group === 'none' ? undefined : group,
  }
}

const REMEMBERED = new WeakMap<Evidence, WeakMap<Finding, JudgedRow>>()

/** What the rule asks of a finding; worked out once for each evidence and finding. */
export function judgedRow(finding: Finding, evidence: Evidence): JudgedRow {
  let rows = REMEMBERED.get(evidence)
  if (!rows) REMEMBERED.set(evidence, (rows = new WeakMap()))
  const known = rows.get(finding)
  if (known) return known
  const row = judge(finding, evidence)
  rows.set(finding, row)
  return row
}

/** The other treatment of a contrast, seen from one of its two; undefined when the row is none of that treatment's. */
export function otherSide(row: JudgedRow, treatment: string): string | undefined {
  const { treatment: own, comparator } = row.finding
  if (!row.contrast) return undefined
  if (own === treatment) return comparator
  return comparator === treatment ? own : undefined
}
