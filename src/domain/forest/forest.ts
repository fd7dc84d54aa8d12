import { judgedRow } from '../comparability/judgedRow'
import { outcomeCell, turnedDirection } from '../compare/outcomeCell'
import { sourceNameOf } from '../compare/sourceName'
import { estimateOf } from '../estimate'
import { describeEstimate } from '../estimateText'
import { termLabel, type Evidence } from '../evidence'
import { findingsOfCell } from '../headline'
import type { Finding } from '../tables/findings'
import type { Outcome } from '../tables/outcomes'
import { whosePatients, type LeadingPopulation } from '../patient/population'
import { isUsable } from '../usable'
import { blockKey, blockOrder, changesFromBefore, headingOf } from './forestBlocks'
import { inGroupOrder } from './forestOrder'
import type { Forest, ForestBlock, ForestColumn, ForestGroup, ForestRow } from './forestParts'
import { samePatients } from './samePatients'

function studyName(finding: Finding, evidence: Evidence): string {
  return evidence.sourceById.has(finding.source) ? sourceNameOf(finding.source, evidence) : finding.source
}

function groupsOf(
  findings: readonly Finding[],
  columns: readonly ForestColumn[],
  rowOf: (finding: Finding) => ForestRow,
): readonly ForestGroup[] {
  return columns.flatMap((column) => {
    const own = findings.filter((finding) => finding.treatment === column.treatment)
    return own.length === 0 ? [] : [{ column, rows: inGroupOrder(own).map(rowOf) }]
  })
}

function blocksOf(
  findings: readonly Finding[],
  columns: readonly ForestColumn[],
  outcome: Outcome,
  evidence: Evidence,
  population: LeadingPopulation | undefined,
): readonly ForestBlock[] {
  const letters = samePatients(findings)
  const rowOf = (finding: Finding): ForestRow => {
    const estimate = estimateOf(finding, evidence)
    return {
      estimate,
      text: {
        ...describeEstimate(estimate, evidence),
        whose: whosePatients(finding, population, evidence),
      },
      study: studyName(finding, evidence),
      cohortLetter: letters.get(finding.id),
      turned: turnedDirection(finding, outcome),
    }
  }
  const byKey = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = blockKey(judgedRow(finding, evidence))
    byKey.set(key, [...(byKey.get(key) ?? []), finding])
  }
  const blocks = [...byKey].map(([key, rows]): ForestBlock => {
    const groups = groupsOf(rows, columns, rowOf)
    const estimates = groups.flatMap((group) => group.rows)
    return {
      key,
      ...headingOf(rows, estimates[0]?.text.unit ?? '', evidence),
      family: estimates[0]?.estimate.family ?? 'share',
      direct: rows[0]?.directness === 'direct',
      changeFromBefore: rows.some((row) => changesFromBefore(row)),
      groups,
    }
  })
  return blocks.sort(blockOrder)
}

/**
 * Every usable finding of an outcome, in blocks of one measure, one definition and one kind of patients (direct or
 * not), and in each by treatment. Numbers of two blocks never share an axis; changes from before have their own.
 *
 * @param columns any treatments, those of the comparison or of the whole outcome
 * @param population whose rows lead for the patient in the room: each row says whether it is one of them
 */
export function forestOf(
  outcome: Outcome,
  columns: readonly ForestColumn[],
  evidence: Evidence,
  population?: LeadingPopulation,
): Forest {
  const all = columns.flatMap((column) => findingsOfCell(column.treatment, outcome.id, evidence))
  const usable = all.filter(isUsable)
  const shown = new Set(usable.map((finding) => finding.treatment))
  return {
    outcome,
    columns,
    blocks: blocksOf(usable, columns, outcome, evidence, population),
    gaps: columns
      .filter((column) => !shown.has(column.treatment))
      .map((column) => {
        const cell = outcomeCell(column.treatment, outcome, evidence, [])
        return { column, words: cell.missing ?? cell.words ?? '' }
      }),
    unusable: all.length - usable.length,
    condition: termLabel(evidence, 'condition', 'name'),
  }
}

/** The rows of a forest in the order in which they are drawn. */
export function rowsOfForest(forest: Forest): readonly ForestRow[] {
  return forest.blocks.flatMap((block) => block.groups.flatMap((group) => group.rows))
}
