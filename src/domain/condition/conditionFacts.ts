import { termLabel, termOf, type Evidence } from '../evidence'
import type { DiseaseFact, Preference } from '../tables/background'

/** Rows under one heading, with the heading in plain words where it differs. */
export interface FactPart<Row> {
  readonly id: string
  readonly heading: string
  readonly plainHeading: string
  readonly rows: readonly Row[]
}

/** Topics under one heading: what it is like to live with the condition, and what patients value. */
export interface TopicPart {
  readonly id: string
  readonly heading: string
  readonly plainHeading: string
  readonly topics: readonly FactPart<Preference>[]
}

/** The heading of what the data put under none. */
const UNGROUPED = { id: 'other', heading: 'Other facts', plainHeading: 'Other facts' }

/** Facts about the condition under the headings that the data give them; what has none stands at the end. */
export function factParts(evidence: Evidence): readonly FactPart<DiseaseFact>[] {
  const placeOf = new Map(evidence.factGroups.map((row) => [row.fact, row]))
  const inOrder = [...evidence.diseaseFacts].sort(
    (a, b) => (placeOf.get(a.id)?.order ?? Infinity) - (placeOf.get(b.id)?.order ?? Infinity) || 0,
  )
  const parts = evidence.terms
    .filter(({ facet }) => facet === 'fact_group')
    .sort((a, b) => a.order - b.order)
    .map(({ id, label, plainLabel }) => ({
      id,
      heading: label,
      plainHeading: plainLabel,
      rows: inOrder.filter((fact) => placeOf.get(fact.id)?.group === id),
    }))
  const placed = new Set(parts.flatMap(({ rows }) => rows))
  const others = { ...UNGROUPED, rows: inOrder.filter((fact) => !placed.has(fact)) }
  return [...parts, others].filter(({ rows }) => rows.length > 0)
}

/** An id that can stand in an address: "what-is-not-known". */
function slug(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/**
 * What patients value and live with, by topic, under the headings that the data give the topics (terms, facet
 * `topic_part`: the id is a topic, the label its heading).
 */
export function topicParts(evidence: Evidence): readonly TopicPart[] {
  const order = (topic: string) => termOf(evidence, 'topic_part', topic)?.order ?? Number.MAX_SAFE_INTEGER
  const topics = [...new Set(evidence.preferences.map(({ topic }) => topic))].sort(
    (a, b) => order(a) - order(b),
  )
  const parts = new Map<string, { plainHeading: string; topics: FactPart<Preference>[] }>()
  for (const topic of topics) {
    const part = termOf(evidence, 'topic_part', topic)
    const heading = part?.label ?? UNGROUPED.heading
    const known = parts.get(heading) ?? { plainHeading: part?.plainLabel ?? heading, topics: [] }
    known.topics.push({
      id: topic,
      heading: termLabel(evidence, 'topic', topic),
      plainHeading: termOf(evidence, 'topic', topic)?.plainLabel ?? topic,
      rows: evidence.preferences.filter((row) => row.topic === topic),
    })
    parts.set(heading, known)
  }
  return [...parts].map(([heading, part]) => ({ id: slug(heading), heading, ...part }))
}
