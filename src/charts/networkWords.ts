import { islands, type Island } from '@/domain/comparability'
import type { Evidence } from '@/domain/evidence'
import { formatNumber } from '@/domain/format'
import { PHRASES } from '@/domain/phrases'
import { say } from '@/words/interface/charts'
import type { Graph, GraphEdge } from './networkModel'
import type { TableTwin } from './pictureModel'

export const DIRECTION_ONLY = say('directionOnlyNoNumberMay')

export function studiesText({ edge }: GraphEdge): string {
  return say('countStudies', { count: edge.studies.length })
}

export function designsText({ edge }: GraphEdge, evidence: Evidence): string {
  return edge.designs.map((id) => evidence.armDesigns.find((row) => row.id === id)?.label ?? id).join(', ')
}

export function nameIn(evidence: Evidence) {
  return (id: string) => evidence.treatmentById.get(id)?.shortName ?? id
}

function patientsText(id: string, graph: Graph): string {
  const patients = graph.nodes.find((node) => node.id === id)?.patients
  return patients === undefined
    ? PHRASES.numberOfPatientsNotStated
    : say('atLeastPatients', { patients: formatNumber(patients, 0) })
}

const COLUMNS = [
  say('compared'),
  say('studies'),
  say('designs'),
  say('numbers'),
  say('use'),
  say('patientsOfTheFirst'),
  say('patientsOfTheSecond'),
] as const

/** Every edge as a row; its number of studies opens it. */
export function networkTwin(graph: Graph, evidence: Evidence): TableTwin {
  const name = nameIn(evidence)
  return {
    caption: say('whoWasComparedWithWhom'),
    columns: COLUMNS,
    rows: graph.edges.map((edge) => {
      const [one, other] = edge.edge.treatments
      return [
        say('andOneOther', { one: name(one), other: name(other) }),
        studiesText(edge),
        designsText(edge, evidence),
        formatNumber(edge.edge.rows.length, 0),
        edge.edge.usable ? say('numbersMayBeUsed') : DIRECTION_ONLY,
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
  const randomised = graph.edges.filter((edge) => edge.line === 'solid').length
  if (!most) return say('noStudyInThisCollection')
  const [one = '', other = ''] = most.edge.treatments.map(name)
  return say('inWithRandomisedStudiesMost', {
    treatments,
    comparisons: graph.edges.length,
    randomised: formatNumber(randomised, 0),
    studies: formatNumber(most.edge.studies.length, 0),
    one,
    other,
  })
}

/** What the network says of a set of treatments, for the list beside it. */
export interface IslandWords {
  readonly title: string
  readonly names: readonly string[]
  readonly words: string
}

function list(names: readonly string[]): string {
  return names.length < 2
    ? names.join('')
    : say('andListAt', { list: names.slice(0, -1).join(', '), at: names.at(-1) ?? '' })
}

function controlWords({ controls }: Island, name: (id: string) => string): string {
  if (controls.length === 0) return say('noneOfThemWasCompared')
  return say('otherIslandsAreReachedOnly', { list: list(controls.map(name)) })
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
      title: say('islandOfTreatments', { count: formatNumber(island.treatments.length, 0) }),
      names: island.treatments.map(name),
      words: controlWords(island, name),
    })),
    ...(throughControls.length === 0
      ? []
      : [
          {
            title: say('comparedOnlyWithAControl', {
              treatments: throughControls.length,
            }),
            names: names(throughControls),
            words: say('noStudyComparedAnyTwo', {
              list: list([...new Set(throughControls.flatMap((island) => island.controls))].map(name)),
            }),
          },
        ]),
    ...(never.length === 0
      ? []
      : [
          {
            title: say('comparedWithNothing', { treatments: never.length }),
            names: names(never),
            words: say('noStudyInThisCollectionCompared'),
          },
        ]),
  ]
}
