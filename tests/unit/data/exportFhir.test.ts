import type { Bundle, Evidence } from 'fhir/r5'
import { describe, expect, it } from 'vitest'
import { fhirBundle } from '@/data/exportFhir'
import { fhirEvidence } from '@/data/fhirEvidence'
import { isUsable } from '@/domain/usable'
import { findingOf, realEvidence } from '../../support/evidence'

const INFO = {
  name: 'x',
  title: 'x',
  version: '1.0.0',
  created: '2026-11-23T00:00:00Z',
  licenses: [{ title: 'Creative Commons Attribution 4.0 International' }],
}
const NOW = '2026-11-24T08:00:00Z'
// Typed by the R5 definitions: a field that R5 does not know fails the type check of these lines.
const bundle: Bundle = fhirBundle(realEvidence(), INFO, NOW)
const resources = (bundle.entry ?? []).map(({ resource }) => resource as Evidence)

function resourceOf(id: string): Evidence {
  const found = fhirEvidence(findingOf(id), realEvidence(), INFO)
  if (!found) throw new RangeError(id)
  return found
}

/** Elements of R5 Evidence and its parts; anything else is no Evidence. @see https://hl7.org/fhir/R5/evidence.html */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  Evidence:
    'resourceType id identifier version date title status copyright relatedArtifact note variableDefinition studyDesign statistic certainty'.split(
      ' ',
    ),
  variableDefinition: 'description note variableRole observed intended directnessMatch'.split(' '),
  statistic:
    'description note statisticType category quantity numberOfEvents numberAffected sampleSize attributeEstimate modelCharacteristic'.split(
      ' ',
    ),
  sampleSize: 'description note numberOfStudies numberOfParticipants knownDataCount'.split(' '),
  attributeEstimate: 'description note type quantity level range attributeEstimate'.split(' '),
  certainty: 'description note type rating rater subcomponent'.split(' '),
  relatedArtifact:
    'type classifier label display citation document resource resourceReference publicationStatus publicationDate'.split(
      ' ',
    ),
}
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Evidence: ['resourceType', 'status', 'variableDefinition'],
  variableDefinition: ['variableRole'],
  relatedArtifact: ['type'],
}

/** Codes that were looked up in the published code systems of HL7. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  'http://terminology.hl7.org/CodeSystem/variable-role': [
    'population',
    'exposure',
    'referenceExposure',
    'measuredVariable',
  ],
  'http://terminology.hl7.org/CodeSystem/statistic-type': ['C44256', 'C25463', 'C93152', 'C16932'],
  'http://terminology.hl7.org/CodeSystem/attribute-estimate-type': ['C53324', 'C44185'],
  'http://hl7.org/fhir/certainty-type': ['Overall'],
  'http://hl7.org/fhir/certainty-rating': ['high', 'moderate', 'low', 'very-low'],
}

function check(element: string, value: object) {
  expect(ELEMENTS[element]).toEqual(expect.arrayContaining(Object.keys(value)))
  expect(Object.keys(value)).toEqual(expect.arrayContaining([...(REQUIRED[element] ?? [])]))
}

/** FHIR allows no empty object, list or text, and no null. */
function emptyParts(value: unknown, path = ''): readonly string[] {
  if (value === null || value === undefined || value === '') return [path]
  if (typeof value !== 'object') return []
  const parts = Object.entries(value)
  if (parts.length === 0) return [path]
  return parts.flatMap(([key, part]) => emptyParts(part, `${path}.${key}`))
}

