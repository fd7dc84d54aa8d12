import type { Picture } from '@/domain/view'

/** The pictures that can be chosen, with the words on their tabs, in order. */
export const PICTURE_LABELS: readonly (readonly [Picture, string])[] = [
  ['bars', 'Bars'],
  ['forest', 'All findings'],
  ['curves', 'How long it lasts'],
  ['icons', '100 people'],
  ['benefit-harm', 'Benefit against harm'],
]
