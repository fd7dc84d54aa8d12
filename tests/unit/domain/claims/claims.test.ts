import {
  certaintySummary,
  claimTexts,
  claimVerdicts,
  findClaims,
  numbersBehind,
  type CheckedClaim,
} from '@/domain/claims/claims'
import { describe, expect, it } from 'vitest'
import { evidenceWith, realEvidence } from '../../../support/evidence'

const evidence = realEvidence()
const texts = claimTexts(evidence)
const claims = texts.flatMap((text) => text.claims)
const claimOf = (id: string): CheckedClaim => {
  const found = claims.find(({ claim }) => claim.id === id)
  if (!found) throw new RangeError(`no claim ${id}`)
  return found
}
const found = (view: { verdicts?: readonly string[]; words?: string }) =>
  findClaims(texts, { verdicts: [], words: '', ...view }).flatMap((text) =>
    text.claims.map(({ claim }) => claim.id),
  )

describe('claims checked', () => {
  it('are all there, under the text that makes them', () => {
    expect(claims).toHaveLength(evidence.claims.length)
    expect(texts.map(({ name }) => name)).toEqual([...new Set(evidence.claims.map((row) => row.claimSource))])
  })

  it('take any further text from the data', () => {
    const [first] = evidence.claims
    if (!first) throw new Error('no claims')
    const more = evidenceWith(({ claims: rows }) => ({
      claims: [...rows, { ...first, id: 'x1', claimSource: 'leaflet of a clinic', sources: [] }],
    }))
    expect(claimTexts(more).at(-1)).toMatchObject({ name: 'leaflet of a clinic' })
    expect(claimTexts(more).at(-1)?.claims).toHaveLength(1)
  })

  it('carry the verdict in the words of the data, for clinicians and in plain words', () => {
    expect(claimOf('c11').verdict).toMatchObject({
      label: 'Contradicted',
      plainLabel: 'Studies say otherwise',
    })
    expect(claimVerdicts(evidence).map(({ order }) => order)).toEqual([1, 2, 3, 4, 5])
  })

  it('name a source for every claim', () => {
    for (const { claim, sources } of claims) expect(sources, claim.id).toHaveLength(claim.sources.length)
  })

  it('can be narrowed by verdict and by words, both together', () => {
    expect(found({ verdicts: ['contradicted'] })).toEqual(['c11'])
    expect(found({ words: 'long-term relief' })).toContain('c14')
    expect(found({ words: 'Mogahed 2017' })).toContain('c13')
    expect(found({ verdicts: ['contradicted'], words: 'opioids' })).toEqual([])
    expect(found({})).toHaveLength(claims.length)
  })
})

describe('the numbers behind a claim', () => {
  it('are those that its sources report, by treatment', () => {
    const numbers = numbersBehind(claimOf('c14'), evidence)
    const rows = numbers.flatMap(({ findings }) => findings)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => claimOf('c14').claim.sources.includes(row.source))).toBe(true)
    expect(new Set(numbers.map(({ treatment }) => treatment)).size).toBe(numbers.length)
  })

  it('are none where the sources report none', () => {
    expect(numbersBehind(claimOf('c01'), evidence)).toEqual([])
    expect(certaintySummary([])).toBeUndefined()
  })

  it('say how sure they are, and how many nobody graded', () => {
    const [one] = evidence.findings
    if (!one) throw new Error('no findings')
    const graded = [
      { ...one, certainty: 'low' as const },
      { ...one, certainty: 'very-low' as const },
      { ...one, certainty: 'very-low' as const },
      { ...one, certainty: undefined },
    ]
    expect(certaintySummary(graded)).toBe('1 low, 2 very low, 1 not graded')
  })
})
