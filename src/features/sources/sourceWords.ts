import type { Evidence } from '@/domain/evidence'
import { RISK_OF_BIAS_WORDS } from '@/domain/finding/facts'
import type { SourceFacet } from '@/domain/sources/sourcesKeys'
import { NO_NUMBERS, NOT_JUDGED, type SourceSort } from '@/domain/sources/sourcesView'
import { RECORD_LABELS, SOURCE_TYPE_LABELS } from '@/domain/sources/sourceWords'

/** The facets as headings of menus. */
export const FACET_LABELS: Readonly<Record<SourceFacet, string>> = {
  type: 'Type of document',
  design: 'Design of its numbers',
  treatment: 'Treatment',
  bias: 'Risk of bias',
  record: 'Bibliographic record',
}

export const SORT_LABELS: Readonly<Record<SourceSort, string>> = {
  year: 'Year, newest first',
  authors: 'Authors',
  title: 'Title',
  numbers: 'Most numbers first',
}

/** Why sources stand below an order. */
export const BELOW_LABELS: Readonly<Partial<Record<SourceSort, string>>> = {
  year: 'Year not recorded',
  authors: 'No author recorded',
}

const FIXED: Readonly<Record<string, string>> = {
  ...SOURCE_TYPE_LABELS,
  ...RISK_OF_BIAS_WORDS,
  ...RECORD_LABELS,
  [NOT_JUDGED]: 'Not judged',
  [NO_NUMBERS]: 'No number taken from it',
}

/** The label of a word of a facet. */
export function facetLabel(evidence: Evidence, facet: SourceFacet, id: string): string {
  if (facet === 'treatment') return evidence.treatmentById.get(id)?.name ?? id
  const design = facet === 'design' && evidence.armDesigns.find((row) => row.id === id)?.label
  return design || (FIXED[id] ?? id)
}

/** "1 source", "12 sources". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
