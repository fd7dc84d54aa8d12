import type { Estimate } from '../estimate'
import type { EstimateText } from '../estimateText'
import type { Evidence } from '../evidence'
import { termLabel } from '../evidence'
import { formatNumber } from '../format'
import { isShare } from '../measure'
import { PHRASES } from '../phrases'
import { recordedText } from '../recordedText'
import type { Source } from '../tables/background'
import type { Finding } from '../tables/findings'
import { sourceName } from './citation'
import { intervalOriginText } from './intervalOrigin'

/** One line of a list of facts: what it is about, and the words. */
export interface Fact {
  readonly label: string
  readonly words: string
  /** The words say that something is missing. */
  readonly missing?: boolean
}

/** The risk of bias in a word or two. */
export const RISK_OF_BIAS_WORDS = {
  low: 'Low',
  'some-concerns': 'Some concerns',
  high: 'High',
  unclear: 'Unclear',
} as const

/** A fact, or the phrase that says it is missing. */
export function orNotRead(label: string, words: string | undefined, phrase: string = PHRASES.notRead): Fact {
  return words === undefined || words === '' ? { label, words: phrase, missing: true } : { label, words }
}

/** Who judged something: the curators of the data, or a source by its short name. */
function judgeText(judge: string | undefined, evidence: Evidence): string {
  if (judge === undefined) return 'who judged it is not stated'
  if (judge === 'curator') return 'judged for this data set, not by the source'
  const source = evidence.sourceById.get(judge)
  return `judged by ${source ? sourceName(source) : 'another source'}`
}

function populationText(finding: Finding, text: EstimateText): string {
  const reported = finding.populationAsReported
  return reported === undefined ? text.population : `${text.population}. As reported: ${reported}`
}

function patientsText({ armN, comparatorN }: Finding): Fact {
  const arm = armN === undefined ? undefined : `${formatNumber(armN, 0)} in the arm`
  const comparator =
    comparatorN === undefined ? undefined : `${formatNumber(comparatorN, 0)} in the comparison arm`
  const words = [arm, comparator].filter(Boolean).join(', ')
  return orNotRead('Patients counted', words, PHRASES.numberOfPatientsNotStated)
}

/** Who paid for a source, how far to trust it and who says so: the facts of every page that names a source. */
export function trustFacts(source: Source, evidence: Evidence): readonly Fact[] {
  const bias = source.riskOfBias && RISK_OF_BIAS_WORDS[source.riskOfBias]
  return [
    orNotRead('Funding', source.funding, 'Funding not in the parts read.'),
    bias === undefined
      ? { label: 'Risk of bias', words: 'Not judged.', missing: true }
      : { label: 'Risk of bias', words: `${bias}; ${judgeText(source.riskOfBiasBy, evidence)}` },
    ...(source.weakBasis === undefined
      ? []
      : [{ label: 'A weak basis', words: `${source.weakBasis}: not to be the only ground of a ban` }]),
  ]
}

/** The study behind a finding: what it was, in whom, how long, who paid, how far to trust it. */
export function studyFacts(
  finding: Finding,
  source: Source,
  text: EstimateText,
  evidence: Evidence,
): readonly Fact[] {
  const inAll = source.n === undefined ? undefined : formatNumber(source.n, 0)
  return [
    { label: 'Design', words: source.design },
    { label: 'Read here as', words: text.design },
    { label: 'Patients', words: populationText(finding, text) },
    orNotRead('Patients of the source', source.population),
    patientsText(finding),
    orNotRead('In the source in all', inAll, PHRASES.numberOfPatientsNotStated),
    orNotRead('Follow-up', source.followUp),
    ...trustFacts(source, evidence),
  ]
}

/** Certainty and who graded it. */
export function certaintyText(finding: Finding, text: EstimateText, evidence: Evidence): string {
  return finding.certainty === undefined
    ? text.certainty
    : `${text.certainty} (GRADE), ${judgeText(finding.certaintyBy, evidence)}`
}

/** The flags of a finding in words, in the order of the data. */
export function flagTexts(finding: Finding, evidence: Evidence): readonly string[] {
  return finding.flags.map((flag) => termLabel(evidence, 'flag', flag))
}

