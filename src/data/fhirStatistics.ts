import type {
  CodeableConcept,
  EvidenceStatistic,
  EvidenceStatisticAttributeEstimate,
  Quantity,
} from 'fhir/r5'
import type { Estimate } from '@/domain/estimate'
import type { EstimateText } from '@/domain/estimateText'
import type { Evidence } from '@/domain/evidence'
import type { Finding } from '@/domain/tables/findings'
import type { Measure } from '@/domain/vocabulary'

/** Code systems of HL7 that the bindings of R5 Evidence name; what has no code in them stays text. */
export const SYSTEMS = {
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

/** A concept of a code system, with the words of the data where they say more. */
export function coded(
  system: string,
  [code, display]: readonly [string, string],
  text?: string,
): CodeableConcept {
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

/** The number of a finding with its interval, and the counts of both arms. */
export function statistics(
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
