import { shortSourceName } from '../compare/sourceName'
import { termOf, type Evidence } from '../evidence'
import type { Visit } from '../handout/visit'
import { appraise } from '../preferences/appraisal'
import { criterionOf } from '../preferences/criteria'
import { type Preferences } from '../preferences/preferences'
import { weighed } from '../preferences/weighing'
import type { Outcome } from '../tables/outcomes'
import type { FactStep } from '../tables/show'
import type { Treatment } from '../tables/treatments'
import {
  headsHeight,
  LEGEND_HEIGHT,
  outcomeHeight,
  pagesOf,
  surenessHeight,
  type ScreenSize,
  type WordLength,
} from './paging'
import { stepsToShow, type Preparation, type StepId } from './preparation'
import {
  OPTION_FACTS,
  type FactsScreen,
  type OptionFact,
  type OptionsScreen,
  type PreferencesScreen,
  type Screen,
  type ShownOption,
  type ShownOutcome,
  type ShownSureness,
} from './screen'
import { shownOutcome, type Showing } from './shownOutcome'
import { shownSureness } from './shownSureness'

/** All that a show is made of. */
export interface ToPresent extends Showing {
  readonly preparation: Preparation
  readonly preferences: Preferences
  readonly visit: Visit
  readonly wordLength: WordLength
}

type Unnumbered = Screen extends infer One
  ? One extends Screen
    ? Omit<One, 'page' | 'pages'>
    : never
  : never

/** Who says it: the first author and the year, or the publisher where no author is named. */
function sourceName(id: string, evidence: Evidence): string {
  const source = evidence.sourceById.get(id)
  if (!source) return id
  if (source.authors !== undefined || source.journal === undefined) return shortSourceName(source)
  return source.year === undefined ? source.journal : `${source.journal} ${source.year}`
}

function factsScreen(step: FactStep, { evidence, plain }: ToPresent): Omit<FactsScreen, 'page' | 'pages'> {
  const name = termOf(evidence, 'condition', 'name')
  const sentences = evidence.showSteps.filter((row) => row.step === step)
  const facts = [...sentences]
    .sort((a, b) => a.order - b.order)
    .map((row) => {
      const rows = evidence.diseaseFacts.filter(({ id }) => row.facts.includes(id))
      const sources = new Set(rows.map(({ source }) => sourceName(source, evidence)))
      return { text: plain('showSteps', row, 'plainText'), sources: [...sources] }
    })
  return { kind: 'facts', step, condition: name ? plain('terms', name, 'plainLabel') : '', facts }
}

const FACET: Readonly<Record<OptionFact, readonly [facet: string, column: keyof Treatment]>> = {
  route: ['route_kind', 'routeKind'],
  setting: ['setting_kind', 'settingKind'],
  onset: ['onset_class', 'onsetClass'],
  anaesthesia: ['anaesthesia', 'anaesthesia'],
  reversible: ['reversible_kind', 'reversibleKind'],
}

function optionFacts(treatment: Treatment, { evidence, plain }: ToPresent) {
  const told = OPTION_FACTS.flatMap((fact) => {
    const [facet, column] = FACET[fact]
    const word = treatment[column]
    const term = typeof word === 'string' ? termOf(evidence, facet, word) : undefined
    return term ? [[fact, plain('terms', term, 'plainLabel')] as const] : []
  })
  return Object.fromEntries(told) as OptionsScreen['options'][number]['facts']
}

function treatmentsOf({ treatments, evidence }: Showing): readonly Treatment[] {
  return treatments.flatMap((id) => evidence.treatmentById.get(id) ?? [])
}

function optionsOf(input: ToPresent): readonly ShownOption[] {
  return treatmentsOf(input).map((treatment, place) => ({
    place,
    name: input.plain('treatments', treatment, 'plainName'),
  }))
}

/** More options than this have their summaries and their facts on two screens. */
const MOST_ON_ONE_SCREEN = 2

function optionsScreens(input: ToPresent): readonly Unnumbered[] {
  const options = treatmentsOf(input).map((treatment, place) => ({
    place,
    name: input.plain('treatments', treatment, 'plainName'),
    summary: input.plain('treatments', treatment, 'plainSummary'),
    facts: optionFacts(treatment, input),
  }))
  const parts = options.length > MOST_ON_ONE_SCREEN ? (['summaries', 'facts'] as const) : (['both'] as const)
  return parts.map((part) => ({ kind: 'options', step: 'options', part, options }))
}

function chosenOutcomes({ preparation, evidence }: ToPresent): readonly Outcome[] {
  return preparation.outcomes.flatMap((id) => evidence.outcomeById.get(id) ?? [])
}

