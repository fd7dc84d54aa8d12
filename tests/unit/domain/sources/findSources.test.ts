import { findSources, orderSources } from '@/domain/sources/findSources'
import { sourceIndex } from '@/domain/sources/sourceIndex'
import { DEFAULT_SOURCES_VIEW, type SourceFilters, type SourcesView } from '@/domain/sources/sourcesView'
import { SOURCE_FACETS } from '@/domain/sources/sourcesKeys'
import { describe, expect, it } from 'vitest'
import { evidenceWith, realEvidence } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'
import { makeSource } from '../../../support/makeSource'

const real = sourceIndex(realEvidence())

function ask(
  change: Partial<Omit<SourcesView, 'filters'>> & { filters?: Partial<SourceFilters> },
): SourcesView {
  return {
    ...DEFAULT_SOURCES_VIEW,
    ...change,
    filters: { ...DEFAULT_SOURCES_VIEW.filters, ...change.filters },
  }
}
const idsFound = (view: SourcesView, index = real) =>
  findSources(index, view).found.map(({ source }) => source.id)

const made = [
  makeSource({ id: 'old', year: 1990, authors: 'Genève É', type: 'rct', riskOfBias: 'high' }),
  makeSource({ id: 'new', year: 2020, authors: 'Adams B', journal: 'Pain', doi: '10.1000/xyz.1' }),
  makeSource({ id: 'undated', title: '[A talk]', bibliography: 'incomplete' }),
]
const madeEvidence = evidenceWith(() => ({
  sources: made,
  findings: [
    makeFinding({ source: 'old', armDesign: 'randomised', treatment: 'mvd' }),
    makeFinding({ source: 'old', reportedIn: 'new', armDesign: 'survey', treatment: 'srs' }),
  ],
  recommendations: [],
  cautions: [],
  durabilityCurves: [],
}))
const index = sourceIndex(madeEvidence)

describe('the search for sources', () => {
  it('finds all of them without a word', () => {
    expect(idsFound(DEFAULT_SOURCES_VIEW)).toHaveLength(realEvidence().sources.length)
  })

  it.each([
    ['an author without accents', 'geneve', ['old']],
    ['a year', '2020', ['new']],
    ['a journal', 'PAIN', ['new']],
    ['an id', 'undated', ['undated']],
    ['a DOI as it is pasted', '10.1000/xyz.1', ['new']],
    ['words of several fields together', 'adams pain 2020', ['new']],
    ['nothing, when one word is nowhere', 'adams 1990', []],
  ])('finds %s', (_, search, ids) => {
    expect(idsFound(ask({ search }), index)).toEqual(ids)
  })

  it('covers every source, far beyond those that are drawn at first', () => {
    const last = realEvidence().sources.at(-1)
    expect(idsFound(ask({ search: last?.id ?? '' }))).toContain(last?.id)
  })
})

describe('the filters of sources', () => {
  it('count a number for the source that produced it and for the one it was read in', () => {
    expect(index.map((entry) => entry.findings.length)).toEqual([2, 1, 0])
    expect(idsFound(ask({ filters: { design: ['survey'] } }), index)).toEqual(['old', 'new'])
    expect(idsFound(ask({ filters: { design: ['no-numbers'] } }), index)).toEqual(['undated'])
    expect(idsFound(ask({ filters: { treatment: ['srs'] } }), index)).toEqual(['old', 'new'])
  })

  it('take any word of one facet and all facets together', () => {
    expect(idsFound(ask({ filters: { type: ['rct', 'cohort'], bias: ['high'] } }), index)).toEqual(['old'])
    expect(idsFound(ask({ filters: { type: ['cohort'], bias: ['high'] } }), index)).toEqual([])
    expect(idsFound(ask({ filters: { bias: ['not-judged'], record: ['incomplete'] } }), index)).toEqual([
      'undated',
    ])
  })

  it('leave out what has no year when years are asked for, and say how many', () => {
    const { found, withoutYear } = findSources(index, ask({ from: 1990, to: 2000 }))
    expect(found.map(({ source }) => source.id)).toEqual(['old'])
    expect(withoutYear).toBe(1)
    expect(findSources(index, DEFAULT_SOURCES_VIEW).withoutYear).toBe(0)
  })

  it('count for every word what it would leave standing alone in its facet: checked against doing it', () => {
    const now = ask({
      search: 'trigeminal',
      filters: { type: ['rct', 'cohort'], bias: ['high'] },
      from: 2005,
    })
    const { counts } = findSources(real, now)
    for (const facet of SOURCE_FACETS)
      for (const [id, count] of counts[facet]) {
        const alone = { ...now, filters: { ...now.filters, [facet]: [id] } }
        expect(findSources(real, alone).found.length, `${facet} ${id}`).toBe(count)
      }
  })
})

describe('the order of sources', () => {
  const order = (sort: SourcesView['sort']) => {
    const { ordered, below } = orderSources(index, sort)
    return [ordered.map(({ source }) => source.id), below.map(({ source }) => source.id)]
  }

  it('puts the newest first and what has no year below', () => {
    expect(order('year')).toEqual([['new', 'old'], ['undated']])
  })

  it('goes by authors, and puts what names none below', () => {
    expect(order('authors')).toEqual([['new', 'old'], ['undated']])
  })

  it('goes by title without its brackets', () => {
    expect(order('title')).toEqual([['old', 'new', 'undated'], []])
  })

  it('puts the most numbers first, and no source in two places', () => {
    expect(order('numbers')).toEqual([['old', 'new', 'undated'], []])
    for (const sort of ['year', 'authors', 'title', 'numbers'] as const) {
      const { ordered, below } = orderSources(real, sort)
      expect(new Set([...ordered, ...below]).size).toBe(real.length)
    }
  })
})
