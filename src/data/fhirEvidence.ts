import type {
  Evidence as FhirEvidence,
  EvidenceCertainty,
  EvidenceVariableDefinition,
  RelatedArtifact,
} from 'fhir/r5'
import { estimateOf } from '@/domain/estimate'
import { describeEstimate, type EstimateText } from '@/domain/estimateText'
import type { Evidence } from '@/domain/evidence'
import { addressesOf, citationText } from '@/domain/finding/citation'
import type { Finding } from '@/domain/tables/findings'
import type { DataPackageInfo } from './dataPackage'
import { coded, statistics, SYSTEMS } from './fhirStatistics'

const RATINGS = {
  high: 'High quality',
  moderate: 'Moderate quality',
  low: 'Low quality',
  'very-low': 'Very low quality',
} as const

const FHIR_ID = /^[A-Za-z0-9\-.]{1,64}$/

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
