import { describe, expect, test } from 'vitest'
import { facetOptionLabel, facetOptions } from '@/domain/explore/facetOptions'
import { FACETS } from '@/domain/view'
import { settleView } from '@/domain/settleView'
import { readView } from '@/domain/view'
import { evidenceWith, realEvidence } from '../../../support/evidence'

const evidence = realEvidence()

describe('the words of the filters', () => {
  test.each(FACETS)('%s offers at least two words, each with a label of its own', (facet) => {
    const options = facetOptions(evidence, facet)
    expect(options.length).toBeGreaterThanOrEqual(2)
    expect(new Set(options.map((option) => option.label)).size).toBe(options.length)
    expect(options.every((option) => option.label !== '')).toBe(true)
  })

  test.each(FACETS)('every word that %s offers is known to an address', (facet) => {
    const ids = facetOptions(evidence, facet).map((option) => option.id)
    const { view, ignored } = settleView(readView({ [facet]: ids.join(',') }), evidence)
    expect(ignored).toEqual([])
    expect(view.filters[facet]).toEqual(ids)
  })

  test('words stand in the order of the data', () => {
    expect(facetOptions(evidence, 'line')[0]).toEqual({ id: 'first', label: 'First line' })
    expect(facetOptions(evidence, 'certainty').map((option) => option.label)).toEqual([
      'Moderate',
      'Low',
      'Very low',
    ])
  })

  test('a word that no treatment of the list has is not offered', () => {
    const without = evidenceWith(({ treatments }) => ({
      treatments: treatments.filter((treatment) => treatment.line !== 'first'),
    }))
    expect(facetOptions(without, 'line').map((option) => option.id)).not.toContain('first')
  })

  test('a word that an address has chosen is offered even if no treatment has it', () => {
    expect(facetOptions(evidence, 'certainty', ['high', 'low']).at(-1)).toEqual({ id: 'high', label: 'High' })
  })

  test('a word without a label goes by its id', () => {
    expect(facetOptionLabel(evidence, 'line', 'unheard-of')).toBe('unheard-of')
  })
})
