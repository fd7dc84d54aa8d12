import type { Bundle } from 'fhir/r5'
import type { Evidence } from '@/domain/evidence'
import { isUsable } from '@/domain/usable'
import type { DataPackageInfo } from './dataPackage'
import { fhirEvidence } from './fhirEvidence'

/**
 * Findings with counts as a Bundle of Evidence resources of FHIR R5. A finding that may not stand beside others in
 * the app is left out: its caution would not travel with it.
 *
 * @param now the moment the bundle is made, as RFC 3339
 * @see https://hl7.org/fhir/R5/bundle.html
 */
export function fhirBundle(evidence: Evidence, info: DataPackageInfo | undefined, now: string): Bundle {
  const resources = evidence.findings
    .filter(isUsable)
    .flatMap((finding) => fhirEvidence(finding, evidence, info) ?? [])
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: now,
    entry: resources.map((resource) => ({ resource })),
  }
}
