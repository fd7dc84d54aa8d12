import type { Evidence } from '@/domain/evidence'
import { RISK_OF_BIAS_WORDS } from '@/domain/finding/facts'
import type { SourceFacet } from '@/domain/sources/sourcesKeys'
import { NO_NUMBERS, NOT_JUDGED, type SourceSort } from '@/domain/sources/sourcesView'
import { RECORD_LABELS, SOURCE_TYPE_LABELS } from '@/domain/sources/sourceWords'
import { say } from '@/words/interface/sources'

/** The facets as headings of menus. */
export const FACET_LABELS: Readonly<Record<SourceFacet, string>> = {
  type: say('typeOfDocument'),
  design: say('designOfItsNumbers'),
  treatment: say('treatment'),
  bias: say('riskOfBiasFacet'),
  record: say('bibliographicRecord'),
}

export const SORT_LABELS: Readonly<Record<SourceSort, string>> = {
  year: say('yearNewestFirst'),
  authors: say('authors'),
  title: say('title'),
  numbers: say('mostNumbersFirst'),
}

/** Why sources stand below an order. */
export const BELOW_LABELS: Readonly<Partial<Record<SourceSort, string>>> = {
  year: say('yearNotRecorded'),
  authors: say('noAuthorRecorded'),
}

const FIXED: Readonly<Record<string, string>> = {
  ...SOURCE_TYPE_LABELS,
  ...RISK_OF_BIAS_WORDS,
  ...RECORD_LABELS,
  [NOT_JUDGED]: say('notJudgedFacet'),
  [NO_NUMBERS]: say('noNumberTakenFromIt'),
}

/** The label of a word of a facet. */
export function facetLabel(evidence: Evidence, facet: SourceFacet, id: string): string {
  if (facet === 'treatment') return evidence.treatmentById.get(id)?.name ?? id
  const design = facet === 'design' && evidence.armDesigns.find((row) => row.id === id)?.label
  return design || (FIXED[id] ?? id)
}
