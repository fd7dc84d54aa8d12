import { FACET_LABELS } from '@/domain/explore/facetOptions'
import type { Hidden } from '@/domain/explore/narrow'
import { say } from '@/words/interface/explore'
import { hidersOf } from './hiddenReasons'

/** "Hidden by: Place in treatment, as this collection sees it". */
export function reasonText(hidden: Hidden): string {
  const reasons = hidersOf(hidden).map((hider) =>
    hider === 'search' ? say('theSearch') : FACET_LABELS[hider],
  )
  return say('hiddenByList', { list: reasons.join('; ') })
}
