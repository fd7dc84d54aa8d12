import type { ForestRow } from '@/domain/forest/forestParts'
import { say } from '@/words/interface/charts'
import type { BarAxis } from './barAxis'
import { gridLines } from './forestAxis'
import { MARK, type ForestFrame } from './forestFrame'
import { poolGlyph, rowGlyph } from './forestGlyphs'
import type { ForestEntry } from './forestModel'
import {
  numberAndInterval,
  patientsText,
  resultParagraphs,
  studyParagraphs,
  timeColumnText,
} from './forestRowText'
import { poolRemark } from './forestTwin'
import type { SceneItem, SceneMark } from './scene'
import { textBlock, type Paragraph } from './textBlock'
import { treatmentSymbol } from './treatmentSymbol'

const ROW_GAP = 10
const STRIP = 24
/** Middle of the marks before the words. */
export const MARK_X = 9

/** A part of the drawing, and how far down it reaches. */
export interface Placed {
  readonly items: readonly SceneItem[]
  readonly marks: readonly SceneMark[]
  readonly bottom: number
}

type RowEntry = Extract<ForestEntry, { kind: 'row' }>
type PoolEntry = Extract<ForestEntry, { kind: 'pool' }>

const FAINT = { size: 11, colour: 'ink-faint' } as const

function patientsItem(row: ForestRow, right: number, y: number): SceneItem {
  const stated = row.estimate.finding.armN !== undefined
  const look = stated ? {} : FAINT
  return { kind: 'text', x: right, y: y + 13, text: patientsText(row), anchor: 'end', ...look }
}

function timeParagraph(row: ForestRow): Paragraph {
  const text = timeColumnText(row)
  return { text, ...(text === row.text.time ? {} : FAINT) }
}

function rowMark({ estimate }: ForestRow, place: number, y: number): readonly SceneItem[] {
  return treatmentSymbol(place, MARK_X, y + 9, 8, { filled: estimate.controlled, indirect: !estimate.direct })
}

function wideRow(
  { row, twinRow }: RowEntry,
  place: number,
  y: number,
  axis: BarAxis | undefined,
  frame: ForestFrame,
): Placed {
  const top = y + ROW_GAP / 2
  const [name, ...more] = studyParagraphs(row)
  const study = textBlock(frame.study[0], top, frame.study[1], name ? [name] : [])
  const time = textBlock(frame.time[0], top, frame.time[1], [timeParagraph(row)])
  const result = textBlock(frame.result[0], top, frame.result[1], resultParagraphs(row, frame.result[1]))
  const line = Math.max(study.height, time.height)
  // The small print has the room of the three columns above it.
  const small = textBlock(MARK, top + line + 1, frame.time[0] + frame.time[1] - MARK, more)
  const height = Math.max(line + 1 + small.height, result.height) + ROW_GAP
  return {
    items: [
      ...rowMark(row, place, top),
      ...study.items,
      patientsItem(row, frame.patients, top),
      ...time.items,
      ...small.items,
      ...result.items,
      ...(axis ? rowGlyph(row, place, top + 9, axis, frame.plot) : []),
    ],
    marks: [{ row: twinRow, x: 0, y, width: frame.width, height }],
    bottom: y + height,
  }
}

function stackedRow(
  { row, twinRow }: RowEntry,
  place: number,
  y: number,
  axis: BarAxis | undefined,
  frame: ForestFrame,
): Placed {
  const top = y + ROW_GAP / 2
  const [name, ...more] = studyParagraphs(row)
  const about = say('patientsAndTime', { patients: patientsText(row), time: timeColumnText(row) })
  const words = textBlock(frame.study[0], top, frame.study[1], [
    ...(name ? [name] : []),
    { text: about, size: 12, colour: 'ink-soft' },
    ...more,
    ...resultParagraphs(row, frame.study[1]).map((paragraph, index) => ({
      ...paragraph,
      above: index === 0 ? 4 : 1,
    })),
  ])
  const drawn = axis !== undefined && row.estimate.value !== undefined
  const strip = top + words.height + STRIP / 2 + 2
  const bottom = top + words.height + (drawn ? STRIP : 0) + ROW_GAP / 2
  return {
    items: [
      ...rowMark(row, place, top),
      ...words.items,
      ...(drawn ? gridLines(axis, strip - 9, strip + 9, frame) : []),
      ...(drawn ? rowGlyph(row, place, strip, axis, frame.plot) : []),
    ],
    marks: [{ row: twinRow, x: 0, y, width: frame.width, height: bottom - y }],
    bottom,
  }
}

function poolLine(
  { pool, twinRow }: PoolEntry,
  place: number,
  y: number,
  axis: BarAxis | undefined,
  frame: ForestFrame,
): Placed {
  const top = y + ROW_GAP / 2
  const { number, interval, studies } = pool.text
  const words: Paragraph = { text: say('pooledStudies', { studies }), strong: true }
  const value = numberAndInterval(number, interval, frame.result[1])
  const result = textBlock(frame.result[0], top, frame.result[1], frame.wide ? value : [])
  const width = frame.wide ? frame.time[0] + frame.time[1] - MARK : frame.study[1]
  const head = textBlock(MARK, top, width, frame.wide ? [words] : [words, ...value])
  const line = Math.max(head.height, result.height)
  const strip = frame.wide || !axis ? 0 : STRIP
  const at = frame.wide ? top + 9 : top + line + STRIP / 2
  const small = textBlock(MARK, top + line + strip + 2, frame.width - MARK, [
    { text: poolRemark(pool), size: 11, colour: 'ink-soft' },
  ])
  const bottom = top + line + strip + 2 + small.height + ROW_GAP
  return {
    items: [
      ...head.items,
      ...result.items,
      ...small.items,
      ...(axis ? poolGlyph(pool, place, at, axis, frame.plot) : []),
    ],
    marks: [{ row: twinRow, x: 0, y, width: frame.width, height: bottom - y }],
    bottom,
  }
}

function wordsLine(words: string, y: number, frame: ForestFrame): Placed {
  const block = textBlock(MARK, y + 4, Math.min(620, frame.width - MARK), [
    { text: words, size: 11, italic: true, colour: 'ink-soft' },
  ])
  return { items: block.items, marks: [], bottom: y + 4 + block.height + 8 }
}

/** One line of a group: a finding, a pooled number or words. */
export function placeEntry(
  entry: ForestEntry,
  place: number,
  y: number,
  axis: BarAxis | undefined,
  frame: ForestFrame,
): Placed {
  if (entry.kind === 'words') return wordsLine(entry.words, y, frame)
  if (entry.kind === 'pool') return poolLine(entry, place, y, axis, frame)
  return (frame.wide ? wideRow : stackedRow)(entry, place, y, axis, frame)
}
