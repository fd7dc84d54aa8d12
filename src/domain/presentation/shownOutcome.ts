import { verdictOfFindings } from '../comparability/pairVerdict'
import { REASONS, type ReasonId, type Verdict } from '../comparability/verdict'
import { outcomeCell, type OutcomeCell } from '../compare/outcomeCell'
import { outcomeRow } from '../compare/outcomeRow'
import { pairsOf } from '../compare/pairs'
import type { Evidence } from '../evidence'
import type { LeadingPopulation } from '../patient/population'
import type { Outcome } from '../tables/outcomes'
import type { PlainWords } from './plainWords'
import type { Shared, ShownCell, ShownOutcome, ShownPeople, Together } from './screen'
import { shownCell } from './shownCell'

/** What decides which numbers are shown: the same as in Compare. */
export interface Showing {
  readonly evidence: Evidence
  readonly treatments: readonly string[]
  /** Findings that the reader let lead, from the address. */
  readonly lead: readonly string[]
  readonly population: LeadingPopulation | undefined
  readonly plain: PlainWords
}

export function cellsOf(outcome: Outcome, showing: Showing): readonly OutcomeCell[] {
  const { evidence, treatments, lead, population } = showing
  return treatments.map((id) => outcomeCell(id, outcome, evidence, lead, population))
}

function shownVerdict(a: OutcomeCell, b: OutcomeCell, evidence: Evidence): Verdict | undefined {
  const [one, other] = [evidence.treatmentById.get(a.treatment), evidence.treatmentById.get(b.treatment)]
  const [first, second] = [a.lead?.estimate.finding, b.lead?.estimate.finding]
  if (!one || !other || !first || !second) return undefined
  return verdictOfFindings(first, second, one, other, a.outcome, evidence)
}

/** Set by set, by the place of the cell; undefined where no people are shown. */
function setsOf(
  cells: readonly OutcomeCell[],
  shown: readonly ShownCell[],
  evidence: Evidence,
): readonly (number | undefined)[] {
  const [first] = cells
  const { scaleSets } = first ? outcomeRow(first.outcome, cells, evidence) : { scaleSets: [] }
  return shown.map((cell, place) => {
    const set = scaleSets.findIndex(({ places }) => places.includes(place))
    return cell.kind === 'people' && set >= 0 ? set : undefined
  })
}

function togetherOf(
  cells: readonly OutcomeCell[],
  sets: readonly (number | undefined)[],
  evidence: Evidence,
): Together {
  const withNumber = sets.flatMap((set, place) => (set === undefined ? [] : [{ set, cell: cells[place] }]))
  const pairs = pairsOf(withNumber).flatMap(([a, b]) => {
    const verdict = a.cell && b.cell && shownVerdict(a.cell, b.cell, evidence)
    return verdict ? [{ apart: a.set !== b.set, verdict }] : []
  })
  if (pairs.length === 0) return { kind: 'few' }
  const apart = pairs.filter((pair) => pair.apart)
  if (apart.length > 0) {
    const told = new Set(
      apart.flatMap(({ verdict }): readonly ReasonId[] => (verdict.kind === 'level' ? verdict.reasons : [])),
    )
    return {
      kind: 'apart',
      all: apart.length === pairs.length,
      reasons: REASONS.filter((reason) => told.has(reason)),
    }
  }
  const direct = pairs.every(({ verdict }) => verdict.kind === 'level' && verdict.level === 'head-to-head')
  return { kind: direct ? 'same-study' : 'different-people' }
}

/** The value that all of them have; undefined where they differ. */
function common<Value>(people: readonly ShownPeople[], of: (cell: ShownPeople) => Value): Value | undefined {
  const [first, ...others] = people.map(of)
  const same = others.every((value) => JSON.stringify(value) === JSON.stringify(first))
  return same ? first : undefined
}

function sharedOf(cells: readonly ShownCell[]): Shared {
  const people = cells.filter((cell) => cell.kind === 'people')
  return {
    time: common(people, (cell) => cell.time),
    definition: common(people, (cell) => cell.definition),
    outOf: common(people, (cell) => cell.outOf),
  }
}

/** An outcome as a patient sees it: what each option does, and what may be said of the numbers together. */
export function shownOutcome(outcome: Outcome, showing: Showing): ShownOutcome {
  const { evidence, plain } = showing
  const cells = cellsOf(outcome, showing)
  const shown = cells.map((cell) => shownCell(cell, evidence, plain))
  const sets = setsOf(cells, shown, evidence)
  return {
    id: outcome.id,
    label: plain('outcomes', outcome, 'plainLabel'),
    cells: shown,
    sets,
    together: togetherOf(cells, sets, evidence),
    shared: sharedOf(shown),
  }
}
