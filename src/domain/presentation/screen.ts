import type { Certainty, TimeUnit } from '../vocabulary'
import type { Level, ReasonId } from '../comparability/verdict'
import type { ShowPicture, StepId } from './preparation'

/**
 * What a patient is shown, finished: plain words of the data, whole numbers, and codes whose words stand in the
 * catalogue of the patient screens. Nothing else is sent to a patient's screen, so nothing else can appear on it.
 */

/** A treatment under discussion. */
export interface ShownOption {
  /** Its place in the comparison, which gives it its colour and mark. */
  readonly place: number
  readonly name: string
}

/** When the people were looked at. */
export type ShownTime =
  | { readonly kind: 'after'; readonly amount: number; readonly unit: TimeUnit }
  | { readonly kind: 'right-after' }
  | { readonly kind: 'end-of-course' }
  | { readonly kind: 'not-stated' }
  /** The remarks beside the number tell it. */
  | { readonly kind: 'in-remarks' }

/** The other group of the same study. */
export interface ShownAgainst {
  readonly name: string
  readonly count: number
  /** People more and people fewer than in that group; both 0 where as many. */
  readonly gain: number
  readonly loss: number
}

export interface ShownPeople {
  readonly kind: 'people'
  /** People of 100 with the result. */
  readonly count: number
  readonly fewerThanOne: boolean
  readonly nearlyAll: boolean
  readonly range: { readonly fewest: number; readonly most: number } | undefined
  /** Why there is no range; undefined where there is one. */
  readonly noRange: 'not-reported' | 'not-shown' | undefined
  /** Nobody was there to compare with. */
  readonly alone: boolean
  readonly time: ShownTime
  /** What was counted; empty where the name of the outcome says it. */
  readonly definition: string
  readonly outOf: string
  /** Who the people were, where they are not those that the collection is about. */
  readonly who: { readonly others: boolean; readonly words: string } | undefined
  /** Further plain words of the data that must stand beside the number. */
  readonly remarks: readonly string[]
  /** The curators ask for a caveat that nobody has put in plain words yet: the patient is sent to the clinician. */
  readonly askUs: boolean
  /** How many people were studied, where they were few. */
  readonly fewPeople: number | undefined
  readonly against: ShownAgainst | undefined
}

/** Why no number is shown. */
export const MISSING_KINDS = ['nothing-found', 'no-harm-figure', 'may-not-stand', 'not-as-people'] as const
export type MissingKind = (typeof MISSING_KINDS)[number]

/** No number is shown. */
export type ShownMissing =
  | { readonly kind: 'missing'; readonly why: MissingKind }
  /** There are numbers for a group of patients that the data set apart; `who` in plain words. */
  | { readonly kind: 'missing'; readonly why: 'set-apart'; readonly who: readonly string[] }

export type ShownCell = ShownPeople | ShownMissing

/** What may be said of the numbers of a row beside one another. */
export type Together =
  | { readonly kind: 'few' }
  /** One study. */
  | { readonly kind: 'same-study' }
  | { readonly kind: 'different-people' }
  /** At least two of them may not be compared. */
  | { readonly kind: 'apart'; readonly all: boolean; readonly reasons: readonly ReasonId[] }

/** What all numbers of a row have in common, told once; undefined where they differ or there are none. */
export interface Shared {
  readonly time: ShownTime | undefined
  readonly definition: string | undefined
  readonly outOf: string | undefined
}

/** An outcome and what each option does on it. */
export interface ShownOutcome {
  readonly id: string
  readonly label: string
  readonly cells: readonly ShownCell[]
  /** For each cell with a number the set of numbers it may be compared with. */
  readonly sets: readonly (number | undefined)[]
  readonly together: Together
  readonly shared: Shared
}

/** Pairs of options that reach the same level in the same way. */
export interface ShownPairs {
  readonly level: Level | 'one-holds-the-other'
  readonly randomised: boolean | undefined
  readonly via: string | undefined
  /** The first that stands in the way, which is the one that is said. */
  readonly reason: ReasonId | undefined
  /** Places of the two options. */
  readonly pairs: readonly (readonly [number, number])[]
}

/** How sure one number is. */
export interface ShownCertainty {
  readonly certainty: Certainty | 'not-graded'
  /** How the study was made, in plain words of the data. */
  readonly design: string
}

export interface ShownSureness {
  readonly id: string
  readonly label: string
  readonly cells: readonly (ShownCertainty | undefined)[]
  readonly pairs: readonly ShownPairs[]
}

export const OPTION_FACTS = ['route', 'setting', 'onset', 'anaesthesia', 'reversible'] as const
export type OptionFact = (typeof OPTION_FACTS)[number]

interface ScreenOf<Kind extends string> {
  readonly kind: Kind
  readonly step: StepId
  /** From 1. */
  readonly page: number
  readonly pages: number
}

export interface FactsScreen extends ScreenOf<'facts'> {
  /** The name of the condition, for the heading. */
  readonly condition: string
  readonly facts: readonly { readonly text: string; readonly sources: readonly string[] }[]
}

export interface OptionsScreen extends ScreenOf<'options'> {
  /** What they are, what they ask of a person, or both where there is room for it. */
  readonly part: 'summaries' | 'facts' | 'both'
  readonly options: readonly (ShownOption & {
    readonly summary: string
    /** Plain words by fact; undefined: the data do not say. */
    readonly facts: Readonly<Partial<Record<OptionFact, string>>>
  })[]
}

export interface OutcomesScreen extends ScreenOf<'outcomes'> {
  readonly picture: ShowPicture
  readonly options: readonly ShownOption[]
  readonly outcomes: readonly ShownOutcome[]
}

export interface SurenessScreen extends ScreenOf<'sureness'> {
  readonly options: readonly ShownOption[]
  readonly outcomes: readonly ShownSureness[]
}

export interface PreferencesScreen extends ScreenOf<'preferences'> {
  /** What was weighed, the heaviest first, with its share of all weight in percent. Empty: nothing yet. */
  readonly weighed: readonly { readonly words: string; readonly weight: number }[]
  /** How far each option meets it, in whole percent; what is not known makes the range wider. */
  readonly ranges: readonly (ShownOption & { readonly low: number; readonly high: number })[]
  /** To talk about where nothing was weighed. */
  readonly prompts: readonly string[]
}

export interface DecisionScreen extends ScreenOf<'decision'> {
  readonly decided: string
}

export interface QuestionsScreen extends ScreenOf<'questions'> {
  readonly questions: readonly string[]
}

export type Screen =
  | FactsScreen
  | OptionsScreen
  | OutcomesScreen
  | SurenessScreen
  | PreferencesScreen
  | DecisionScreen
  | QuestionsScreen
