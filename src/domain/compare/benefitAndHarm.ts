import type { Evidence } from '../evidence'
import { cellOf } from '../headline'
import type { Outcome } from '../tables/outcomes'
import { comparableSets, wordsApart, type CellPair } from './comparableSets'
import type { OutcomeRow } from './outcomeRow'

/** Outcomes that can stand on the side of benefit. */
function isBenefit({ domain }: Outcome): boolean {
  return domain === 'benefit' || domain === 'patient-experience'
}

/**
 * The outcome of a list that can be drawn for most of the treatments; among equals the one that leads more of
 * them, then the first. It counts numbers and never reads them.
 */
function mostShown(
  outcomes: readonly Outcome[],
  treatments: readonly string[],
  evidence: Evidence,
): Outcome | undefined {
  const scored = outcomes.map((outcome) => ({
    outcome,
    shown: treatments.filter((id) => {
      const lead = cellOf(id, outcome.id, evidence).lead
      return lead?.value !== undefined && lead.family !== 'number-needed'
    }).length,
    leads: treatments.filter((id) =>
      (evidence.headlinesByTreatment.get(id) ?? []).some(
        (row) => row.outcome === outcome.id && row.role.startsWith('lead-'),
      ),
    ).length,
  }))
  return scored.sort((a, b) => b.shown - a.shown || b.leads - a.leads)[0]?.outcome
}

/**
 * Which benefit and which harm stand against one another: those asked for, where they are on their side; else
 * those that most of the treatments have.
 *
 * @param outcome the outcome of the comparison: a benefit, or the harm itself
 * @param harm asked for in the address
 * @param outcomes to choose from, in order
 * @returns a side is undefined where no outcome of the list belongs to it
 */
export function benefitAndHarm(
  outcome: Outcome,
  harm: Outcome | undefined,
  outcomes: readonly Outcome[],
  treatments: readonly string[],
  evidence: Evidence,
): { readonly benefit: Outcome | undefined; readonly harm: Outcome | undefined } {
  const most = (belongs: (row: Outcome) => boolean) =>
    mostShown(outcomes.filter(belongs), treatments, evidence)
  const isHarm = ({ domain }: Outcome) => domain === 'harm'
  const harmAsked = [harm, outcome].find((row) => row !== undefined && isHarm(row))
  return {
    benefit: isBenefit(outcome) ? outcome : most(isBenefit),
    harm: harmAsked ?? most(isHarm),
  }
}

/** Treatments whose benefits may be read beside one another, and their harms too. */
export interface CrossSet {
  /** Places of the columns. */
  readonly places: readonly number[]
  readonly benefitWords: readonly string[]
  readonly harmWords: readonly string[]
}

/** Two outcomes as a picture of both must divide them. */
export interface CrossSets {
  readonly sets: readonly CrossSet[]
  /** Columns without a number to draw on one side or both. */
  readonly undrawn: readonly number[]
  readonly notes: readonly string[]
}

/** Pairs of a set with the sets before it that one of the outcomes keeps apart. */
function pairsApart(
  places: readonly number[],
  before: readonly number[],
  row: OutcomeRow,
): readonly CellPair[] {
  const setOf = (place: number) => row.scaleSets.findIndex((set) => set.places.includes(place))
  return places.flatMap((place) =>
    before.flatMap((other): readonly CellPair[] => {
      const [a, b] = [row.cells[other], row.cells[place]]
      return a && b && setOf(place) !== setOf(other) ? [[a, b]] : []
    }),
  )
}

/**
 * Divides the columns into sets whose benefits may be read beside one another and whose harms may too: a point
 * never stands beside one that it may not be compared with on either side.
 */
export function crossSets(benefit: OutcomeRow, harm: OutcomeRow, evidence: Evidence): CrossSets {
  const setOf = (row: OutcomeRow, place: number) =>
    row.scaleSets.findIndex((set) => set.places.includes(place))
  const groups = new Map<string, number[]>()
  const undrawn: number[] = []
  benefit.cells.forEach((_, place) => {
    const [onBenefit, onHarm] = [setOf(benefit, place), setOf(harm, place)]
    if (onBenefit < 0 || onHarm < 0) {
      undrawn.push(place)
      return
    }
    const key = `${onBenefit} ${onHarm}`
    groups.set(key, [...(groups.get(key) ?? []), place])
  })
  const grouped = [...groups.values()]
  return {
    sets: grouped.map((places, index) => {
      const before = grouped.slice(0, index).flat()
      return {
        places,
        benefitWords: wordsApart(pairsApart(places, before, benefit), evidence),
        harmWords: wordsApart(pairsApart(places, before, harm), evidence),
      }
    }),
    undrawn,
    notes: [
      ...new Set([...comparableSets(benefit, evidence).notes, ...comparableSets(harm, evidence).notes]),
    ],
  }
}
