import { termOf, type Evidence } from '../evidence'
import type { Treatment } from '../tables/treatments'
import type { Sort } from '../view'

/** A part of the list under one heading. */
export interface Section {
  readonly id: string
  /** Undefined: the list has no headings. */
  readonly heading: string | undefined
  readonly treatments: readonly string[]
}

/** What the list can be ordered by without a number. */
export type PlainSort = Exclude<Sort, 'number'>

interface SectionOf {
  readonly id: string
  readonly heading: string | undefined
  readonly order: number
}

const LAST = Number.MAX_SAFE_INTEGER

/** Words that the sections of the list are headed with where the data leave the cell empty. */
const HEADINGS_OF_EMPTY = {
  group: 'In no group',
  line: 'Not placed by this collection',
  onset: 'Onset not stated',
} as const

/** The word of a facet for what the sources do not say. */
export const NOT_STATED = 'not-stated'

function termSection(
  evidence: Evidence,
  facet: string,
  id: string | undefined,
  emptyHeading: string,
): SectionOf {
  const term = id === undefined ? undefined : termOf(evidence, facet, id)
  if (id === undefined || id === NOT_STATED) return { id: NOT_STATED, heading: emptyHeading, order: LAST }
  return { id, heading: term?.label ?? id, order: term?.order ?? LAST - 1 }
}

function sectionOf(treatment: Treatment, sort: PlainSort, evidence: Evidence): SectionOf {
  if (sort === 'name') return { id: 'all', heading: undefined, order: 0 }
  if (sort === 'line') return termSection(evidence, 'line', treatment.line, HEADINGS_OF_EMPTY.line)
  if (sort === 'onset')
    return termSection(evidence, 'onset_class', treatment.onsetClass, HEADINGS_OF_EMPTY.onset)
  const group = treatment.group === undefined ? undefined : evidence.groupById.get(treatment.group)
  return group
    ? { id: group.id, heading: group.label, order: group.order }
    : { id: NOT_STATED, heading: HEADINGS_OF_EMPTY.group, order: LAST }
}

/** Names as a reader looks them up: without regard to case and accents, numbers by size. */
const byNameOrder = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

export function compareNames(a: Treatment, b: Treatment): number {
  return byNameOrder.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)
}

function lineOrder(treatment: Treatment, evidence: Evidence): number {
  return treatment.line === undefined ? LAST : (termOf(evidence, 'line', treatment.line)?.order ?? LAST)
}

/**
 * The list in sections. By group: groups in their order, within them by place in treatment and then by name. By
 * name: one section without a heading. By line or onset: in the order of the words, what is not stated last.
 */
export function sectionsBy(
  sort: PlainSort,
  treatments: readonly Treatment[],
  evidence: Evidence,
): readonly Section[] {
  const withinSection = (a: Treatment, b: Treatment) =>
    (sort === 'group' ? lineOrder(a, evidence) - lineOrder(b, evidence) : 0) || compareNames(a, b)
  const sections = new Map<string, SectionOf & { readonly members: Treatment[] }>()
  for (const treatment of treatments) {
    const place = sectionOf(treatment, sort, evidence)
    const section = sections.get(place.id) ?? { ...place, members: [] }
    section.members.push(treatment)
    sections.set(place.id, section)
  }
  return [...sections.values()]
    .sort((a, b) => a.order - b.order)
    .map(({ id, heading, members }) => ({
      id,
      heading,
      treatments: members.sort(withinSection).map((treatment) => treatment.id),
    }))
}
