import { SOURCES_KEYS } from '@/domain/sources/sourcesKeys'
import {
  DEFAULT_SOURCES_VIEW,
  readSourcesView,
  settleSourcesView,
  sourceFacetIds,
  writeSourcesView,
  type SourcesView,
} from '@/domain/sources/sourcesView'
import { readView, writeView } from '@/domain/view'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../../support/evidence'

const view: SourcesView = {
  search: 'wu 2012',
  filters: {
    type: ['rct', 'cohort'],
    design: [],
    treatment: ['mvd'],
    bias: ['not-judged'],
    record: ['complete'],
  },
  from: 2001,
  to: 2020,
  sort: 'numbers',
}

describe('the address of the library', () => {
  it('holds only what differs from the default', () => {
    expect(writeSourcesView(DEFAULT_SOURCES_VIEW)).toEqual({})
    expect(writeSourcesView(view)).toEqual({
      'source-search': 'wu 2012',
      'source-type': 'rct,cohort',
      'source-treatment': 'mvd',
      'source-bias': 'not-judged',
      'source-record': 'complete',
      'source-from': '2001',
      'source-to': '2020',
      'source-sort': 'numbers',
    })
  })

  it('is read back as it was written, with keys that its route names as its own', () => {
    const query = writeSourcesView(view)
    expect(readSourcesView(query)).toEqual(view)
    for (const key of Object.keys(query)) expect(SOURCES_KEYS).toContain(key)
  })

  it('and the view of the other pages leave one another alone', () => {
    const mixed = { ...writeSourcesView(view), search: 'botox', sort: 'name', design: 'randomised' }
    expect(readSourcesView(mixed)).toEqual(view)
    expect(writeView(readView(mixed))).toEqual({ search: 'botox', sort: 'name', design: 'randomised' })
  })

  it('is read as far as it can be: unknown orders and years that are none are passed over', () => {
    const read = readSourcesView({ 'source-sort': 'colour', 'source-from': '20x1', 'source-to': '99999' })
    expect(read).toEqual(DEFAULT_SOURCES_VIEW)
  })

  it('turns years that stand the wrong way round', () => {
    expect(readSourcesView({ 'source-from': '2020', 'source-to': '2001' })).toMatchObject({
      from: 2001,
      to: 2020,
    })
  })

  it('keeps ids the data know and reports the others', () => {
    const asked = { ...view, filters: { ...view.filters, treatment: ['mvd', 'leeches'], type: ['blog'] } }
    const settled = settleSourcesView(asked, realEvidence())
    expect(settled.view.filters).toMatchObject({ treatment: ['mvd'], type: [] })
    expect(settled.ignored).toEqual([
      { key: 'source-type', id: 'blog', reason: 'unknown' },
      { key: 'source-treatment', id: 'leeches', reason: 'unknown' },
    ])
  })

  it('knows every design of the data, in the order of their table, and sources without a number', () => {
    const ids = sourceFacetIds(realEvidence(), 'design')
    expect(ids[0]).toBe('randomised')
    expect(ids.at(-1)).toBe('no-numbers')
    expect(ids).toHaveLength(realEvidence().armDesigns.length + 1)
  })
})
