import { islands, type Island } from '@/domain/comparability'
import type { Evidence } from '@/domain/evidence'
import { formatNumber } from '@/domain/format'
import { PHRASES } from '@/domain/phrases'
import type { Graph, GraphEdge } from './networkModel'
import type { TableTwin } from './pictureModel'

export const DIRECTION_ONLY = 'direction only, no number may be used'

function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count, 0)} ${count === 1 ? one : many}`
}

export function studiesText({ edge }: GraphEdge): string {
  return plural(edge.studies.length, 'study', 'studies')
}

export function designsText({ edge }: GraphEdge, evidence: Evidence): string {
  return edge.designs.map((id) => evidence.armDesigns.find((row) => row.id === id)?.label ?? id).join(', ')
}

export function nameIn(evidence: Evidence) {
  return (id: string) => evidence.treatmentById.get(id)?.shortName ?? id
}

function patientsText(id: string, graph: Graph): string {
  const patients = graph.nodes.find((node) => node.id === id)?.patients
  return patients === undefined ? PHRASES.numberOfPatientsNotStated : `at least ${formatNumber(patients, 0)}`
}

const COLUMNS = [
  'Compared',
  'Studies',
  'Designs',
  'Numbers',
  'Use',
  'Patients of the first',
  'Patients of the second',
] as const

/** Every edge as a row; its number of studies opens it. */
export function networkTwin(graph: Graph, evidence: Evidence): TableTwin {
  const name = nameIn(evidence)
  return {
    caption: 'Who was compared with whom',
    columns: COLUMNS,
    rows: graph.edges.map((edge) => {
      const [one, other] = edge.edge.treatments
      return [
        `${name(one)} and ${name(other)}`,
        studiesText(edge),
        designsText(edge, evidence),
        formatNumber(edge.edge.rows.length, 0),
        edge.edge.usable ? 'numbers may be used' : DIRECTION_ONLY,
        patientsText(one, graph),
        patientsText(other, graph),
      ]
    }),
    rowFindingIds: graph.edges.map((edge) => edge.key),
  }
}

/** One sentence: how many treatments and comparisons, in how many islands, and the most studied pair. */
export function networkReading(graph: Graph, evidence: Evidence): string {
  const name = nameIn(evidence)
  const treatments = graph.nodes.filter((node) => node.kind === 'treatment').length
  const [most] = [...graph.edges].sort((a, b) => b.edge.studies.length - a.edge.studies.length)
  const ends = most?.edge.treatments.map(name).join(' and ')
  const randomised = graph.edges.filter((edge) => edge.line === 'solid').length
  if (!most) return 'No study in this collection compared any of these.'
  return `${plural(treatments, 'treatment', 'treatments')} in ${plural(graph.edges.length, 'comparison', 'comparisons')}, ${formatNumber(randomised, 0)} with randomised studies; most studies (${formatNumber(most.edge.studies.length, 0)}) compared ${ends}.`
}

/** What the network says of a set of treatments, for the list beside it. */
export interface IslandWords {
  readonly title: string
  readonly names: readonly string[]
  readonly words: string
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

function controlWords({ controls }: Island, name: (id: string) => string): string {
  if (controls.length === 0) return 'None of them was compared with a control.'
  return `Other islands are reached only through ${list(controls.map(name))}.`
}

/** The islands of two and more, then those that hang on controls alone, then those that nothing was compared with. */
export function islandWords(evidence: Evidence): readonly IslandWords[] {
  const name = nameIn(evidence)
  const all = islands(evidence)
  const joined = all.filter((island) => island.treatments.length > 1)
  const alone = all.filter((island) => island.treatments.length === 1)
  const throughControls = alone.filter((island) => island.controls.length > 0)
  const never = alone.filter((island) => island.controls.length === 0)
  const names = (some: readonly Island[]) => some.flatMap((island) => island.treatments.map(name))
  return [
    ...joined.map((island) => ({
      title: `Island of ${formatNumber(island.treatments.length, 0)} treatments`,
      names: island.treatments.map(name),
      words: controlWords(island, name),
    })),
    ...(throughControls.length === 0
      ? []
      : [
          {
            title: `${plural(throughControls.length, 'treatment', 'treatments')} compared only with a control`,
            names: names(throughControls),
            words: `No study compared any two of them, and no chain of direct comparisons links them: only through ${list([...new Set(throughControls.flatMap((island) => island.controls))].map(name))}.`,
          },
        ]),
    ...(never.length === 0
      ? []
      : [
          {
            title: `${plural(never.length, 'treatment', 'treatments')} compared with nothing`,
            names: names(never),
            words:
              'No study in this collection compared them with anything, and no chain of direct comparisons links them to others.',
          },
        ]),
  ]
}
