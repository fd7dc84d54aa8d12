import type { Estimate } from '../estimate'
import type { EstimateText } from '../estimateText'
import type { MeasureFamily } from '../measure'
import type { Outcome } from '../tables/outcomes'

/** What a block is, in words. */
export interface BlockHeading {
  /** The definition: what the outcome word means in its rows. */
  readonly title: string
  /** The kind of number, and what must be known before it is read. */
  readonly remarks: readonly string[]
  /** What the axis counts. */
  readonly axisCaption: string
}

/** A treatment of a forest plot; `place` gives it its colour and mark, 0 for the first. */
export interface ForestColumn {
  readonly treatment: string
  readonly name: string
  readonly place: number
}

/** One finding. */
export interface ForestRow {
  readonly estimate: Estimate
  readonly text: EstimateText
  /** "Wu 2012", or the source's id while the sources are still on their way. */
  readonly study: string
  /** "A": rows with one letter rest on the same patients; undefined where no other row here does. */
  readonly cohortLetter: string | undefined
  /** Said where the number runs against the direction of its outcome. */
  readonly turned: string | undefined
}

/** The rows of one treatment in a block. */
export interface ForestGroup {
  readonly column: ForestColumn
  readonly rows: readonly ForestRow[]
}

/** Rows of one measure, definition and kind of patients: the only ones that share an axis. */
export interface ForestBlock extends BlockHeading {
  readonly key: string
  readonly family: MeasureFamily
  /** Measured in the patients of this collection. */
  readonly direct: boolean
  /** A difference without a control group. */
  readonly changeFromBefore: boolean
  readonly groups: readonly ForestGroup[]
}

/** A treatment without a row, and what is said of it. */
export interface ForestGap {
  readonly column: ForestColumn
  readonly words: string
}

/** Every usable finding of one outcome. */
export interface Forest {
  readonly outcome: Outcome
  readonly columns: readonly ForestColumn[]
  /** Direct before indirect, absolute numbers before ratios. */
  readonly blocks: readonly ForestBlock[]
  readonly gaps: readonly ForestGap[]
  /** Rows that exist and may not stand beside others. */
  readonly unusable: number
  /** The condition of the collection, as the data name it. */
  readonly condition: string
}
