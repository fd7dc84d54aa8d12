import { selectableTreatments } from '@/domain/evidence'
import { settleView } from '@/domain/settleView'
import { DEFAULT_VIEW, readView, type View } from '@/domain/view'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../support/evidence'

const evidence = realEvidence()
const settle = (change: Partial<View>) => settleView({ ...DEFAULT_VIEW, ...change }, evidence)
const ids = selectableTreatments(evidence).map((treatment) => treatment.id)

describe('settleView', () => {
  it('leaves a view alone that names only what the data know', () => {
    const view = { ...DEFAULT_VIEW, treatments: ids.slice(0, 3), reference: ids[1] }
    expect(settleView(view, evidence)).toEqual({ view, ignored: [] })
  })

  it('drops and reports a treatment that is not there, and keeps the others in order', () => {
    const { view, ignored } = settle({ treatments: [ids[4] ?? '', 'snake-oil', ids[2] ?? ''] })
    expect(view.treatments).toEqual([ids[4], ids[2]])
    expect(ignored).toEqual([{ key: 'treatments', id: 'snake-oil', reason: 'unknown' }])
  })

  it('drops a treatment that cannot be picked, and says that this is why', () => {
    const comparator = evidence.treatments.find((treatment) => treatment.selectable === 'no')?.id ?? ''
    const { view, ignored } = settle({ treatments: [comparator] })
    expect(view.treatments).toEqual([])
    expect(ignored).toEqual([{ key: 'treatments', id: comparator, reason: 'not-selectable' }])
  })

  it('keeps the first six treatments; unknown ones do not use up a place', () => {
    const { view, ignored } = settle({ treatments: ['snake-oil', ...ids.slice(0, 8)] })
    expect(view.treatments).toEqual(ids.slice(0, 6))
    expect(ignored.map(({ id, reason }) => [id, reason])).toEqual([
      ['snake-oil', 'unknown'],
      [ids[6], 'too-many'],
      [ids[7], 'too-many'],
    ])
  })

  it('unpins a reference that is no longer a column', () => {
    const { view, ignored } = settle({ treatments: ids.slice(0, 2), reference: ids[5] })
    expect(view.reference).toBeUndefined()
    expect(ignored).toEqual([])
  })

  it('reports unknown outcomes, findings, definitions and filter words by their key in the address', () => {
    const { view, ignored } = settle({
      outcomes: ['x1'],
      outcome: 'x2',
      finding: 'x3',
      lead: ['x4'],
      sortOutcome: 'x5',
      sortDefinition: 'x6',
      filters: { ...DEFAULT_VIEW.filters, line: ['first', 'x7'], certainty: ['not-graded', 'x8'] },
    })
    expect(view).toEqual({
      ...DEFAULT_VIEW,
      filters: { ...DEFAULT_VIEW.filters, line: ['first'], certainty: ['not-graded'] },
    })
    expect(ignored.map(({ key, id }) => `${key} ${id}`).sort()).toEqual([
      'certainty x8',
      'finding x3',
      'lead x4',
      'line x7',
      'outcome x2',
      'outcomes x1',
      'sort-definition x6',
      'sort-outcome x5',
    ])
  })

  it('takes a document that is no vote of a guideline for unknown', () => {
    const votes = new Set(['tn-current'])
    const vote = evidence.recommendations.find((row) => votes.has(row.countsAs))?.source ?? ''
    const voting = evidence.recommendations.filter((row) => votes.has(row.countsAs)).map((row) => row.source)
    const other = evidence.recommendations.find((row) => !voting.includes(row.source))?.source ?? ''
    const { view } = settle({ filters: { ...DEFAULT_VIEW.filters, guideline: [vote, other] } })
    expect(view.filters.guideline).toEqual([vote])
  })

  it('knows everything that the starting links of the data name', () => {
    for (const link of evidence.startingLinks) {
      const query = Object.fromEntries(new URL(link.address, 'https://example.org').searchParams)
      expect(settleView(readView(query), evidence).ignored).toEqual([])
    }
  })
})