function countsOf(events: number | undefined, total: number | undefined, phrase: string): string {
  if (total === undefined) return phrase
  return events === undefined
    ? `n ${formatNumber(total, 0)}`
    : `${formatNumber(events, 0)} of ${formatNumber(total, 0)}`
}

function valueText(finding: Finding, text: EstimateText): Fact {
  const value = recordedText(finding, 'value')
  if (value === undefined) return { label: 'Value as printed', words: PHRASES.noValuePrinted, missing: true }
  return {
    label: 'Value as printed',
    words: [value.replace('-', '−'), finding.unit ?? (isShare(finding.measure) ? 'percent' : text.unit)].join(
      ' ',
    ),
  }
}

/** The digits of an interval or a range as the source prints them. */
function printedRange(finding: Finding, low: 'ciLow' | 'rangeLow', high: 'ciHigh' | 'rangeHigh') {
  const ends = [recordedText(finding, low), recordedText(finding, high)].map((end) => end?.replace('-', '−'))
  if (ends[0] !== undefined && ends[1] !== undefined) return `${ends[0]} to ${ends[1]}`
  if (ends[0] !== undefined) return `${ends[0]} or more`
  return ends[1] === undefined ? undefined : `up to ${ends[1]}`
}

function intervalFact(estimate: Estimate, text: EstimateText): Fact {
  const { finding, interval } = estimate
  const origin = intervalOriginText(estimate)
  if (interval.kind === 'not-reported') return { label: 'Interval', words: origin, missing: true }
  if (interval.kind === 'hidden') return { label: 'Interval', words: `${text.interval} ${origin}` }
  const digits = interval.origin === 'reported' ? printedRange(finding, 'ciLow', 'ciHigh') : text.interval
  return { label: 'Interval', words: `${digits ?? text.interval}. ${origin}` }
}

function comparatorFacts(finding: Finding, text: EstimateText): readonly Fact[] {
  if (text.comparator === undefined) return [{ label: 'Compared with', words: 'Nothing.' }]
  const counts = countsOf(finding.comparatorEvents, finding.comparatorN, PHRASES.numberOfPatientsNotStated)
  return [
    { label: 'Compared with', words: text.comparator },
    { label: 'Counts there', words: counts, missing: finding.comparatorN === undefined },
  ]
}

/** The row of the data, as the source reports it. */
export function rowFacts(estimate: Estimate, text: EstimateText, evidence: Evidence): readonly Fact[] {
  const { finding } = estimate
  const measure = evidence.measures.find((row) => row.id === finding.measure)
  const kind = evidence.estimateKinds.find((row) => row.id === finding.estimateKind)
  const range = printedRange(finding, 'rangeLow', 'rangeHigh')
  const readIn = finding.reportedIn === finding.source ? undefined : finding.reportedIn
  const optional: readonly (Fact | undefined)[] = [
    range === undefined ? undefined : { label: 'Range as printed', words: range },
    finding.pValue === undefined ? undefined : { label: 'P value as printed', words: finding.pValue },
    readIn === undefined ? undefined : { label: 'Read in', words: readInText(readIn, evidence) },
  ]
  return [
    { label: 'Outcome as reported', words: finding.outcomeAsReported },
    { label: 'What it means here', words: text.definition },
    { label: 'Out of whom', words: text.denominator },
    {
      label: 'Kind of number',
      words: [measure?.label ?? finding.measure, kind?.label].filter(Boolean).join('; '),
    },
    valueText(finding, text),
    { label: 'Counts', words: text.counts, missing: finding.armN === undefined },
    intervalFact(estimate, text),
    { label: 'Time', words: text.time, missing: finding.timepoint === undefined },
    ...comparatorFacts(finding, text),
    ...optional.filter((fact) => fact !== undefined),
    { label: 'Where in the source', words: finding.locator },
  ]
}

function readInText(id: string, evidence: Evidence): string {
  const source = evidence.sourceById.get(id)
  return source ? `${sourceName(source)}, which quotes the source` : 'another source, which quotes this one'
}