const headsOf = (input: ToPresent) => (size: ScreenSize) =>
  headsHeight(
    optionsOf(input).map(({ name }) => name),
    size,
  )

function outcomeScreens(step: 'compare' | 'side-effects', input: ToPresent): readonly Unnumbered[] {
  const { picture } = input.preparation
  const rows = chosenOutcomes(input)
    .filter(({ domain }) => (domain === 'harm') === (step === 'side-effects'))
    .map((outcome) => shownOutcome(outcome, input))
  const heightOf = (row: ShownOutcome, size: ScreenSize) =>
    outcomeHeight(row, picture, size, input.wordLength)
  const headOf = (size: ScreenSize) => headsOf(input)(size) + LEGEND_HEIGHT
  return pagesOf(rows, heightOf, headOf).map((outcomes) => ({
    kind: 'outcomes',
    step,
    picture,
    options: optionsOf(input),
    outcomes,
  }))
}

function surenessScreens(input: ToPresent): readonly Unnumbered[] {
  const rows = chosenOutcomes(input).map((outcome) => shownSureness(outcome, input))
  const heightOf = (row: ShownSureness, size: ScreenSize) => surenessHeight(row, size, input.wordLength)
  return pagesOf(rows, heightOf, headsOf(input)).map((outcomes) => ({
    kind: 'sureness',
    step: 'certainty',
    options: optionsOf(input),
    outcomes,
  }))
}

/** What was weighed, in plain words; a criterion that the data no longer have is left out. */
function weighedWords({ preferences, evidence, plain }: ToPresent): PreferencesScreen['weighed'] {
  return weighed(preferences).flatMap(({ id, share }) => {
    const of = criterionOf(id, evidence)?.of
    if (!of) return []
    const words =
      of.kind === 'burden'
        ? plain('burdens', of.burden, 'plainLabel')
        : plain('outcomes', of.outcome, 'plainLabel')
    return [{ words, weight: Math.round(100 * share) }]
  })
}

/** Never narrower than it is. */
function preferenceRanges(input: ToPresent): PreferencesScreen['ranges'] {
  const { preferences, evidence, lead, population } = input
  const appraisal = appraise({ options: input.treatments, preferences, evidence, lead, population })
  if (!appraisal) return []
  return optionsOf(input).flatMap((option) => {
    const found = appraisal.options.find(({ treatment }) => treatment === input.treatments[option.place])
    return found ? [{ ...option, low: Math.floor(100 * found.low), high: Math.ceil(100 * found.high) }] : []
  })
}

/** More lines than this are told on two screens: what was weighed, and how far the options meet it. */
const MOST_LINES = 7

function preferencesScreens(input: ToPresent): readonly Unnumbered[] {
  const prompts = chosenOutcomes(input).map((outcome) => input.plain('outcomes', outcome, 'plainLabel'))
  const ranges = preferenceRanges(input)
  const told = weighedWords(input)
  const base = { kind: 'preferences', step: 'preferences', weighed: told, ranges, prompts } as const
  if (told.length + ranges.length <= MOST_LINES || ranges.length === 0) return [base]
  return [
    { ...base, ranges: [] },
    { ...base, weighed: [] },
  ]
}

const SCREENS: Readonly<Record<StepId, (input: ToPresent) => readonly Unnumbered[]>> = {
  condition: (input) => [factsScreen('condition', input)],
  untreated: (input) => [factsScreen('untreated', input)],
  options: optionsScreens,
  compare: (input) => outcomeScreens('compare', input),
  'side-effects': (input) => outcomeScreens('side-effects', input),
  certainty: surenessScreens,
  preferences: preferencesScreens,
  decision: ({ visit }) => [{ kind: 'decision', step: 'decision', decided: visit.decided }],
  questions: ({ visit }) => [{ kind: 'questions', step: 'questions', questions: visit.questions }],
}

/**
 * The screens of a show, in the order that was prepared: a finished model in plain words and whole numbers. It takes
 * from the data only columns that are written for patients, so that no word for clinicians can reach a patient.
 *
 * A step without content (no side effect chosen, say) has no screen.
 */
export function presentationOf(input: ToPresent): readonly Screen[] {
  return stepsToShow(input.preparation).flatMap((step) => {
    const pages = SCREENS[step](input)
    return pages.map((page, index): Screen => ({ ...page, page: index + 1, pages: pages.length }))
  })
}

/** Treatments of the address that can be shown: those that are in the data, each once, as many as fit. */
export function treatmentsToShow(ids: readonly string[], evidence: Evidence): readonly string[] {
  return [...new Set(ids)].filter((id) => evidence.treatmentById.get(id)?.selectable === 'yes')
}
