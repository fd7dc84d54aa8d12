import type { Evidence } from '../evidence'
import { orNotRead, trustFacts, type Fact } from '../finding/facts'
import { formatNumber } from '../format'
import { PHRASES } from '../phrases'
import type { Source } from '../tables/background'
import type { Finding } from '../tables/findings'
import { RECORD_LABELS, SOURCE_TYPE_LABELS } from './sourceWords'

/**
 * How a source stands to a number: it produced it and it was read there; it produced it and it was read in another;
 * it quotes the number of another.
 */
export type Relation =
  | { readonly kind: 'own' }
  | { readonly kind: 'read-elsewhere'; readonly other: string }
  | { readonly kind: 'quoted'; readonly other: string }

export interface FindingOfSource {
  readonly finding: Finding
  readonly relation: Relation
}

function relationOf(finding: Finding, source: string): Relation {
  if (finding.source !== source) return { kind: 'quoted', other: finding.source }
  const readIn = finding.reportedIn
  return readIn === undefined || readIn === source
    ? { kind: 'own' }
    : { kind: 'read-elsewhere', other: readIn }
}

/** Every number that a source produced or quotes: its own first, then those it quotes, in file order. */
export function findingsOfSource(source: string, evidence: Evidence): readonly FindingOfSource[] {
  const rows = evidence.findings
    .filter((row) => row.source === source || row.reportedIn === source)
    .map((finding) => ({ finding, relation: relationOf(finding, source) }))
  return [
    ...rows.filter((row) => row.relation.kind !== 'quoted'),
    ...rows.filter((row) => row.relation.kind === 'quoted'),
  ]
}

/** One group of patients or pool of trials behind numbers of a source, and who else reports it. */
export interface CohortOfSource {
  readonly cohort: string
  /** Numbers of this source that rest on it. */
  readonly findings: readonly Finding[]
  /** Other sources with numbers of the same patients: never independent support. */
  readonly others: readonly { readonly source: string; readonly findings: number }[]
}

/** The cohorts behind the numbers that a source itself produced, in file order. */
export function cohortsOfSource(source: string, evidence: Evidence): readonly CohortOfSource[] {
  const own = evidence.findingsBySource.get(source) ?? []
  const cohorts = new Set(own.flatMap((row) => (row.cohort === undefined ? [] : [row.cohort])))
  return [...cohorts].map((cohort) => {
    const others = new Map<string, number>()
    for (const row of evidence.findings)
      if (row.cohort === cohort && row.source !== source)
        others.set(row.source, (others.get(row.source) ?? 0) + 1)
    return {
      cohort,
      findings: own.filter((row) => row.cohort === cohort),
      others: [...others].map(([other, findings]) => ({ source: other, findings })),
    }
  })
}

/** What a source is, in whom and how long, who paid and how far to trust it: the whole record. */
export function sourceFacts(source: Source, evidence: Evidence): readonly Fact[] {
  const inAll = source.n === undefined ? undefined : formatNumber(source.n, 0)
  return [
    { label: 'Type of document', words: SOURCE_TYPE_LABELS[source.type] },
    { label: 'Design', words: source.design },
    orNotRead('Year', source.year?.toString(), 'Year not recorded.'),
    orNotRead('Patients', source.population),
    orNotRead('Patients in all', inAll, PHRASES.numberOfPatientsNotStated),
    orNotRead('Follow-up', source.followUp),
    ...trustFacts(source, evidence),
    {
      label: 'Bibliographic record',
      words: `${RECORD_LABELS[source.bibliography]}.`,
      missing: source.bibliography === 'incomplete',
    },
    { label: 'Id in the data', words: source.id },
  ]
}
