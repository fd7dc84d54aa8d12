import { CAUTION_WORDS } from '../cautions/knownCautions'
import { PHRASES } from '../phrases'
import type { FactorCautions, PatientCaution, PatientCautions } from './patientCautions'

/** Said where rows exist, but the answers or the clinician's marks rule every one of them out. */
export const NONE_COUNTED =
  'Cautions are recorded, none counts for this patient (this is not proof of safety).'

/** "The source says: do not combine": an action is the source's, never ours. */
export function actionText(action: string): string {
  return `The source says: ${action}`
}

/** The extra condition of a caution and what the answers say of it; undefined where there is none. */
export function whenText({ onlyWith, standing }: PatientCaution): string | undefined {
  if (onlyWith === undefined) return undefined
  if (standing === 'when-unanswered') return `Applies only if ${onlyWith}: not answered`
  if (standing === 'when-unmet') return `Not counted: applies only if ${onlyWith}`
  return `Applies only if ${onlyWith}`
}

/** What the weakness of its source means for a caution; undefined for a sound source. */
export function weakText({ weakBasis, onlyWeak }: PatientCaution): string | undefined {
  if (weakBasis === undefined) return undefined
  return onlyWeak
    ? `Rests only on a weak source: ${weakBasis}`
    : `This source is weak (${weakBasis}); a sound one says as much.`
}

/** Said where levels differ, whatever the stricter one is. */
export function differText({ differ }: FactorCautions): string | undefined {
  if (differ === 'sources') return 'Sources differ on the level. The stricter leads, all are listed.'
  return differ === 'one-source'
    ? 'Two levels from one source. The stricter leads, both are listed.'
    : undefined
}

/** The condition that the strictest level of a factor waits for, in the words of the source; undefined for none. */
export function conditionOf(factor: FactorCautions): string | undefined {
  if (!factor.conditional) return undefined
  const row = factor.cautions.find(
    ({ caution, standing }) =>
      caution.level === factor.level && (standing === 'if-condition' || standing === 'when-unanswered'),
  )
  if (!row) return undefined
  return row.standing === 'when-unanswered' ? whenText(row) : row.caution.conditionText
}

/** "Nothing on “Blood thinners”, “Falls” here (this is not proof of safety)."; undefined for no label. */
export function nothingOnText(labels: readonly string[]): string | undefined {
  if (labels.length === 0) return undefined
  return `Nothing on ${labels.map((label) => `“${label}”`).join(', ')} here (this is not proof of safety).`
}

/** One line: the strictest level, its factors and their conditions; a fixed phrase where nothing holds or is recorded. */
export function summaryText(cautions: PatientCautions): string {
  const { strictest, factors } = cautions
  if (strictest === undefined) return factors.length > 0 ? NONE_COUNTED : PHRASES.noCaution
  const because = factors
    .filter((row) => row.level === strictest)
    .map((row) => [row.label, conditionOf(row)].filter(Boolean).join(', '))
  return `${CAUTION_WORDS[strictest]}: ${because.join('; ')}`
}
