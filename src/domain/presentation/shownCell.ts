import type { OutcomeCell } from '../compare/outcomeCell'
import type { Estimate } from '../estimate'
import { termOf, type Evidence } from '../evidence'
import { isSetApart } from '../generalPopulation'
import { comparatorArm, gainOver, hundredPeople, type HundredPeople } from '../hundredPeople'
import type { Finding } from '../tables/findings'
import type { PlainWords } from './plainWords'
import { isUsable } from '../usable'
import type { ShownAgainst, ShownCell, ShownMissing, ShownPeople, ShownTime } from './screen'

/** Flags that are told otherwise: by the range, by the verdicts, or by showing no number at all. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['hide-interval', 'same-patients', 'no-number'])

/** Why there is no number; where one is for a group of patients set apart, whose it is, as Compare says it. */
function missingOf(cell: OutcomeCell, evidence: Evidence, plain: PlainWords): ShownMissing {
  if (cell.words !== undefined) return { kind: 'missing', why: 'may-not-stand' }
  const apart = cell.cell.findings.filter((row) => isUsable(row) && isSetApart(row.population, evidence))
  const groups = apart.flatMap((row) => evidence.populationById.get(row.population) ?? [])
  const who = [...new Set(groups.map((group) => plain('populations', group, 'plainLabel')))]
  if (who.length > 0) return { kind: 'missing', why: 'set-apart', who }
  if (cell.otherFindings.length > 0) return { kind: 'missing', why: 'may-not-stand' }
  return { kind: 'missing', why: cell.outcome.domain === 'harm' ? 'no-harm-figure' : 'nothing-found' }
}

/** When the people were looked at: a zero is right after, or, in weeks, the end of the course. */
export function shownTime({ timepoint, timepointUnit }: Finding): ShownTime {
  if (timepoint === undefined || timepointUnit === undefined) return { kind: 'not-stated' }
  if (timepoint > 0) return { kind: 'after', amount: timepoint, unit: timepointUnit }
  return { kind: timepointUnit === 'weeks' ? 'end-of-course' : 'right-after' }
}

/** People of another illness, or a group of patients that the data set apart. */
function whoOf({ direct, finding }: Estimate, evidence: Evidence, plain: PlainWords): ShownPeople['who'] {
  const population = evidence.populationById.get(finding.population)
  if (!population) return undefined
  if (direct && population.directnessToTn === 'direct') return undefined
  return { others: !direct, words: plain('populations', population, 'plainLabel') }
}

/** Fewer people than these are told: what 100 people stand for was seen in so few. */
const FEW_PEOPLE = 50

const codedRemarks = (finding: Finding, evidence: Evidence) =>
  evidence.findingRemarks.find((row) => row.finding === finding.id)

const remarkRows = (finding: Finding, evidence: Evidence) =>
  (codedRemarks(finding, evidence)?.remarks ?? []).flatMap(
    (id) => evidence.remarks.find((remark) => remark.id === id) ?? [],
  )

/** A time that only the caveat of a finding has is told by its remark, so that the screen does not deny it. */
function timeOf(finding: Finding, evidence: Evidence): ShownTime {
  const time = shownTime(finding)
  const isTold = remarkRows(finding, evidence).some(({ saysWhen }) => saysWhen === 'yes')
  return time.kind === 'not-stated' && isTold ? { kind: 'in-remarks' } : time
}

/** The caveat in plain words, by its remarks; it is written for clinicians and never shown itself. */
function remarksOf(finding: Finding, evidence: Evidence, plain: PlainWords): readonly string[] {
  const flags = finding.flags
    .filter((flag) => !TOLD_ELSEWHERE.has(flag))
    .flatMap((flag) => termOf(evidence, 'flag', flag) ?? [])
    .map((term) => plain('terms', term, 'plainLabel'))
  const coded = remarkRows(finding, evidence).map((remark) => plain('remarks', remark, 'plainText'))
  return [...flags, ...coded]
}

/** How many people the number rests on, where they are few; undefined also where something else was counted. */
function fewPeopleOf({ armN, denominator }: Finding, evidence: Evidence): number | undefined {
  const countsPeople = evidence.denominatorRoleById.get(denominator)?.countsPeople === 'yes'
  return countsPeople && armN !== undefined && armN < FEW_PEOPLE ? armN : undefined
}

function againstOf(estimate: Estimate, evidence: Evidence, plain: PlainWords): ShownAgainst | undefined {
  const arm = comparatorArm(estimate, evidence)
  const people = arm && hundredPeople(arm, evidence)
  const both = arm && gainOver(estimate, arm)
  const treatment = arm && evidence.treatmentById.get(arm.finding.treatment)
  if (!both || !treatment || people?.kind !== 'people') return undefined
  const name = plain('treatments', treatment, 'plainName')
  return { name, count: both.comparatorCount, gain: both.gain, loss: both.loss }
}

const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? []

/** What was counted; empty where the name of the outcome says all of it already. */
function definitionOf(finding: Finding, label: string, evidence: Evidence, plain: PlainWords): string {
  const definition = evidence.definitionById.get(finding.definition)
  if (!definition || termOf(evidence, 'definition_by_name', definition.id)) return ''
  const words = plain('definitions', definition, 'plainLabel')
  const known = new Set(wordsIn(label))
  return wordsIn(words).every((word) => known.has(word)) ? '' : words
}

const noRangeOf = ({ interval }: Estimate): ShownPeople['noRange'] =>
  interval.kind === 'shown' ? undefined : interval.kind === 'hidden' ? 'not-shown' : 'not-reported'

function shownPeople(
  people: HundredPeople,
  estimate: Estimate,
  label: string,
  evidence: Evidence,
  plain: PlainWords,
): ShownPeople {
  const { finding } = estimate
  const denominator = evidence.denominatorById.get(finding.denominator)
  return {
    kind: 'people',
    count: people.count,
    fewerThanOne: people.fewerThanOne,
    nearlyAll: people.nearlyAll,
    range: people.range,
    noRange: noRangeOf(estimate),
    alone: !estimate.controlled,
    time: timeOf(finding, evidence),
    definition: definitionOf(finding, label, evidence, plain),
    outOf: denominator ? plain('denominators', denominator, 'plainLabel') : '',
    who: whoOf(estimate, evidence, plain),
    remarks: remarksOf(finding, evidence, plain),
    askUs: finding.caveat !== undefined && codedRemarks(finding, evidence) === undefined,
    fewPeople: fewPeopleOf(finding, evidence),
    against: againstOf(estimate, evidence, plain),
  }
}

/**
 * A cell of the comparison for a patient: of 100 people, with the range and all that must be said beside it, or why
 * there is no such number. The same number leads as in Compare, and people are refused where the domain refuses
 * them (`hundredPeople`).
 */
export function shownCell(cell: OutcomeCell, evidence: Evidence, plain: PlainWords): ShownCell {
  if (!cell.lead) return missingOf(cell, evidence, plain)
  const people = hundredPeople(cell.lead.estimate, evidence)
  if (people.kind !== 'people') return { kind: 'missing', why: 'not-as-people' }
  const label = plain('outcomes', cell.outcome, 'plainLabel')
  return shownPeople(people, cell.lead.estimate, label, evidence, plain)
}
