import type { Forest } from '@/domain/forest/forestParts'
import { say } from '@/words/interface/charts'
import type { BarAxis } from './barAxis'
import { axisItems, gridLines } from './forestAxis'
import { forestFrame, MARK, type ForestFrame } from './forestFrame'
import { forestLegend } from './forestLegend'
import type { EntryBlock, EntryGroup } from './forestModel'
import { MARK_X, placeEntry, type Placed } from './forestRows'
import type { Scene, SceneItem, SceneMark } from './scene'
import { textBlock, type TextBlock } from './textBlock'
import { treatmentSymbol } from './treatmentSymbol'

const AXIS_HEIGHT = 38

/** Lays parts under one another. */
function stack(parts: readonly ((y: number) => Placed)[], y: number): Placed {
  const items: SceneItem[] = []
  const marks: SceneMark[] = []
  let bottom = y
  for (const part of parts) {
    const placed = part(bottom)
    items.push(...placed.items)
    marks.push(...placed.marks)
    bottom = placed.bottom
  }
  return { items, marks, bottom }
}

function groupHead({ column }: EntryGroup, y: number, frame: ForestFrame): Placed {
  const line: SceneItem = {
    kind: 'line',
    x1: 0,
    x2: frame.width,
    y1: y + 4,
    y2: y + 4,
    stroke: { colour: 'line' },
  }
  const name: SceneItem = { kind: 'text', x: MARK, y: y + 23, text: column.name, size: 14, strong: true }
  return {
    items: [line, ...treatmentSymbol(column.place, MARK_X, y + 18, 11), name],
    marks: [],
    bottom: y + 28,
  }
}

function placeGroup(group: EntryGroup, axis: BarAxis | undefined, frame: ForestFrame) {
  return (y: number): Placed =>
    stack(
      [
        (top) => groupHead(group, top, frame),
        ...group.entries.map(
          (entry) => (top: number) => placeEntry(entry, group.column.place, top, axis, frame),
        ),
      ],
      y,
    )
}

function columnHeads(y: number, frame: ForestFrame, drawn: boolean): readonly SceneItem[] {
  if (!frame.wide) return []
  const head = (x: number, text: string, anchor: 'start' | 'end' | 'middle' = 'start'): SceneItem => ({
    kind: 'text',
    x,
    y: y + 12,
    text,
    anchor,
    size: 11,
    colour: 'ink-faint',
  })
  return [
    head(frame.study[0], say('study')),
    head(frame.patients, say('patients'), 'end'),
    head(frame.time[0], say('time')),
    head(frame.result[0], drawn ? say('resultInterval') : say('result')),
  ]
}

function blockHead({ block }: EntryBlock, y: number, frame: ForestFrame): TextBlock {
  return textBlock(0, y, Math.min(frame.width, 680), [
    { text: block.title, size: 14, strong: true },
    {
      text: block.remarks.map((remark) => remark.replace(/\.$/, '')).join('. '),
      size: 12,
      colour: 'ink-soft',
      above: 1,
    },
  ])
}

function placeBlock(entry: EntryBlock, y: number, frame: ForestFrame): Placed {
  const head = blockHead(entry, y + 12, frame)
  const top = y + 12 + head.height + 4
  const drawn = entry.axis !== undefined
  const heads = columnHeads(top, frame, drawn)
  const bodyTop = top + (heads.length > 0 ? 14 : 0)
  const body = stack(
    entry.groups.map((group) => placeGroup(group, entry.axis, frame)),
    bodyTop,
  )
  const rule: SceneItem = {
    kind: 'line',
    x1: 0,
    x2: frame.width,
    y1: y,
    y2: y,
    stroke: { colour: 'line-strong' },
  }
  return {
    items: [
      rule,
      ...head.items,
      ...heads,
      ...(entry.axis && frame.wide ? gridLines(entry.axis, bodyTop + 8, body.bottom + 2, frame) : []),
      ...(entry.axis ? axisItems(entry.axis, body.bottom + 2, frame) : []),
      ...body.items,
    ],
    marks: body.marks,
    bottom: body.bottom + (drawn ? AXIS_HEIGHT : 0) + 14,
  }
}

function sectionHead(text: string, y: number, frame: ForestFrame): Placed {
  const block = textBlock(0, y + 10, frame.width, [{ text, size: 15, strong: true }])
  return { items: block.items, marks: [], bottom: y + 10 + block.height + 8 }
}

function gapLines(forest: Forest, y: number, frame: ForestFrame): Placed {
  return stack(
    forest.gaps.map(({ column, words }) => (top: number): Placed => {
      const block = textBlock(MARK, top + 8, frame.width - MARK, [
        { text: column.name, size: 14, strong: true },
        { text: words, italic: true, colour: 'ink-faint' },
      ])
      const mark = treatmentSymbol(column.place, MARK_X, top + 17, 11)
      return { items: [...mark, ...block.items], marks: [], bottom: top + 8 + block.height + 4 }
    }),
    y,
  )
}

function legend(blocks: readonly EntryBlock[], y: number, width: number): Placed {
  const lines = forestLegend(blocks, y + 12, width)
  return { items: lines.items, marks: [], bottom: y + 12 + lines.height }
}

/**
 * Places a forest plot in a drawing of the given width, as a printed one: study, patients, time, interval, number;
 * stacked on a phone.
 *
 * @param width in pixels
 */
export function forestLayout(forest: Forest, blocks: readonly EntryBlock[], width: number): Scene {
  const frame = forestFrame(width)
  const [direct, indirect] = [true, false].map((side) =>
    blocks.filter((entry) => entry.block.direct === side),
  )
  const section = (text: string, entries: readonly EntryBlock[] = []) =>
    entries.length === 0
      ? []
      : [
          (y: number) => sectionHead(text, y, frame),
          ...entries.map((entry) => (y: number) => placeBlock(entry, y, frame)),
        ]
  const all = stack(
    [
      ...section(say('measuredInCondition', { condition: forest.condition.toLowerCase() }), direct),
      ...section(say('measuredInOtherPatients'), indirect),
      (y) => gapLines(forest, y, frame),
      (y) => legend(blocks, y, width),
    ],
    0,
  )
  return { width, height: Math.ceil(all.bottom + 4), items: all.items, marks: all.marks }
}
