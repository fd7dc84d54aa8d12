import type { AnyRow } from './readRow'
import type { Fault } from './fault'
import type { TableName, Tables } from '@/domain/tables'
import { headerOf } from '@/domain/columns'

type RowOfTable<Name extends TableName> = Tables[Name][number]
type Finding = RowOfTable<'findings'>

/** Looks at one row that has passed all checks of its cells; says what cannot be true of it. */
export type SenseRule<Row> = (row: Row) => Fault | undefined

/** Measures that are shares of patients in percent. */
const SHARES: ReadonlySet<string> = new Set(['proportion', 'survival-proportion'])
/** Measures that nothing can push below 0. */
const NEVER_NEGATIVE: ReadonlySet<string> = new Set([
  'risk-ratio',
  'odds-ratio',
  'hazard-ratio',
  'duration',
  'rate',
])

function fault(row: object, property: string, message: string, mending: string): Fault {
  const value: unknown = (row as AnyRow)[property]
  const cell = value === undefined ? '' : String(value)
  return { type: 'row/sense', column: headerOf(property), cell, message, mending }
}

const COMPARE = 'Compare the row with its source.'

function eventsWithinPatients(row: Finding): Fault | undefined {
  if (row.armEvents !== undefined && row.armN !== undefined && row.armEvents > row.armN)
    return fault(
      row,
      'armEvents',
      `${row.armEvents} of ${row.armN} patients had the event: more than there are.`,
      COMPARE,
    )
  const { comparatorEvents, comparatorN } = row
  if (comparatorEvents !== undefined && comparatorN !== undefined && comparatorEvents > comparatorN) {
    const message = `${comparatorEvents} of ${comparatorN} patients of the comparison had the event: more than there are.`
    return fault(row, 'comparatorEvents', message, COMPARE)
  }
  return undefined
}

function intervalInOrder(row: Finding): Fault | undefined {
  const { value, ciLow, ciHigh } = row
  if (ciLow === undefined && ciHigh === undefined) return undefined
  if (ciLow === undefined || ciHigh === undefined)
    return fault(
      row,
      ciLow === undefined ? 'ciLow' : 'ciHigh',
      'The interval has only one of its two limits.',
      'Give both limits, or neither; a one-sided bound belongs into range_low or range_high.',
    )
  if (ciLow > ciHigh) {
    const message = `The lower limit (${ciLow}) is above the upper one (${ciHigh}).`
    return fault(row, 'ciLow', message, 'Swap the limits if they were mixed up, and compare with the source.')
  }
  if (value !== undefined && (value < ciLow || value > ciHigh))
    return fault(
      row,
      'value',
      `The value ${value} is outside its own interval, ${ciLow} to ${ciHigh}.`,
      COMPARE,
    )
  return undefined
}

function rangeInOrder(row: Finding): Fault | undefined {
  const { value, rangeLow, rangeHigh } = row
  if (rangeLow !== undefined && rangeHigh !== undefined && rangeLow > rangeHigh)
    return fault(row, 'rangeLow', `The range starts at ${rangeLow} and ends at ${rangeHigh}.`, COMPARE)
  if (
    value !== undefined &&
    ((rangeLow !== undefined && value < rangeLow) || (rangeHigh !== undefined && value > rangeHigh))
  )
    return fault(
      row,
      'value',
      `The value ${value} is outside the range of its row, ${rangeLow ?? 'open'} to ${rangeHigh ?? 'open'}.`,
      COMPARE,
    )
  return undefined
}

const FIGURES = ['value', 'ciLow', 'ciHigh', 'rangeLow', 'rangeHigh'] as const

function figuresPossible(row: Finding): Fault | undefined {
  const isShare = SHARES.has(row.measure)
  if (!isShare && !NEVER_NEGATIVE.has(row.measure)) return undefined
  for (const property of FIGURES) {
    const figure = row[property]
    if (figure === undefined) continue
    if (isShare && (figure < 0 || figure > 100))
      return fault(row, property, `A share of patients is 0 to 100 percent; here it is ${figure}.`, COMPARE)
    if (!isShare && figure < 0)
      return fault(
        row,
        property,
        `A ${row.measure.replace('-', ' ')} cannot be below 0; here it is ${figure}.`,
        COMPARE,
      )
  }
  return undefined
}

function timeWithUnit(row: Finding): Fault | undefined {
  if (row.timepoint !== undefined && row.timepointUnit === undefined)
    return fault(
      row,
      'timepointUnit',
      `The time ${row.timepoint} has no unit.`,
      'Give the unit, such as months.',
    )
  if (row.timepoint === undefined && row.timepointUnit !== undefined)
    return fault(
      row,
      'timepoint',
      'The row has a unit of time and no time.',
      'Give the time, or empty the unit.',
    )
  return undefined
}

function wordsWhereAskedFor(row: RowOfTable<'headlines'>): Fault | undefined {
  if (row.show !== 'words' || row.words !== undefined) return undefined
  return fault(row, 'words', 'The headline is to show words and has none.', 'Write the words.')
}

function onsetInOrder(row: RowOfTable<'treatments'>): Fault | undefined {
  const { onsetDaysLow: low, onsetDaysHigh: high } = row
  if (low === undefined || high === undefined || low <= high) return undefined
  return fault(
    row,
    'onsetDaysLow',
    `The earliest onset (${low} days) is after the latest (${high}).`,
    COMPARE,
  )
}

function timesInOrder(row: RowOfTable<'derivedOutcomes'>): Fault | undefined {
  if (row.timeLowMonths <= row.timeHighMonths) return undefined
  return fault(row, 'timeLowMonths', 'The earliest time is after the latest.', 'Swap the two times.')
}

const RULES: { readonly [Name in TableName]?: readonly SenseRule<RowOfTable<Name>>[] } = {
  findings: [eventsWithinPatients, intervalInOrder, rangeInOrder, figuresPossible, timeWithUnit],
  headlines: [wordsWhereAskedFor],
  treatments: [onsetInOrder],
  derivedOutcomes: [timesInOrder],
}

/**
 * What cannot be true of a row, whatever its cells look like one by one: more events than patients, a value outside
 * its own interval, a share above 100 percent. What may be true but is odd is no matter of this check.
 */
export function checkSense(name: TableName, row: AnyRow): readonly Fault[] {
  const rules = RULES[name] as readonly SenseRule<AnyRow>[] | undefined
  if (!rules) return NONE
  let faults: Fault[] | undefined
  for (const rule of rules) {
    const found = rule(row)
    if (found) (faults ??= []).push(found)
  }
  return faults ?? NONE
}

const NONE: readonly Fault[] = []
