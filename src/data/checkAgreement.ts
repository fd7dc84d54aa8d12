import { headerOf } from '@/domain/columns'
import type { TableName, Tables } from '@/domain/tables'
import type { Fault } from './fault'
import type { AnyRow } from './readRow'

type RowOfTable<Name extends TableName> = Tables[Name][number]

/** Finds a row by the name of its file and its key. */
export type FindRow = (target: string, key: string) => AnyRow | undefined

/** Looks at a row together with the rows it leads to; says where the two contradict each other. */
export interface Agreement {
  /** The file, without `.csv`, whose rows are judged. */
  readonly of: string
  /** The files without which it cannot be judged. */
  readonly needs: readonly string[]
  readonly check: (row: AnyRow, find: FindRow) => Fault | undefined
}

function contradiction(property: string, cell: string, message: string, mending: string): Fault {
  return { type: 'row/sense', column: headerOf(property), cell, message, mending }
}

function headlineTreatment(row: AnyRow, find: FindRow): Fault | undefined {
  const headline = row as RowOfTable<'headlines'>
  const finding = find('findings', headline.findingId) as RowOfTable<'findings'> | undefined
  if (!finding || finding.treatment === headline.treatment) return undefined
  const message = `The headline is about "${headline.treatment}", its finding about "${finding.treatment}".`
  return contradiction('findingId', headline.findingId, message, 'Choose a finding of this treatment.')
}

function headlineOutcome(row: AnyRow, find: FindRow): Fault | undefined {
  const headline = row as RowOfTable<'headlines'>
  const finding = find('findings', headline.findingId) as RowOfTable<'findings'> | undefined
  if (!finding || finding.outcome === headline.outcome) return undefined
  const derived = find('derived-outcomes', headline.outcome) as RowOfTable<'derivedOutcomes'> | undefined
  if (derived?.fromOutcomes.includes(finding.outcome)) return undefined
  const message = `The headline is about "${headline.outcome}", its finding about "${finding.outcome}".`
  return contradiction('findingId', headline.findingId, message, 'Choose a finding of this outcome.')
}

function curvePoints(row: AnyRow, find: FindRow): Fault | undefined {
  const curve = row as RowOfTable<'durabilityCurves'>
  for (const id of curve.findingIds) {
    const point = find('findings', id) as RowOfTable<'findings'> | undefined
    if (!point) continue
    for (const property of ['treatment', 'source', 'outcome'] as const) {
      if (point[property] === curve[property]) continue
      const message = `The curve has the ${property} "${curve[property]}", its point has "${point[property]}".`
      return contradiction('findingIds', id, message, 'Take the point out, or correct the row that is wrong.')
    }
  }
  return undefined
}

/** What linked rows must agree on: a headline or a curve must not borrow the number of another treatment. */
export const AGREEMENTS: readonly Agreement[] = [
  { of: 'headlines', needs: ['findings'], check: headlineTreatment },
  { of: 'headlines', needs: ['findings', 'derived-outcomes'], check: headlineOutcome },
  { of: 'durability-curves', needs: ['findings'], check: curvePoints },
]
