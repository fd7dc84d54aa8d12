import { outcomesToShow, type GroupedOutcome } from '../compare/outcomeRows'
import { OUTCOMES_TO_SHOW } from './preparation'
import { cellsOf, type Showing } from './shownOutcome'
import { shownCell } from './shownCell'

/** How many benefits and harms are taken where the clinician has not chosen: as many of 100 for most options. */
export const SUGGESTED = { benefit: 3, harm: 2 } as const
export type Suggested = Readonly<Record<keyof typeof SUGGESTED, number>>
/** For a show: each number takes room and time, and a consult has little of it. */
export const SUGGESTED_TO_SHOW = { benefit: 2, harm: 2 } as const

/** An outcome and how many of the options have a number on it that can be shown as people of 100. */
export interface OutcomeToChoose extends GroupedOutcome {
  readonly withPeople: number
}

const SIDES: Readonly<Partial<Record<GroupedOutcome['group'], keyof typeof SUGGESTED>>> = {
  benefits: 'benefit',
  lasting: 'benefit',
  harms: 'harm',
}

/** Outcomes that can be shown, in the order of the comparison: its rows, where they are gains or harms. */
export function outcomesToChoose(showing: Showing): readonly OutcomeToChoose[] {
  return outcomesToShow([], showing.treatments, showing.evidence)
    .filter(({ group }) => SIDES[group] !== undefined)
    .map((row) => ({
      ...row,
      withPeople: cellsOf(row.outcome, showing).filter(
        (cell) => shownCell(cell, showing.evidence, showing.plain).kind === 'people',
      ).length,
    }))
}

/**
 * Outcomes to start from: those on which most of the options have a number of people, whatever it is; of equals the
 * one that stands first in the comparison. The clinician changes them.
 */
export function suggestedOutcomes(
  choices: readonly OutcomeToChoose[],
  wanted: Suggested = SUGGESTED,
): readonly string[] {
  const chosen = (['benefit', 'harm'] as const).flatMap((side) =>
    [...choices.filter(({ group }) => SIDES[group] === side)]
      .sort((a, b) => b.withPeople - a.withPeople)
      .slice(0, wanted[side]),
  )
  return choices
    .filter((row) => chosen.includes(row))
    .slice(0, OUTCOMES_TO_SHOW.most)
    .map(({ outcome }) => outcome.id)
}
