import type { Estimate } from '@/domain/estimate'
import type { EstimateText } from '@/domain/estimateText'
import type { Evidence } from '@/domain/evidence'

/** What one cell of the screen says, as a row of a table: numbers as numbers, unrounded, and the words beside them. */
export interface ShownRecord {
  readonly treatment_id: string
  readonly treatment: string
  /** Where it stands: "Leading benefit", "Onset", the label of an outcome ... */
  readonly place: string
  readonly outcome_id: string | undefined
  readonly outcome: string | undefined
  /** `number`, `words` in place of or beside a number, or `missing` with the phrase that says so. */
  readonly kind: 'number' | 'words' | 'missing'
  /** What is read on screen. */
  readonly shown: string
  readonly value: number | undefined
  readonly unit: string | undefined
  readonly interval_low: number | undefined
  readonly interval_high: number | undefined
  /** Percent, such as 95. */
  readonly interval_level: number | undefined
  readonly interval_origin: 'reported' | 'worked out from counts' | undefined
  readonly interval_shown: string | undefined
  readonly events: number | undefined
  readonly events_origin: 'reported' | 'rebuilt from the percent' | undefined
  readonly patients: number | undefined
  readonly time: string | undefined
  readonly definition: string | undefined
  readonly denominator: string | undefined
  readonly population: string | undefined
  readonly directness: string | undefined
  readonly design: string | undefined
  readonly certainty: string | undefined
  readonly against: string | undefined
  readonly caveat: string | undefined
  readonly finding_id: string | undefined
  /** Ids of `sources.csv`, joined by semicolons. */
  readonly source_ids: string
}

/** In the order of the columns of the file. */
export const SHOWN_COLUMNS = [
  'treatment_id',
  'treatment',
  'place',
  'outcome_id',
  'outcome',
  'kind',
  'shown',
  'value',
  'unit',
  'interval_low',
  'interval_high',
  'interval_level',
  'interval_origin',
  'interval_shown',
  'events',
  'events_origin',
  'patients',
  'time',
  'definition',
  'denominator',
  'population',
  'directness',
  'design',
  'certainty',
  'against',
  'caveat',
  'finding_id',
  'source_ids',
] as const satisfies readonly (keyof ShownRecord)[]

/** Whose cell it is, and where it stands. */
export interface Place {
  readonly treatment: { readonly id: string; readonly name: string }
  readonly place: string
  readonly outcome?: { readonly id: string; readonly label: string }
}

const NOTHING = {
  value: undefined,
  unit: undefined,
  interval_low: undefined,
  interval_high: undefined,
  interval_level: undefined,
  interval_origin: undefined,
  interval_shown: undefined,
  events: undefined,
  events_origin: undefined,
  patients: undefined,
  time: undefined,
  definition: undefined,
  denominator: undefined,
  population: undefined,
  directness: undefined,
  design: undefined,
  certainty: undefined,
  against: undefined,
  caveat: undefined,
} as const

function placeOf({ treatment, place, outcome }: Place) {
  return {
    treatment_id: treatment.id,
    treatment: treatment.name,
    place,
    outcome_id: outcome?.id,
    outcome: outcome?.label,
  }
}

/** A cell with a number. The value and the limits are unrounded; `shown` is what the screen rounds them to. */
export function numberRecord(place: Place, estimate: Estimate, text: EstimateText): ShownRecord {
  const { finding, interval } = estimate
  const shown = interval.kind === 'shown' ? interval : undefined
  return {
    ...placeOf(place),
    kind: 'number',
    shown: text.whole,
    value: estimate.value,
    unit: text.unit,
    interval_low: shown?.lower,
    interval_high: shown?.upper,
    interval_level: shown?.level,
    interval_origin: shown && (shown.origin === 'counts' ? 'worked out from counts' : 'reported'),
    interval_shown: [text.interval, text.intervalNote].filter(Boolean).join(' '),
    events: estimate.events,
    events_origin:
      estimate.events === undefined
        ? undefined
        : estimate.eventsOrigin === 'rebuilt'
          ? 'rebuilt from the percent'
          : 'reported',
    patients: finding.armN,
    time: text.time,
    definition: text.definition,
    denominator: text.denominator,
    population: text.population,
    directness: finding.directness,
    design: text.design,
    certainty: text.certainty,
    against: text.contrast ?? text.comparator,
    caveat: text.caveat,
    finding_id: finding.id,
    source_ids: finding.source,
  }
}

/** A cell of words, or the phrase of a cell that has nothing. */
export function wordsRecord(
  place: Place,
  words: string,
  {
    missing = false,
    finding,
    sources = [],
  }: { readonly missing?: boolean; readonly finding?: string; readonly sources?: readonly string[] } = {},
): ShownRecord {
  return {
    ...NOTHING,
    ...placeOf(place),
    kind: missing ? 'missing' : 'words',
    shown: words,
    finding_id: finding,
    source_ids: sources.join(';'),
  }
}

/** The record of words in place of a number, with the source of the finding behind them. */
export function wordsOfFinding(
  place: Place,
  words: string,
  finding: string,
  evidence: Evidence,
): ShownRecord {
  const source = evidence.findingById.get(finding)?.source
  return wordsRecord(place, words, { finding, sources: source === undefined ? [] : [source] })
}
