import type { Table } from './columns'
import type { TableName } from './tableNames'
import { findings, headlines } from './tables/findings'
import { treatments, terms, groups } from './tables/treatments'
import {
  outcomes,
  definitions,
  denominators,
  denominatorRoles,
  populations,
  armDesigns,
} from './tables/outcomes'
import { recommendations } from './tables/recommendations'
import { startingLinks } from './tables/startingLinks'

/**
 * What the list needs, loaded first. The rest, its declarations too, follows at once, while the list is already in
 * use.
 */
export const FIRST = {
  findings,
  treatments,
  headlines,
  outcomes,
  recommendations,
  terms,
  groups,
  definitions,
  denominators,
  denominatorRoles,
  populations,
  armDesigns,
  startingLinks,
} as const satisfies Partial<Record<TableName, Table>>

export const FIRST_TABLES = Object.keys(FIRST) as readonly (keyof typeof FIRST)[]