describe('the FHIR R5 bundle', () => {
  it('is a collection of every usable finding with counts, each once, and of no other', () => {
    const wanted = realEvidence().findings.filter(
      (row) => isUsable(row) && row.armEvents !== undefined && row.armN !== undefined,
    )
    expect(wanted.length).toBeGreaterThan(100)
    expect(resources.map(({ identifier }) => identifier?.[0]?.value)).toEqual(wanted.map(({ id }) => id))
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection', timestamp: NOW })
  })

  it('holds elements that R5 defines and requires, none of them empty', () => {
    for (const resource of resources) {
      check('Evidence', resource)
      expect(['draft', 'active', 'retired', 'unknown']).toContain(resource.status)
      expect(resource.id ?? 'a').toMatch(/^[A-Za-z0-9\-.]{1,64}$/)
      expect(resource.variableDefinition.length).toBeGreaterThanOrEqual(3)
      resource.variableDefinition.forEach((part) => check('variableDefinition', part))
      expect(resource.statistic?.length).toBeGreaterThan(0)
      for (const statistic of resource.statistic ?? []) {
        check('statistic', statistic)
        expect(statistic.statisticType).toBeDefined()
        expect(typeof statistic.quantity?.value).toBe('number')
        if (statistic.sampleSize) check('sampleSize', statistic.sampleSize)
        statistic.attributeEstimate?.forEach((part) => check('attributeEstimate', part))
      }
      resource.certainty?.forEach((part) => {
        check('certainty', part)
        expect(part.rating).toBeDefined()
      })
      expect(resource.relatedArtifact?.length).toBeGreaterThan(0)
      resource.relatedArtifact?.forEach((part) => check('relatedArtifact', part))
    }
    expect(emptyParts(bundle)).toEqual([])
    expect(JSON.parse(JSON.stringify(bundle))).toEqual(bundle)
  })

  it('uses no code but those looked up in the code systems of HL7', () => {
    const codings = [...JSON.stringify(bundle).matchAll(/"coding":\[\{"system":"([^"]+)","code":"([^"]+)"/g)]
    expect(codings.length).toBeGreaterThan(500)
    for (const [, system = '', code] of codings) expect(CODES[system]).toContain(code)
  })

  it('gives the counts of each as the data have them, with whole numbers and no more events than patients', () => {
    for (const resource of resources) {
      const finding = findingOf(resource.identifier?.[0]?.value ?? '')
      const counted = resource.statistic?.find((part) => part.numberAffected ?? part.numberOfEvents)
      const events = counted?.numberAffected ?? counted?.numberOfEvents ?? 0
      expect(events).toBe(finding.armEvents)
      const total = counted?.sampleSize?.numberOfParticipants
      if (total !== undefined) expect(events).toBeLessThanOrEqual(total)
    }
  })
})

describe('one finding as Evidence', () => {
  it('says who, what, against what, the share with its counts and interval, how sure, and where from', () => {
    const resource = resourceOf('wu-2012-botulinum-f1')
    expect(resource).toMatchObject({
      resourceType: 'Evidence',
      id: 'wu-2012-botulinum-f1',
      version: '1.0.0',
      date: '2026-11-23',
      title: 'Botulinum toxin type A: At least 50 percent less pain',
      status: 'draft',
      studyDesign: [{ text: 'Randomised trial' }],
    })
    expect(resource.variableDefinition.map((part) => part.variableRole.coding?.[0]?.code)).toEqual([
      'population',
      'exposure',
      'referenceExposure',
      'measuredVariable',
    ])
    const [share, placebo] = resource.statistic ?? []
    expect(share).toMatchObject({
      statisticType: { coding: [{ code: 'C44256', display: 'Proportion' }] },
      quantity: { value: 68.18, unit: '%' },
      numberAffected: 15,
      sampleSize: { numberOfParticipants: 22 },
    })
    const interval = share?.attributeEstimate?.[0]
    expect(interval).toMatchObject({ level: 0.95, description: expect.stringContaining('Wilson') as string })
    expect(interval?.range?.low?.value).toBeCloseTo(47.3, 1)
    expect(placebo).toMatchObject({
      statisticType: { coding: [{ code: 'C25463' }] },
      quantity: { value: 3 },
      numberAffected: 3,
      sampleSize: { numberOfParticipants: 20 },
    })
    expect(resource.certainty?.[0]).toMatchObject({
      type: { coding: [{ code: 'Overall' }] },
      rating: { coding: [{ code: 'low', display: 'Low quality' }] },
      rater: 'curator',
    })
    expect(resource.relatedArtifact?.[0]).toMatchObject({ type: 'derived-from', label: 'wu-2012-botulinum' })
    expect(resource.relatedArtifact?.[0]?.document?.url).toMatch(/^https:\/\/doi\.org\//)
  })

  it('keeps a ratio apart from the counts of its arms', () => {
    const ratio = realEvidence().findings.find(
      (row) => row.measure === 'risk-ratio' && row.armEvents !== undefined && row.armN !== undefined,
    )
    const { statistic = [] } = resourceOf(ratio?.id ?? '')
    expect(statistic[0]).toMatchObject({ quantity: { value: ratio?.value } })
    expect(statistic[0]?.numberAffected).toBeUndefined()
    expect(statistic[1]).toMatchObject({ quantity: { value: ratio?.armEvents } })
  })

  it('says in a note that a certainty was not graded, and invents none', () => {
    const graded = findingOf('wu-2012-botulinum-f1')
    const resource = fhirEvidence(
      { ...graded, certainty: undefined, certaintyBy: undefined },
      realEvidence(),
      INFO,
    )
    expect(resource?.certainty).toBeUndefined()
    expect(resource?.note).toContainEqual({ text: 'Certainty not graded' })
  })

  it('is not made of a finding without counts', () => {
    const bare = realEvidence().findings.find((row) => row.armEvents === undefined)
    expect(bare && fhirEvidence(bare, realEvidence(), INFO)).toBeUndefined()
  })
})
