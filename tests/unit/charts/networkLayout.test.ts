import { BADGE, nodeRadius, pointOn, straight } from '@/charts/networkGeometry'
import { edgeOutline, labelBox } from '@/charts/networkGlyphs'
import { networkLayout, placeCluster } from '@/charts/networkLayout'
import { graphOf, type GraphQuestion } from '@/charts/networkModel'
import { islandWords, networkReading, networkTwin } from '@/charts/networkWords'
import { flatItems } from '@/charts/scene'
import { network } from '@/domain/comparability'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../support/evidence'

const graph = (question: Partial<GraphQuestion> = {}) =>
  graphOf(realEvidence(), { chosen: [], families: [], ...question })

const edge = (key: string, question: Partial<GraphQuestion> = {}) =>
  graph(question).edges.find((candidate) => candidate.key === key)

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const meet = (a: Box, b: Box) =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height

describe('the graph', () => {
  it('holds every edge and node of the network once', () => {
    const { nodes, edges } = network(realEvidence())
    expect(graph().edges.map((entry) => entry.edge)).toEqual(edges)
    expect(graph().nodes.map((node) => node.id)).toEqual(nodes.map((node) => node.id))
    const inClusters = graph().clusters.flatMap((cluster) => cluster.edges.map((entry) => entry.key))
    expect([...inClusters].sort()).toEqual(
      graph()
        .edges.map((entry) => entry.key)
        .sort(),
    )
  })

  it('draws randomised comparisons solid, others dashed and mere directions dotted', () => {
    expect(edge('carbamazepine--placebo')?.line).toBe('solid')
    expect(edge('carbamazepine--oxcarbazepine')?.line).toBe('dashed')
    expect(edge('ketamine-iv--lidocaine-iv')?.line).toBe('dotted')
    // A randomised trial whose numbers may not be used is a direction, too.
    expect(edge('carbamazepine--tens')?.line).toBe('dotted')
  })

  it('marks what is being compared, by its place in the comparison', () => {
    const question = { chosen: ['oxcarbazepine', 'carbamazepine'] }
    expect(edge('carbamazepine--oxcarbazepine', question)?.chosen).toBe(true)
    expect(edge('carbamazepine--placebo', question)?.chosen).toBe(false)
    expect(graph(question).nodes.find((node) => node.id === 'carbamazepine')?.place).toBe(1)
  })

  it('shows only edges with an end in the families asked for', () => {
    const some = graph({ families: ['procedure'] })
    const family = (id: string) => realEvidence().treatmentById.get(id)?.family
    expect(some.edges.length).toBeGreaterThan(10)
    expect(some.edges.length).toBeLessThan(graph().edges.length)
    for (const {
      edge: { treatments },
    } of some.edges)
      expect(treatments.map(family)).toContain('procedure')
  })
})

describe('the drawing', () => {
  const families = realEvidence()
    .terms.filter((term) => term.facet === 'family')
    .map((term) => term.id)
  const parts = [undefined, ...families].flatMap((family) =>
    [660, 860, 920].map((width) => [family ?? 'all', width] as const),
  )

  it.each(parts)(
    'lets no two names and no two numbers of studies meet: %s, %i pixels wide',
    (family, width) => {
      for (const cluster of graph(family === 'all' ? {} : { families: [family] }).clusters) {
        const placed = placeCluster(cluster, width)
        const boxes = placed.nodes.map((node) => ({ id: node.node.id, ...labelBox(node) }))
        for (const [index, box] of boxes.entries()) {
          expect(box.left, box.id).toBeGreaterThanOrEqual(0)
          expect(box.left + box.width, box.id).toBeLessThanOrEqual(width)
          for (const other of boxes.slice(index + 1))
            expect(meet(box, other), `${box.id} and ${other.id}`).toBe(false)
        }
        for (const [index, one] of placed.edges.entries())
          for (const other of placed.edges.slice(index + 1)) {
            const apart = Math.hypot(one.badge[0] - other.badge[0], one.badge[1] - other.badge[1])
            expect(apart, `${one.edge.key} and ${other.edge.key}`).toBeGreaterThanOrEqual(2 * BADGE)
          }
      }
    },
  )

  it('keeps every number of studies off the nodes and inside the drawing', () => {
    for (const cluster of graph().clusters) {
      const placed = placeCluster(cluster, 920)
      for (const {
        badge: [x, y],
        edge: { key },
      } of placed.edges) {
        expect(y - BADGE).toBeGreaterThanOrEqual(0)
        expect(y + BADGE).toBeLessThanOrEqual(placed.height)
        for (const node of placed.nodes)
          expect(Math.hypot(node.x - x, node.y - y), `${key} on ${node.node.id}`).toBeGreaterThan(BADGE)
      }
    }
  })

  it('is the same for the same data', () => {
    expect(networkLayout(graph(), realEvidence(), 920)).toEqual(networkLayout(graph(), realEvidence(), 920))
  })

  it.each([350, 920])('has a target for every edge, at %i pixels', (width) => {
    const { marks } = networkLayout(graph(), realEvidence(), width)
    expect(marks.map((mark) => mark.row).sort((a, b) => a - b)).toEqual(graph().edges.map((_, row) => row))
    expect(marks.every((mark) => Math.min(mark.width, mark.height) >= 24)).toBe(true)
  })

  it('draws controls as squares and treatments as discs, and lists the edges on a phone', () => {
    const { items } = networkLayout(graph(), realEvidence(), 920)
    const kinds = flatItems(items).map((item) => item.kind)
    expect(kinds).toContain('rect')
    expect(kinds).toContain('circle')
    const list = flatItems(networkLayout(graph(), realEvidence(), 350).items)
    expect(list.some((item) => item.kind === 'circle')).toBe(false)
    expect(list.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join(' ')).toContain(
      'Carbamazepine and Oxcarbazepine 5 studies',
    )
  })

  it('grows nodes with patients and lines with studies', () => {
    expect(nodeRadius(10000)).toBeGreaterThan(nodeRadius(100))
    expect(nodeRadius(undefined)).toBe(4)
    expect(edgeOutline('solid', 5, false).width).toBeGreaterThan(edgeOutline('solid', 1, false).width ?? 0)
    expect(pointOn(straight([0, 0], [10, 20]), 0.5)).toEqual([5, 10])
  })
})

describe('the words', () => {
  it('tell every edge in the table, with its number of studies', () => {
    const twin = networkTwin(graph(), realEvidence())
    const row = twin.rows[twin.rowFindingIds.indexOf('ketamine-iv--lidocaine-iv')]
    expect(twin.rows).toHaveLength(graph().edges.length)
    expect(row?.slice(0, 5)).toEqual([
      'Ketamine IV and Lidocaine IV',
      '1 study',
      'Non-randomised comparison',
      '7',
      'direction only, no number may be used',
    ])
    expect(networkReading(graph(), realEvidence())).toMatch(/^56 treatments in 69 comparisons, /)
  })

  it('name each treatment in exactly one island or gap, with the sentence of the gap', () => {
    const words = islandWords(realEvidence())
    const names = words.flatMap((island) => island.names)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(80)
    const gaps = words.map((island) => island.words).join(' ')
    expect(gaps).toContain('no chain of direct comparisons links them: only through Placebo or sham')
    expect(words.every((island) => island.words !== '')).toBe(true)
  })
})
