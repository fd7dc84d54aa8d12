import type { Evidence } from '../evidence'
import { foldText } from '../explore/search'
import { citationOf } from '../finding/citation'
import type { Source } from '../tables/background'
import type { Finding } from '../tables/findings'
import type { SourceFacet } from './sourcesKeys'
import { NO_NUMBERS, NOT_JUDGED } from './sourcesView'

/** What the library looks at, for one source. */
export interface SourceEntry {
  readonly source: Source
  /** Words that can be searched, folded, with a space before each. */
  readonly folded: string
  readonly facets: Readonly<Record<SourceFacet, readonly string[]>>
  /** Rows of the findings that it produced or in which they were read. */
  readonly findings: readonly Finding[]
  /** What it is ordered by, folded; undefined where no author is named. */
  readonly authorsKey: string | undefined
  readonly titleKey: string
}

/** Lists of rows by an id that a row may name more than once. */
function groupByIds<Row>(rows: readonly Row[], idsOf: (row: Row) => readonly (string | undefined)[]) {
  const groups = new Map<string, Row[]>()
  for (const row of rows)
    for (const id of new Set(idsOf(row))) {
      if (id === undefined) continue
      const group = groups.get(id)
      if (group) group.push(row)
      else groups.set(id, [row])
    }
  return groups as ReadonlyMap<string, readonly Row[]>
}

/** The treatments that each source says something of: a number, a recommendation, a caution or a text. */
function treatmentsBySource(evidence: Evidence): ReadonlyMap<string, ReadonlySet<string>> {
  const bySource = new Map<string, Set<string>>()
  const add = (source: string | undefined, treatment: string | undefined) => {
    if (source === undefined || treatment === undefined) return
    const known = bySource.get(source)
    if (known) known.add(treatment)
    else bySource.set(source, new Set([treatment]))
  }
  for (const row of evidence.findings)
    for (const source of [row.source, row.reportedIn]) {
      add(source, row.treatment)
      add(source, row.comparator)
    }
  for (const row of [...evidence.recommendations, ...evidence.cautions, ...evidence.durabilityCurves])
    add(row.source, row.treatment)
  for (const row of evidence.treatments)
    for (const sources of [row.regimenSource, row.onsetSource, row.durationSource, row.monitoringSource])
      for (const source of sources) add(source, row.id)
  return bySource
}

function foldedOf(source: Source): string {
  const { id, authors, title, journal, year, doi, pmid } = source
  return ` ${foldText([authors, title, journal, year, id, doi, pmid].filter((part) => part !== undefined).join(' '))}`
}

const indexes = new WeakMap<Evidence, readonly SourceEntry[]>()

/** Every source with what the library can search, filter and order by, in file order; made once for each evidence. */
export function sourceIndex(evidence: Evidence): readonly SourceEntry[] {
  const known = indexes.get(evidence)
  if (known) return known
  const findings = groupByIds(evidence.findings, (row) => [row.source, row.reportedIn])
  const treatments = treatmentsBySource(evidence)
  const index = evidence.sources.map((source): SourceEntry => {
    const rows = findings.get(source.id) ?? []
    const designs = new Set<string>(rows.map((row) => row.armDesign))
    return {
      source,
      folded: foldedOf(source),
      facets: {
        type: [source.type],
        design: designs.size > 0 ? [...designs] : [NO_NUMBERS],
        treatment: [...(treatments.get(source.id) ?? [])],
        bias: [source.riskOfBias ?? NOT_JUDGED],
        record: [source.bibliography],
      },
      findings: rows,
      authorsKey: source.authors === undefined ? undefined : foldText(source.authors),
      titleKey: foldText(citationOf(source).title),
    }
  })
  indexes.set(evidence, index)
  return index
}
