import type { Finding } from '../tables/findings'
import { hit, rowRule, type Hit } from './rule'

interface Rates {
  readonly arm: number
  readonly comparator: number
}

function ratesOf(row: Finding): Rates | undefined {
  const { armEvents, armN, comparatorEvents, comparatorN } = row
  if (armEvents === undefined || comparatorEvents === undefined || !armN || !comparatorN) return undefined
  return { arm: armEvents / armN, comparator: comparatorEvents / comparatorN }
}

/** How far a printed effect may lie from the one its counts give: adjustment and pooling move it. */
const CRUDE = 1.06
const ADJUSTED = 1.6

function isFar(found: number, expected: number, row: Finding): boolean {
  const factor = row.estimateKind === 'crude' ? CRUDE : ADJUSTED
  return found > expected * factor || found < expected / factor
}

/** A risk ratio or odds ratio that the rates of the two arms do not give. */
function ratioOfRates(row: Finding): Hit | undefined {
  const rates = ratesOf(row)
  if (!rates || row.value === undefined || rates.arm === 0 || rates.comparator === 0) return undefined
  const risk = rates.arm / rates.comparator
  const odds = (risk * (1 - rates.comparator)) / (1 - rates.arm)
  const expected = row.measure === 'risk-ratio' ? risk : row.measure === 'odds-ratio' ? odds : undefined
  if (expected === undefined || !Number.isFinite(expected) || !isFar(row.value, expected, row))
    return undefined
  return hit(
    'findings',
    row,
    'value',
    `The counts give a ratio of ${expected.toFixed(2)}, and the row says ${row.value}.`,
  )
}

/** A difference of shares, in percentage points, that the rates of the two arms do not give. */
function differenceOfRates(row: Finding): Hit | undefined {
  const rates = ratesOf(row)
  if (!rates || row.value === undefined || row.measure !== 'risk-difference') return undefined
  const expected = 100 * (rates.arm - rates.comparator)
  const allowed = row.estimateKind === 'crude' ? 1 : 5
  if (Math.abs(row.value - expected) <= allowed) return undefined
  const message = `The counts give a difference of ${expected.toFixed(1)} points, and the row says ${row.value}.`
  return hit('findings', row, 'value', message)
}

/** A number needed to treat or harm that the rates of the two arms do not give, or that is below 1. */
function numberNeededOfRates(row: Finding): Hit | undefined {
  if ((row.measure !== 'nnt' && row.measure !== 'nnh') || row.value === undefined) return undefined
  if (Math.abs(row.value) < 1)
    return hit(
      'findings',
      row,
      'value',
      `A number needed to treat or harm is at least 1; here it is ${row.value}.`,
    )
  const rates = ratesOf(row)
  if (!rates || rates.arm === rates.comparator) return undefined
  const expected = 1 / Math.abs(rates.arm - rates.comparator)
  if (Math.abs(Math.abs(row.value) - expected) <= 1 || !isFar(Math.abs(row.value), expected, row))
    return undefined
  return hit(
    'findings',
    row,
    'value',
    `The counts give ${expected.toFixed(1)}, and the row says ${row.value}.`,
  )
}

export const EFFECT_RULES = [
  rowRule('ratio/rates', 'error', 'findings', ratioOfRates),
  rowRule('difference/rates', 'error', 'findings', differenceOfRates),
  rowRule('number-needed/rates', 'error', 'findings', numberNeededOfRates),
]
