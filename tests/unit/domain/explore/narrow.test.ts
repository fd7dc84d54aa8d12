import { describe, expect, test } from 'vitest'
import { facetIndex } from '@/domain/explore/facetIndex'
import { narrow } from '@/domain/explore/narrow'
import { FACETS, readView, type Filters } from '@/domain/view'
import { evidenceWith, realEvidence } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'

const filtersOf = (query: Record<string, string>): Filters => readView(query).filters
const narrowed = (query: Record<string, string>, found?: ReadonlySet<string>) =>
  narrow(facetIndex(realEvidence()), filtersOf(query), found)

describe('narrowing the list', () => {
  test('without filters every treatment that can be picked is shown, and nothing is hidden', () => {
    const { shown, hidden } = narrowed({})
    expect(shown.size).toBe(80)
    expect(hidden).toEqual([])
  })

  test('words of one facet widen, facets narrow', () => {
    const first = narrowed({ line: 'first' }).shown
    const firstAndSecond = narrowed({ line: 'first,second' }).shown
    expect([...first].sort()).toEqual(['carbamazepine', 'oxcarbazepine'])
    expect(firstAndSecond.size).toBe(6)
    expect(narrowed({ line: 'first,second', group: 'muscle-relaxant' }).shown).toEqual(new Set(['baclofen']))
  })

  test('design and certainty must be met by one and the same finding', () => {
    const evidence = evidenceWith(() => ({
      findings: [
        makeFinding({ treatment: 'mvd', armDesign: 'randomised', certainty: 'low' }),
        makeFinding({ treatment: 'mvd', armDesign: 'single-arm', certainty: 'high' }),
        makeFinding({ treatment: 'srs', armDesign: 'randomised', certainty: 'high' }),
      ],
    }))
    const { shown } = narrow(
      facetIndex(evidence),
      filtersOf({ design: 'randomised', certainty: 'high' }),
      undefined,
    )
    expect([...shown]).toEqual(['srs'])
  })

  test('a finding that nobody graded is met by "not graded"', () => {
    const evidence = evidenceWith(() => ({
      findings: [makeFinding({ treatment: 'mvd', certainty: undefined }), makeFinding({ treatment: 'srs' })],
    }))
    const { shown } = narrow(facetIndex(evidence), filtersOf({ certainty: 'not-graded' }), undefined)
    expect([...shown]).toEqual(['mvd'])
  })

  test('guideline and stance must be met by one recommendation', () => {
    const cautious = narrowed({ guideline: 'nice-cg173', stance: 'recommended-first' }).shown
    expect([...cautious]).toEqual(['carbamazepine'])
    expect(narrowed({ stance: 'recommended-first' }).shown).toContain('oxcarbazepine')
  })

  test('only documents that count as votes stand behind a stance', () => {
    const evidence = realEvidence()
    const others = evidence.recommendations.filter((row) => row.countsAs !== 'tn-current')
    expect(others.length).toBeGreaterThan(0)
    const sources = new Set(
      facetIndex(evidence).flatMap((entry) => entry.guidelineRows.map((row) => row.values.guideline)),
    )
    const votes = evidence.recommendations.filter((row) => row.countsAs === 'tn-current')
    expect([...sources].every((source) => votes.some((row) => row.source === source))).toBe(true)
  })

  test('a guideline that is silent on a treatment is met only by asking for silence', () => {
    expect(narrowed({ guideline: 'bendtsen-2019-ean' }).shown).not.toContain('ketamine-iv')
    expect(narrowed({ guideline: 'bendtsen-2019-ean', stance: 'not-mentioned' }).shown).toContain(
      'ketamine-iv',
    )
  })

  test('the count of a word is what the list would hold if that word stood alone in its facet', () => {
    const query = { family: 'procedure', stance: 'recommended,may-be-used', design: 'single-arm' }
    const { counts } = narrowed(query)
    for (const facet of FACETS)
      for (const [word, count] of counts[facet])
        expect(`${facet}=${word} ${count}`).toBe(
          `${facet}=${word} ${narrowed({ ...query, [facet]: word }).shown.size}`,
        )
  })

  test('the counts heed the search', () => {
    const { counts, shown } = narrowed({}, new Set(['mvd', 'carbamazepine']))
    expect(shown.size).toBe(2)
    expect(counts.family.get('procedure')).toBe(1)
    expect(counts.family.get('device')).toBeUndefined()
  })

  test('what is hidden names the facets to clear, and clearing them brings it back', () => {
    const query = { family: 'procedure', guideline: 'nice-cg173', stance: 'recommended-first' }
    for (const { treatment, facets, bySearch } of narrowed(query).hidden) {
      const cleared = Object.fromEntries(
        Object.entries(query).filter(([key]) => !(facets as readonly string[]).includes(key)),
      )
      expect(bySearch).toBe(false)
      expect(narrowed(cleared).shown).toContain(treatment)
    }
  })

  test('hidden by the search and by a facet at once gives both reasons', () => {
    const { hidden } = narrowed({ line: 'first' }, new Set(['carbamazepine']))
    expect(hidden.find((row) => row.treatment === 'mvd')).toEqual({
      treatment: 'mvd',
      facets: ['line'],
      bySearch: true,
    })
    expect(hidden.find((row) => row.treatment === 'oxcarbazepine')).toEqual({
      treatment: 'oxcarbazepine',
      facets: [],
      bySearch: true,
    })
  })
})
