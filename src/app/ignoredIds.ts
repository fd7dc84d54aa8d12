import type { Evidence } from '@/domain/evidence'
import type { IgnoredId } from '@/domain/settleView'
import { MOST_TREATMENTS } from '@/domain/view'
import { say } from '@/words/interface/app'

function nameOf(ignored: IgnoredId, evidence: Evidence): string {
  return evidence.treatmentById.get(ignored.id)?.name ?? ignored.id
}

/** A sentence for each reason why something that a link names is not on screen. */
export function wordsForIgnored(ignored: readonly IgnoredId[], evidence: Evidence): readonly string[] {
  const named = (reason: IgnoredId['reason']) =>
    ignored
      .filter((id) => id.reason === reason)
      .map((id) => (reason === 'unknown' ? `${id.key}: ${id.id}` : nameOf(id, evidence)))
  const unknown = named('unknown')
  const notSelectable = named('not-selectable')
  const tooMany = named('too-many')
  return [
    ...(unknown.length ? [say('thisLinkNamesThingsThat', { list: unknown.join(', ') })] : []),
    ...(notSelectable.length ? [say('theseCannotBeComparedAs', { list: notSelectable.join(', ') })] : []),
    ...(tooMany.length
      ? [say('atMostTreatmentsStandSide', { mostTreatments: MOST_TREATMENTS, list: tooMany.join(', ') })]
      : []),
  ]
}
