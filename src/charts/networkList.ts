import type { Evidence } from '@/domain/evidence'
import { say } from '@/words/interface/charts'
import { lineSample, NETWORK_LEGEND } from './networkLegend'
import type { Graph } from './networkModel'
import { designsText, DIRECTION_ONLY, nameIn, studiesText } from './networkWords'
import { legendLines } from './patternLegend'
import type { Scene, SceneItem, SceneMark } from './scene'
import { textBlock } from './textBlock'

/** On a phone: a line for each comparison. */
export function networkList(graph: Graph, evidence: Evidence, width: number): Scene {
  const name = nameIn(evidence)
  const items: SceneItem[] = []
  const marks: SceneMark[] = []
  let y = 0
  graph.edges.forEach((edge, row) => {
    const [one, other] = edge.edge.treatments
    const use = edge.edge.usable ? '' : `; ${DIRECTION_ONLY}`
    const block = textBlock(44, y + 8, width - 44, [
      { text: say('andOneOther', { one: name(one), other: name(other) }), strong: edge.chosen },
      {
        text: `${studiesText(edge)}, ${designsText(edge, evidence).toLowerCase()}${use}`,
        size: 12,
        colour: 'ink-soft',
      },
    ])
    items.push(...lineSample(edge.line)(4, y + 16), ...block.items)
    marks.push({ row, x: 0, y, width, height: block.height + 16 })
    y += block.height + 16
    items.push({ kind: 'line', x1: 0, x2: width, y1: y, y2: y, stroke: { colour: 'line' } })
  })
  const legend = legendLines(NETWORK_LEGEND.slice(0, 3), y + 10, width)
  return { width, height: Math.ceil(y + 14 + legend.height), items: [...items, ...legend.items], marks }
}
