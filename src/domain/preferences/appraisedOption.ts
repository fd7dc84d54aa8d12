import type { Criterion } from './criteria'
import type { MeetingCell } from './meetingCell'

/** A criterion with its share of all weight, 0 to 1. */
export interface WeighedCriterion {
  readonly criterion: Criterion
  readonly share: number
}

/** What a criterion adds to an option: its share of the weight times how far it is met. */
export interface Part extends MeetingCell {
  readonly criterion: Criterion
  readonly share: number
  /** Least and most that it can add, 0 to `share`. */
  readonly low: number
  readonly high: number
}

export interface AppraisedOption {
  /** Treatment id. */
  readonly treatment: string
  /** Least and most of what was weighed that the option can meet, 0 to 1. */
  readonly low: number
  readonly high: number
  /** In the order of the criteria. */
  readonly parts: readonly Part[]
}
