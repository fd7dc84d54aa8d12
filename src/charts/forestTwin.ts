import { patientsText } from '@/domain/estimateText'
import type { Forest, ForestBlock, ForestColumn, ForestRow } from '@/domain/forest/forestParts'
import type { ForestPool } from '@/domain/forest/forestPools'
import { say } from '@/words/interface/charts'
import { intervalWithOrigin } from './cellTwin'
import type { EntryBlock } from './forestModel'
import type { TableTwin } from './pictureModel'

const COLUMNS = [
  say('treatment'),
  say('result'),
  say('range'),
  say('study'),
  say('patientsCounted'),
  say('time'),
  say('whatWasCounted'),
  say('kindOfNumber'),
  say('outOf'),
  say('patients'),
  say('design'),
  say('comparedWith'),
  say('certainty'),
  say('samePatients'),
  say('remark'),
] as const

function rowCells(row: ForestRow, block: ForestBlock, column: ForestColumn): readonly string[] {
  const { text, cohortLetter } = row
  return [
    column.name,
    text.whole,
    text.number === undefined ? '' : intervalWithOrigin(text),
    row.study,
    text.counts,
    text.time,
    text.definition,
    block.remarks[0] ?? '',
    text.denominator,
    patientsText(text),
    text.design,
    text.contrast ?? text.comparator ?? '',
    text.certainty,
    cohortLetter === undefined ? '' : say('samePatientsCohortLetter', { cohortLetter }),
    [text.caveat, row.turned].filter(Boolean).join(' '),
  ]
}

/** What a pooled number says under its line. */
export function poolRemark(pool: ForestPool): string {
  const { prediction, method, heterogeneity, reading } = pool.text
  const range = prediction === undefined ? '' : ` ${say('predictionInterval', { prediction })}`
  return `${method}.${range} ${heterogeneity}. ${reading}`
}

function poolCells(pool: ForestPool, block: ForestBlock, column: ForestColumn): readonly string[] {
  const unit = block.groups[0]?.rows[0]?.text.unit ?? ''
  return [
    say('pooledName', { name: column.name }),
    `${pool.text.number} ${unit}`,
    pool.text.interval,
    pool.text.studies,
    '',
    '',
    block.title,
    block.remarks[0] ?? '',
    ...COLUMNS.slice(8, -1).map(() => ''),
    poolRemark(pool),
  ]
}

function gapCells(name: string, words: string): readonly string[] {
  return [name, words, ...COLUMNS.slice(2).map(() => '')]
}

interface TwinLine {
  readonly cells: readonly string[]
  readonly id: string | undefined
}

/** The forest plot as a table: a line of the drawing is a row here, then the treatments without one. */
export function forestTwin(forest: Forest, blocks: readonly EntryBlock[]): TableTwin {
  const lines = blocks.flatMap(({ block, groups }) =>
    groups.flatMap(({ column, entries }) =>
      entries.flatMap((entry): readonly TwinLine[] => {
        if (entry.kind === 'words') return []
        if (entry.kind === 'pool') return [{ cells: poolCells(entry.pool, block, column), id: undefined }]
        return [{ cells: rowCells(entry.row, block, column), id: entry.row.estimate.finding.id }]
      }),
    ),
  )
  return {
    caption: say('allUsableFindings', { label: forest.outcome.label }),
    columns: COLUMNS,
    rows: [
      ...lines.map((line) => line.cells),
      ...forest.gaps.map(({ column, words }) => gapCells(column.name, words)),
    ],
    rowFindingIds: [...lines.map((line) => line.id), ...forest.gaps.map(() => undefined)],
  }
}

function poolInSentence({ text }: ForestPool): string {
  return text.saysNothing
    ? say('pooledButLeaveNearlyEverything', { studies: text.studies })
    : say('pooledNumberIntervalStudies', {
        number: text.number,
        interval: text.interval,
        studies: text.studies,
      })
}

function pooledWords(blocks: readonly EntryBlock[]): string {
  const told = blocks.flatMap(({ groups }) =>
    groups.flatMap(({ column, entries }) =>
      entries.flatMap((entry) =>
        entry.kind === 'pool' ? [`${column.name} ${poolInSentence(entry.pool)}`] : [],
      ),
    ),
  )
  return told.length === 0 ? say('noneCouldBePooled') : told.join('; ')
}

/** An abbreviation at the start keeps its capitals. */
function inSentence(words: string): string {
  return words.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
}

/** One sentence: how many findings of whom, in how many parts, what was pooled, and who has none. */
export function forestReading(forest: Forest, blocks: readonly EntryBlock[], pooled: boolean): string {
  const groups = blocks.flatMap((entry) => entry.block.groups)
  const parts = forest.columns.map((column) => {
    const gap = forest.gaps.find((entry) => entry.column === column)
    if (gap) return `${column.name}: ${inSentence(gap.words)}`
    const own = groups.filter((group) => group.column === column)
    const count = own.reduce((sum, group) => sum + group.rows.length, 0)
    return say('findingsOfTreatment', { name: column.name, count })
  })
  const apart = blocks.length > 1 ? say('inPartsWhoseNumbersMay', { blocks: blocks.length }) : ''
  const pools = pooled && blocks.length > 0 ? `; ${pooledWords(blocks)}` : ''
  return `${forest.outcome.label}${apart}: ${parts.join('; ')}${pools}.`
}

/** What must stand under the picture. */
export function forestNotes(forest: Forest): readonly string[] {
  const shown = forest.blocks.length > 0
  return [
    shown ? say('rowsOfOnePartCan') : '',
    forest.unusable > 0
      ? say('mayNotStandBesideOthers', {
          unusable: forest.unusable,
        })
      : '',
  ].filter((note) => note !== '')
}
