import type { Finding } from './tables/findings'

/** Flags of rows that are no result of a treatment, or no number at all. */
const UNUSABLE_FLAGS: ReadonlySet<string> = new Set([
  'predictor',
  'subgroup',
  'vote-count',
  'no-number',
  'direction-unclear',
  'not-relief',
  'quoted-history',
  'relapsers-only',
])

/** A value is printed, or the counts that make one. */
export function hasNumber(finding: Finding): boolean {
  return finding.value !== undefined || (finding.armEvents !== undefined && finding.armN !== undefined)
}

/** May this row stand in a side-by-side view at all? The rule of the pair verdict, used everywhere. */
export function isUsable(finding: Finding): boolean {
  return (
    finding.headlineOk !== 'no' &&
    hasNumber(finding) &&
    !finding.flags.some((flag) => UNUSABLE_FLAGS.has(flag))
  )
}
