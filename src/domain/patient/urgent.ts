import type { Evidence } from '../evidence'
import type { Caution } from '../tables/guidance'
import type { SetFactor } from './setFactors'

/** A factor that cannot wait, and the rows whose words are shown at once. */
export interface UrgentNotice {
  readonly factor: string
  readonly label: string
  readonly cautions: readonly Caution[]
}

/** The urgent factors among those that hold. The data say which they are (`urgent_cautions` in question-rules). */
export function urgentNotices(set: readonly SetFactor[], evidence: Evidence): readonly UrgentNotice[] {
  return set.flatMap(({ factor }) => {
    const rule = evidence.questionRules.find((row) => row.questionId === factor.questionId)
    const cautions = evidence.cautions.filter(
      (row) => row.factor === factor.id && rule?.urgentCautions.includes(row.id),
    )
    return cautions.length > 0 ? [{ factor: factor.id, label: factor.label, cautions }] : []
  })
}
