import type {
  CodeableConcept,
  Evidence as FhirEvidence,
  EvidenceCertainty,
  EvidenceStatistic,
  EvidenceStatisticAttributeEstimate,
  EvidenceVariableDefinition,
  Quantity,
  RelatedArtifact,
} from 'fhir/r5'
import { estimateOf, type Estimate } from '@/domain/estimate'
import { describeEstimate, type EstimateText } from '@/domain/estimateText'
import type { Evidence } from '@/domain/evidence'
import { addressesOf, citationText } from '@/domain/finding/citation'
import type { Finding } from '@/domain/tables/findings'
import type { Measure } from '@/domain/vocabulary'
import type { DataPackageInfo } from './dataPackage'

/** Code systems of HL7 that the bindings of R5 Evidence name; what has no code in them stays text. */
const SYSTEMS = {
  role: 'http://terminology.hl7.org/CodeSystem/variable-role',
  statistic: 'http://terminology.hl7.org/CodeSystem/statistic-type',
  attribute: 'http://terminology.hl7.org/CodeSystem/attribute-estimate-type',
  certaintyType: 'http://hl7.org/fhir/certainty-type',
  rating: 'http://hl7.org/fhir/certainty-rating',
} as const

/** Code and display of a measure; actuarial shares and numbers needed have none. */
const STATISTICS: Partial<Record<Measure, readonly [code: string, display: string]>> = {
  proportion: ['C44256', 'Proportion'],
  mean: ['C53319', 'Mean'],
  median: ['C28007', 'Median'],
  'risk-ratio': ['C93152', 'Relative Risk'],
  'odds-ratio': ['C16932', 'Odds Ratio'],
  'hazard-ratio': ['C93150', 'Hazard Ratio'],
  'risk-difference': ['0000424', 'Risk Difference'],
  'mean-difference': ['0000457', 'Mean Difference'],
  smd: ['0000100', 'Standardized Mean Difference'],
}
const COUNT = ['C25463', 'Count'] as const
const RATINGS = {
  high: 'High quality',
  moderate: 'Moderate quality',
  low: 'Low quality',
  'very-low': 'Very low quality',
} as const

const FHIR_ID = /^[A-Za-z0-9\-.]{1,64}$/

function coded(system: string, [code, display]: readonly [string, string], text?: string): CodeableConcept {
  return { coding: [{ system, code, display }], ...(text === undefined ? {} : { text }) }
}

function quantity(value: number, unit: string | undefined): Quantity {
  return { value, ...(unit ? { unit } : {}) }
}

/** Who was counted: people only where the data say that each is counted once. */
function counts(events: number, total: number, finding: Finding, evidence: Evidence) {
  if (evidence.denominatorRoleById.get(finding.denominator)?.countsPeople === 'yes')
    return { numberAffected: events, sampleSize: { numberOfParticipants: total } }
  const label = evidence.denominatorById.get(finding.denominator)?.label ?? finding.denominator
  return { numberOfEvents: events, sampleSize: { description: `${total}; counted out of: ${label}` } }
}

function countOf(name: string, events: number, total: number, finding: Finding, evidence: Evidence) {
  return {
    description: `${name}: ${events} of ${total}`,
    statisticType: coded(SYSTEMS.statistic, COUNT),
    quantity: { value: events },
    ...counts(events, total, finding, evidence),
  } satisfies EvidenceStatistic
}

function attributes(estimate: Estimate, text: EstimateText): readonly EvidenceStatisticAttributeEstimate[] {
  const { interval, finding } = estimate
  const unit = unitOf(estimate)
  const shown: EvidenceStatisticAttributeEstimate[] =
    interval.kind === 'shown'
      ? [
          {
            description: text.intervalNote ?? 'As reported',
            type: coded(SYSTEMS.attribute, ['C53324', 'Confidence interval']),
            level: interval.level / 100,
            range: { low: quantity(interval.lower, unit), high: quantity(interval.upper, unit) },
          },
        ]
      : []
  if (finding.pValue === undefined) return shown
  const pValue = { type: coded(SYSTEMS.attribute, ['C44185', 'P-value']), description: finding.pValue }
  return [...shown, pValue]
}

function unitOf({ family, finding }: Estimate): string | undefined {
  return family === 'share' ? '%' : family === 'ratio' ? undefined : finding.unit
}

function mainStatistic(
  estimate: Estimate,
  text: EstimateText,
  evidence: Evidence,
): EvidenceStatistic | undefined {
  const { finding, value, family } = estimate
  if (value === undefined) return undefined
  const label = evidence.measures.find((row) => row.id === finding.measure)?.label ?? finding.measure
  const code = STATISTICS[finding.measure]
  const attributeEstimate = attributes(estimate, text)
  return {
    description: `${text.whole}${estimate.valueOrigin === 'counts' ? ', worked out from the counts' : ''}`,
    statisticType: code ? coded(SYSTEMS.statistic, code, label) : { text: label },
    quantity: quantity(value, unitOf(estimate)),
    ...(family === 'share' && finding.armEvents !== undefined && finding.armN !== undefined
      ? counts(finding.armEvents, finding.armN, finding, evidence)
      : {}),
    ...(attributeEstimate.length > 0 ? { attributeEstimate: [...attributeEstimate] } : {}),
  }
}

