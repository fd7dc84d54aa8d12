import { verdictOfFindings, verdictOfTreatments } from '../comparability/pairVerdict'
import { LEVELS, REASONS, type ReasonId, type Verdict } from '../comparability/verdict'
import type { Evidence } from '../evidence'
import { PHRASES } from '../phrases'
import { REASON_WORDS } from '../verdictLexicon'
import { verdictSentence } from '../verdictWords'
import type { Scale } from './commonScale'
import type { OutcomeCell } from './outcomeCell'
import type { OutcomeRow } from './outcomeRow'

/** Cells of an outcome whose numbers may be read beside one another, two by two. */
export interface ComparableSet {
  /** Places of the cells in their row, in its order. */
  readonly places: readonly number[]
  readonly scale: Scale
  /** Why its numbers may not stand beside those of the sets before it; none for the first set. */
  readonly wordsBefore: readonly string[]
  /** How its own numbers may be read beside one another; none where it holds one. */
  readonly wordsWithin: readonly string[]
}

/** An outcome as a picture must divide it. */
export interface OutcomeSets {
  readonly sets: readonly ComparableSet[]
  /** Cells without a number that can be drawn: words, phrases, numbers needed to treat. */
  readonly undrawn: readonly number[]
  /** What must be said below a picture of several numbers. */
  readonly notes: readonly string[]
}

/** Two cells of one outcome. */
export type CellPair = readonly [OutcomeCell, OutcomeCell]

/** Beyond this many pairs a sentence for each is no longer read. */
const MOST_SENTENCES = 1

function namesIn(evidence: Evidence) {
  return (id: string) => evidence.treatmentById.get(id)?.shortName ?? id
}

function treatmentsOf([a, b]: CellPair, evidence: Evidence) {
  const [one, other] = [evidence.treatmentById.get(a.treatment), evidence.treatmentById.get(b.treatment)]
  return one && other ? ([one, other] as const) : undefined
}

/** The verdict on the two numbers that are shown, not on the best that the data could show of the two treatments. */
function shownVerdict(pair: CellPair, evidence: Evidence): Verdict | undefined {
  const treatments = treatmentsOf(pair, evidence)
  const [a, b] = pair.map((cell) => cell.lead?.estimate.finding)
  if (!treatments || !a || !b) return undefined
  return verdictOfFindings(a, b, ...treatments, pair[0].outcome, evidence)
}

function pairsBetween(cells: readonly OutcomeCell[], others: readonly OutcomeCell[]): readonly CellPair[] {
  return cells.flatMap((cell) => others.map((other): CellPair => [other, cell]))
}

function pairsWithin(cells: readonly OutcomeCell[]): readonly CellPair[] {
  return cells.flatMap((cell, place) => cells.slice(place + 1).map((other): CellPair => [cell, other]))
}

/**
 * Why the numbers that lead these pairs of cells may not stand side by side: the reasons of all pairs in one list;
 * a pair that is kept apart for another cause has a sentence of its own.
 */
export function wordsApart(pairs: readonly CellPair[], evidence: Evidence): readonly string[] {
  const verdicts = pairs.flatMap((pair) => shownVerdict(pair, evidence) ?? [])
  const reasons = new Set(
    verdicts.flatMap((verdict): readonly ReasonId[] => (verdict.kind === 'level' ? verdict.reasons : [])),
  )
  const told = REASONS.filter((reason) => reasons.has(reason)).map((reason) => REASON_WORDS[reason].clinician)
  const others = verdicts.filter((verdict) => verdict.kind !== 'level' || verdict.reasons.length === 0)
  return [...told, ...new Set(others.map((verdict) => wordsOfOneRow(verdict, evidence)))]
}

/** Two numbers that no reason of the rule keeps apart, and that yet make no pair of arms. */
function wordsOfOneRow(verdict: Verdict, evidence: Evidence): string {
  const names = namesIn(evidence)
  if (verdict.kind === 'level' && verdict.level === 'head-to-head')
    return `One of the numbers already compares ${verdict.treatments.map(names).join(' with ')}; the other is not its partner.`
  return verdictSentence(verdict, { audience: 'clinician', names })
}

function wordsWithin(cells: readonly OutcomeCell[], evidence: Evidence): readonly string[] {
  const names = namesIn(evidence)
  const verdicts = pairsWithin(cells).flatMap((pair) => shownVerdict(pair, evidence) ?? [])
  const tell = (verdict: Verdict) => verdictSentence(verdict, { audience: 'clinician', names })
  if (verdicts.length <= MOST_SENTENCES) return verdicts.map(tell)
  const together = cells.map((cell) => names(cell.treatment)).join(', ')
  const apart = verdicts.filter((verdict) => verdict.kind !== 'level' || verdict.level !== 'head-to-head')
  const direct = verdicts.filter((verdict) => !apart.includes(verdict))
  return [
    ...direct.map(tell),
    ...(apart.length === 0
      ? []
      : [
          `${together} were measured alike, not all in one study: the differences may come from the patients.`,
        ]),
  ]
}

/** Where other rows of two treatments go further than the two that are shown. */
function betterRowsNote(pairs: readonly CellPair[], evidence: Evidence): readonly string[] {
  const names = namesIn(evidence)
  const rank = (verdict: Verdict | undefined) =>
    verdict?.kind === 'level' ? LEVELS.indexOf(verdict.level) : LEVELS.length
  const better = pairs.filter((pair) => {
    const treatments = treatmentsOf(pair, evidence)
    if (!treatments) return false
    const possible = verdictOfTreatments(...treatments, pair[0].outcome, evidence)
    return rank(possible) < rank(shownVerdict(pair, evidence)) && rank(possible) < 3
  })
  if (better.length === 0) return []
  const told = better.map(([a, b]) => `${names(a.treatment)} with ${names(b.treatment)}`)
  return [
    `Other rows can be compared further than the numbers shown here (${told.join('; ')}): see the verdicts.`,
  ]
}

function fromSeveralSources(cells: readonly OutcomeCell[]): boolean {
  return new Set(cells.flatMap((cell) => cell.lead?.estimate.finding.source ?? [])).size > 1
}

/**
 * Divides the numbers of an outcome into sets that may share a picture and a scale. In a set, the two numbers of
 * every pair that are shown (the rows that lead their cells) reach head-to-head or side by side; a link does not
 * do, since it shows no single number. Each cell joins the first set it fits, in the order of the columns, so a
 * number never stands beside one it may not be compared with. The sets are those of the bars in the table.
 *
 * @param row an outcome with its cells; `outcomeRow` judged its pairs
 */
export function comparableSets(row: OutcomeRow, evidence: Evidence): OutcomeSets {
  const cellsOf = (places: readonly number[]) => places.flatMap((place) => row.cells[place] ?? [])
  const sets = row.scaleSets.map(({ places, scale }, index): ComparableSet => {
    const before = row.scaleSets.slice(0, index).flatMap((set) => cellsOf(set.places))
    return {
      places,
      scale,
      wordsBefore: wordsApart(pairsBetween(cellsOf(places), before), evidence),
      wordsWithin: wordsWithin(cellsOf(places), evidence),
    }
  })
  const drawn = new Set(sets.flatMap((set) => set.places))
  const shown = row.cells.filter((cell) => cell.lead !== undefined)
  return {
    sets,
    undrawn: row.cells.map((_, place) => place).filter((place) => !drawn.has(place)),
    notes: [
      ...(fromSeveralSources(shown) ? [PHRASES.separateStudies] : []),
      ...betterRowsNote(pairsWithin(shown), evidence),
    ],
  }
}
