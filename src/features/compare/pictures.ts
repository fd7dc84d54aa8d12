import type { Picture } from '@/domain/view'
import { say } from '@/words/interface/compare'

/** The pictures that can be chosen, with the words on their tabs, in order. */
export const PICTURE_LABELS: readonly (readonly [Picture, string])[] = [
  ['bars', say('bars')],
  ['forest', say('allFindings')],
  ['curves', say('howLongItLasts')],
  ['icons', say('hundredPeople')],
  ['benefit-harm', say('benefitAgainstHarm')],
]