function statistics(
  estimate: Estimate,
  text: EstimateText,
  names: { readonly treatment: string; readonly comparator: string | undefined },
  evidence: Evidence,
): EvidenceStatistic[] {
  const { finding, family } = estimate
  const main = mainStatistic(estimate, text, evidence)
  const { armEvents, armN, comparatorEvents, comparatorN } = finding
  const ofArm =
    family === 'share' || armEvents === undefined || armN === undefined
      ? []
      : [countOf(names.treatment, armEvents, armN, finding, evidence)]
  const ofOther =
    comparatorEvents === undefined || comparatorN === undefined
      ? []
      : [countOf(names.comparator ?? 'Comparison', comparatorEvents, comparatorN, finding, evidence)]
  return [...(main ? [main] : []), ...ofArm, ...ofOther]
}

function variables(finding: Finding, text: EstimateText, evidence: Evidence): EvidenceVariableDefinition[] {
  const nameOf = (id: string) => evidence.treatmentById.get(id)?.name ?? id
  const variable = (role: string, display: string, ...words: readonly (string | undefined)[]) => ({
    description: words.filter(Boolean).join('; '),
    variableRole: coded(SYSTEMS.role, [role, display]),
  })
  const outcome = evidence.outcomeById.get(finding.outcome)?.label ?? finding.outcome
  const definition = `definition: ${text.definition}`
  const time = `time: ${text.time}`
  const comparator = finding.comparator
  return [
    {
      ...variable('population', 'population', text.population, finding.populationAsReported),
      directnessMatch: { text: finding.directness },
    },
    variable('exposure', 'exposure', nameOf(finding.treatment)),
    ...(comparator === undefined
      ? []
      : [variable('referenceExposure', 'reference exposure', nameOf(comparator))]),
    variable(
      'measuredVariable',
      'measured variable',
      outcome,
      `as reported: ${finding.outcomeAsReported}`,
      definition,
      `out of: ${text.denominator}`,
      time,
    ),
  ]
}

/** The paper that made the number, and the one in which it was read where that is another. */
function artifacts(finding: Finding, evidence: Evidence): RelatedArtifact[] {
  const ids = new Set([finding.source, finding.reportedIn ?? finding.source])
  return [...ids].flatMap((id): RelatedArtifact[] => {
    const source = evidence.sourceById.get(id)
    if (!source) return []
    const [address] = addressesOf(source)
    return [
      {
        type: 'derived-from',
        label: id,
        citation: citationText(source),
        ...(address ? { document: { url: address.href } } : {}),
      },
    ]
  })
}

function certaintyOf({ certainty, certaintyBy }: Finding, evidence: Evidence): EvidenceCertainty[] {
  if (certainty === undefined) return []
  const source = certaintyBy === undefined ? undefined : evidence.sourceById.get(certaintyBy)
  const rater = source ? citationText(source) : certaintyBy
  return [
    {
      description: 'GRADE certainty of evidence',
      type: coded(SYSTEMS.certaintyType, ['Overall', 'Overall certainty']),
      rating: coded(SYSTEMS.rating, [certainty, RATINGS[certainty]]),
      ...(rater === undefined ? {} : { rater }),
    },
  ]
}

function notesOf(finding: Finding, text: EstimateText): { readonly text: string }[] {
  return [
    finding.caveat,
    text.indirect,
    finding.certainty === undefined ? text.certainty : undefined,
    `Where in the source: ${finding.locator}`,
  ].flatMap((words) => (words === undefined ? [] : [{ text: words }]))
}

/**
 * A finding as an Evidence resource of FHIR R5: who was studied, what was given and compared, what was measured, the
 * number with its counts and interval, the certainty and the source. Nothing is added: what has no code in the code
 * systems of HL7 is text, and an interval that was worked out here says so. The status is `draft`: the data do not say
 * who has approved them.
 *
 * @returns undefined for a finding without counts: a percent alone is not enough to pool or to check
 * @see https://hl7.org/fhir/R5/evidence.html
 */
export function fhirEvidence(
  finding: Finding,
  evidence: Evidence,
  info: DataPackageInfo | undefined,
): FhirEvidence | undefined {
  if (finding.armEvents === undefined || finding.armN === undefined) return undefined
  const estimate = estimateOf(finding, evidence)
  const text = describeEstimate(estimate, evidence)
  const treatment = evidence.treatmentById.get(finding.treatment)?.name ?? finding.treatment
  const outcome = evidence.outcomeById.get(finding.outcome)?.label ?? finding.outcome
  const certainty = certaintyOf(finding, evidence)
  const licence = info?.licenses[0]
  const copyright = licence?.title ?? licence?.name
  return {
    resourceType: 'Evidence',
    ...(FHIR_ID.test(finding.id) ? { id: finding.id } : {}),
    identifier: [{ value: finding.id }],
    ...(info ? { version: info.version, date: info.created.slice(0, 10) } : {}),
    title: `${treatment}: ${outcome}`,
    status: 'draft',
    ...(copyright === undefined ? {} : { copyright }),
    relatedArtifact: artifacts(finding, evidence),
    note: notesOf(finding, text),
    variableDefinition: variables(finding, text, evidence),
    studyDesign: [{ text: text.design }],
    statistic: statistics(estimate, text, { treatment, comparator: text.comparator }, evidence),
    ...(certainty.length > 0 ? { certainty } : {}),
  }
}
