import type { CautionRow } from '@/domain/compare/cautionRows'
import type { FactRow, FactRowId } from '@/domain/compare/factRows'
import type { OutcomeRow } from '@/domain/compare/outcomeRow'
import type { SourceCount } from '@/domain/compare/sourceCounts'
import type { StanceRow } from '@/domain/guidelines/stanceRows'
import type { PatientCautions } from '@/domain/patient/patientCautions'
import type { Treatment } from '@/domain/tables/treatments'

/** A treatment as a column. */
export interface Column {
  readonly treatment: Treatment
  /** Its place in the address, which gives it its colour and mark wherever it stands. */
  readonly place: number
  readonly group: string | undefined
  readonly isReference: boolean
}

interface RowBase {
  readonly id: string
  /** All columns say the same. */
  readonly same: boolean
}

export type TableRow =
  | (RowBase & { readonly kind: 'stance'; readonly row: StanceRow })
  | (RowBase & { readonly kind: 'outcome'; readonly row: OutcomeRow })
  | (RowBase & { readonly kind: 'fact'; readonly row: FactRow })
  | (RowBase & { readonly kind: 'caution'; readonly row: CautionRow })
  | (RowBase & { readonly kind: 'patient'; readonly cells: readonly (PatientCautions | undefined)[] })
  | (RowBase & { readonly kind: 'sources'; readonly cells: readonly (readonly SourceCount[])[] })

/** A part of the table, as it is named. */
export interface SectionHead {
  readonly id: string
  readonly title: string
  readonly lead?: string | undefined
  /** Closed until asked for; open in print. */
  readonly folded?: boolean
  /** Facts about the treatments that stand under the outcomes of the part. */
  readonly facts?: readonly FactRowId[]
}

/** Rows under one heading. */
export interface Section extends SectionHead {
  /** Words that stand while its tables have not arrived. */
  readonly loading: string | undefined
  readonly rows: readonly TableRow[]
}
