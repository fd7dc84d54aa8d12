import { recordedText } from '../recordedText'
import type { Finding } from '../tables/findings'
import { lastDigit } from './printedNumber'
import { COMPARE, hit, rowRule, type Hit } from './rule'

const isShare = (row: Finding) => row.measure === 'proportion' || row.measure === 'survival-proportion'

/**
 * A share that its own counts do not give. A printed share may be rounded or cut off, so one step of its last digit
 * is allowed; what studies pooled together give differs from the plain quotient, so there it may be off by a third.
 */
function shareOfEvents(row: Finding): Hit | undefined {
  const { value, armEvents: events, armN: people } = row
  if (!isShare(row) || value === undefined || events === undefined || !people) return undefined
  const share = (100 * events) / people
  const printed = recordedText(row, 'value') ?? String(value)
  const isCount = row.estimateKind === 'crude' || row.estimateKind === 'not-applicable'
  const allowed = isCount ? lastDigit(printed) + 1e-9 : Math.max(lastDigit(printed), share / 3, 1)
  if (Math.abs(share - value) <= allowed) return undefined
  const message = `${events} of ${people} is ${Number(share.toFixed(2))} percent, and the row says ${printed}.`
  return hit('findings', row, 'value', message)
}

/**
 * A share of a few people that no whole number of them gives: 52 percent of 10. Only for plain counts out of the
 * whole arm, and one step of the last digit is allowed.
 * @see Brown NJL, Heathers JAJ. The GRIM test. Soc Psychol Personal Sci 2017;8:363-369
 */
function shareOfPeople(row: Finding): Hit | undefined {
  const { value, armN: people } = row
  if (row.measure !== 'proportion' || row.estimateKind !== 'crude' || row.armEvents !== undefined)
    return undefined
  if (value === undefined || !people || row.denominator !== 'all-treated') return undefined
  const nearest = (100 * Math.round((value * people) / 100)) / people
  const printed = recordedText(row, 'value') ?? String(value)
  if (Math.abs(nearest - value) <= lastDigit(printed) + 1e-9) return undefined
  const message = `No whole number of ${people} patients is ${printed} percent; the nearest is ${Number(nearest.toFixed(2))}.`
  return hit('findings', row, 'value', message)
}

/** The events of the comparison that leave no doubt that the arms were swapped: the value is theirs. */
function shareOfOtherArm(row: Finding): Hit | undefined {
  const { value, comparatorEvents: events, comparatorN: people } = row
  if (!isShare(row) || value === undefined || events === undefined || !people) return undefined
  const { armEvents, armN } = row
  if (armEvents === undefined || !armN || armEvents / armN === events / people) return undefined
  const off = Math.abs((100 * armEvents) / armN - value)
  const offOther = Math.abs((100 * events) / people - value)
  if (offOther >= off) return undefined
  return hit(
    'findings',
    row,
    'armEvents',
    `The value ${value} fits the comparison (${events} of ${people}), not the arm.`,
  )
}

const FIGURES = ['value', 'ciLow', 'ciHigh', 'rangeLow', 'rangeHigh'] as const

/** All figures of a share are below 1: it may be a fraction in place of a percentage. */
function shareAsFraction(row: Finding): Hit | undefined {
  const figures = FIGURES.map((property) => row[property]).filter((figure) => figure !== undefined)
  if (!isShare(row) || figures.length === 0 || row.armEvents !== undefined) return undefined
  if (figures.some((figure) => figure >= 1) || figures.every((figure) => figure === 0)) return undefined
  return hit(
    'findings',
    row,
    row.value === undefined ? 'rangeLow' : 'value',
    'Shares are in percent; this one looks like a fraction.',
  )
}

/** A share with its counts and without its value: shown from the counts, if the source printed no percentage. */
function shareWithoutValue(row: Finding): Hit | undefined {
  if (!isShare(row) || row.value !== undefined || row.armEvents === undefined || row.armN === undefined)
    return undefined
  return hit(
    'findings',
    row,
    'value',
    'The counts are given and the percentage is not.',
    `${COMPARE} If it prints none, nothing is lost.`,
  )
}

export const SHARE_RULES = [
  rowRule('share/no-value', 'advice', 'findings', shareWithoutValue),
  rowRule('share/fraction', 'advice', 'findings', shareAsFraction),
  rowRule('share/events', 'error', 'findings', shareOfEvents),
  rowRule('share/whole-people', 'warning', 'findings', shareOfPeople),
  rowRule('share/other-arm', 'error', 'findings', shareOfOtherArm),
]
