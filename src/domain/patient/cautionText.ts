import { CAUTION_WORDS } from '../cautions/knownCautions'
import { PHRASES } from '../phrases'
import { isLive, type FactorCautions, type PatientCaution, type PatientCautions } from './patientCautions'

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

/**
 * One row can stand for several answers to its question ("warfarin type", "direct anticoagulant (DOAC)"): its level
 * is then one for all of them. Undefined where the row is about a single answer.
 */
export function sharedText({ sharedBy }: PatientCaution): string | undefined {
  if (sharedBy.length < 2) return undefined
  return `One row for all of these answers: ${sharedBy.join('; ')}. Its level does not follow which of them was given: read what the source says.`
}

/** "only if severe (marked: applies)": the words of the source, and what the clinician said of them. */
function conditionWords(row: PatientCaution): string | undefined {
  const { conditionText } = row.caution
  const judged =
    conditionText !== undefined && row.mark === 'applies'
      ? `${conditionText} (marked: applies)`
      : conditionText
  const said = [row.standing === 'when-unanswered' ? whenText(row) : undefined, judged].filter(Boolean)
  return said.length > 0 ? said.join('; ') : undefined
}

/** The rows behind the strictest level of a factor, those that hold for sure first. */
function leadingRows({ level, cautions }: FactorCautions): readonly PatientCaution[] {
  const rows = cautions.filter((row) => isLive(row) && row.caution.level === level)
  return [
    ...rows.filter(({ standing }) => standing === 'applies'),
    ...rows.filter(({ standing }) => standing !== 'applies'),
  ]
}

/**
 * The condition under which the strictest level of a factor holds, in the words of the source. It stays beside the
 * level once it was marked as applying; undefined where a row holds at that level without one.
 */
export function conditionOf(factor: FactorCautions): string | undefined {
  const conditions = leadingRows(factor).map(conditionWords)
  return conditions.includes(undefined) ? undefined : conditions[0]
}

/** What the strictest level of a factor rests on, where that is another treatment or only a weak source. */
export function restsOnText(factor: FactorCautions): string | undefined {
  const rows = leadingRows(factor)
  const from = [...new Set(rows.map((row) => row.takenFrom))]
  const said = [
    from.length === 0 || from.includes(undefined) ? undefined : `taken from ${from.join(' and ')}`,
    rows.length > 0 && rows.every((row) => row.onlyWeak) ? 'only a weak source' : undefined,
  ].filter(Boolean)
  return said.length > 0 ? said.join('; ') : undefined
}

/** Labels of the factors on which rows exist, each ruled out by an answer or by a mark; undefined for none. */
export function notCountedText(factors: readonly FactorCautions[]): string | undefined {
  const out = factors.filter(({ level }) => level === undefined).map(({ label }) => `“${label}”`)
  return out.length > 0 ? `Recorded, not counted for this patient: ${out.join(', ')}.` : undefined
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
