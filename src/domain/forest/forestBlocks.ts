import type { JudgedRow } from '../comparability/judgedRow'
import type { Evidence } from '../evidence'
import { familyOfMeasure, type MeasureFamily } from '../measure'
import { PHRASES } from '../phrases'
import type { Finding } from '../tables/findings'
import type { BlockHeading, ForestBlock } from './forestParts'

/** Families whose numbers have a unit: without a stated scale, one source's points are not another's. */
const SCALED: ReadonlySet<MeasureFamily> = new Set(['mean', 'duration', 'rate', 'difference'])

/** A difference without a control group, or a change within one group. */
export function changesFromBefore(finding: Finding): boolean {
  if (familyOfMeasure(finding.measure) !== 'difference') return false
  return finding.comparator === undefined || finding.armDesign === 'before-after'
}

/** "negative favours therapy": which sign is good, as far as the unit says it. */
function signWords(unit: string | undefined): string {
  return /\b(?:positive|negative) (?:favours|=)[^;)]*/.exec(unit ?? '')?.[0]?.toLowerCase() ?? ''
}

/**
 * Rows with one key may share an axis: the same kind of number, definition, unit and sign, all direct or all not,
 * changes from before apart. Rows on a scale that is not stated go only with rows of their own source.
 */
export function blockKey(row: JudgedRow): string {
  const { finding, definition, kindOfNumber, unit = '' } = row
  const family = familyOfMeasure(finding.measure)
  const owner = SCALED.has(family) && !definition.stated ? `${finding.source} ${finding.unit ?? ''}` : ''
  const sign = family === 'difference' ? signWords(finding.unit) : ''
  const from = changesFromBefore(finding) ? 'from before' : ''
  return [finding.directness, kindOfNumber, definition.word, unit, owner, sign, from].join(' | ')
}

function measureLabel(finding: Finding, evidence: Evidence): string {
  return evidence.measures.find((row) => row.id === finding.measure)?.label ?? finding.measure
}

const FAMILY_WORDS: Readonly<Record<MeasureFamily, string | undefined>> = {
  share: 'Share of patients',
  mean: undefined,
  duration: undefined,
  rate: undefined,
  difference: undefined,
  ratio: undefined,
  'number-needed': undefined,
}

const NO_AXIS = 'Not drawn: a number needed to treat runs through infinity, so it has no axis.'
const NOT_STATED = 'The sources do not say what they mean by it: read each on its own.'

function captionOf(first: Finding, unit: string, evidence: Evidence): string {
  const family = familyOfMeasure(first.measure)
  const measure = measureLabel(first, evidence)
  if (family === 'share') return 'of 100'
  if (family === 'ratio') return `${measure}, 1: no difference`
  const scale = evidence.definitionById.get(first.definition)
  const words =
    scale?.stated === 'yes' && !unit.includes('(') && family !== 'rate' ? unit || scale.label : unit
  return family === 'difference' && !changesFromBefore(first) ? `${words}, 0: no difference` : words
}

/** @param rows the findings of one block, at least one */
export function headingOf(rows: readonly Finding[], unit: string, evidence: Evidence): BlockHeading {
  const [first] = rows
  if (!first) return { title: '', remarks: [], axisCaption: '' }
  const family = familyOfMeasure(first.measure)
  const definition = evidence.definitionById.get(first.definition)
  const labels = new Set(
    rows.map((row) => evidence.definitionById.get(row.definition)?.label ?? row.definition),
  )
  const remarks = [
    FAMILY_WORDS[family] ?? measureLabel(first, evidence),
    changesFromBefore(first) ? capitalised(`${PHRASES.changeFromBefore}.`) : undefined,
    definition?.stated === 'yes' ? undefined : NOT_STATED,
    family === 'number-needed' ? NO_AXIS : undefined,
  ]
  return {
    title: [...labels].join(' / '),
    remarks: remarks.flatMap((remark) => remark ?? []),
    axisCaption: captionOf(first, unit, evidence),
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Absolute numbers before relative ones. */
const FAMILY_ORDER: readonly MeasureFamily[] = [
  'share',
  'rate',
  'mean',
  'duration',
  'difference',
  'ratio',
  'number-needed',
]

function countRows(block: ForestBlock): number {
  return block.groups.reduce((sum, group) => sum + group.rows.length, 0)
}

/** Direct first, changes from before after controlled differences, absolute before relative, many rows first. */
export function blockOrder(a: ForestBlock, b: ForestBlock): number {
  return (
    Number(b.direct) - Number(a.direct) ||
    FAMILY_ORDER.indexOf(a.family) - FAMILY_ORDER.indexOf(b.family) ||
    Number(a.changeFromBefore) - Number(b.changeFromBefore) ||
    countRows(b) - countRows(a) ||
    (a.key < b.key ? -1 : 1)
  )
}
