import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { listRows } from '@/domain/explore/listRow'
import { narrow } from '@/domain/explore/narrow'
import { facetIndex } from '@/domain/explore/facetIndex'
import { sectionsBy } from '@/domain/explore/order'
import { searchTreatments } from '@/domain/explore/search'
import { selectableTreatments } from '@/domain/evidence'
import { DEFAULT_VIEW, readView } from '@/domain/view'
import { clearing, countsByHider, hidersOf } from '@/features/explore/hiddenReasons'
import { hidersInUse } from '@/features/explore/waysBack'
import { reasonText } from '@/features/explore/reasonText'
import { listItems, matchText } from '@/features/explore/listItems'
import TreatmentRow from '@/features/explore/TreatmentRow.vue'
import { realEvidence } from '../support/evidence'

const evidence = realEvidence()
const rows = listRows(evidence)

function mountRow(id: string, props: Record<string, unknown> = {}) {
  const row = rows.get(id)
  if (!row) throw new RangeError(id)
  return mount(TreatmentRow, {
    props: {
      row,
      place: -1,
      match: undefined,
      numberCell: undefined,
      numberColumn: undefined,
      open: false,
      condition: 'TN',
      ...props,
    },
  })
}

const words = (wrapper: { text(): string }) => wrapper.text().replaceAll(/\s+/g, ' ')

describe('a row of the list', () => {
  it('prints whose patients an indirect number comes from, and its caveat', () => {
    const harm = words(mountRow('gabapentin').get('.harm'))
    expect(harm).toContain('16 of 100')
    expect(harm).toContain('Measured in other patients: other nerve pain.')
    expect(harm).toContain('Placebo 9; two trials in shingles pain, not TN.')
  })

  it('hands on the finding behind a number and behind words', async () => {
    const number = mountRow('botulinum-toxin-a')
    await number.get('.benefit button').trigger('click')
    expect(number.emitted('openFinding')).toHaveLength(1)
    const inWords = mountRow('tens')
    await inWords.get('.benefit button').trigger('click')
    expect(inWords.emitted('openFinding')?.[0]?.[0]).toMatch(/./)
  })

  it('says so where no guideline names the treatment, in words of the data', () => {
    expect(words(mountRow('rtms').get('.guidelines'))).toBe('No TN guideline read names it.')
  })

  it('shows a statement on a class as one, with its situation', () => {
    const guidelines = words(mountRow('repeat-mvd').get('.guidelines'))
    expect(guidelines).toContain('As a class (Surgery (any, pooled)): Recommended: EAN 2019 (any TN)')
  })

  it('opens what each guideline says, strength and situation included', async () => {
    const row = mountRow('baclofen')
    await row.get('.guidelines button').trigger('click')
    expect(row.emitted('toggle')).toEqual([['baclofen']])
    await row.setProps({ open: true })
    await vi.dynamicImportSettled()
    await flushPromises()
    expect(words(row.get('.opened'))).toContain(
      'AAN-EFNS practice parameter on trigeminal neuralgia (status not found), 2008: May be used',
    )
    expect(words(row.get('.opened'))).toContain('Strength: Level C')
  })

  it('puts the reason in the place of the number where it cannot stand in the order', () => {
    const row = mountRow('tens', {
      numberColumn: 'benefit',
      numberCell: { kind: 'missing', phrase: 'Other definition: Any relief.' },
    })
    expect(words(row.get('.benefit'))).toBe('Other definition: Any relief.')
    expect(words(row.get('.harm'))).toBe('No harm figure here (this is not proof of safety).')
  })
})

describe('the lines of the list', () => {
  const state = (query: Record<string, string>, search = '') => {
    const found = searchTreatments(evidence, search)
    return {
      sections: sectionsBy('group', selectableTreatments(evidence), evidence),
      rows,
      shown: narrow(facetIndex(evidence), readView(query).filters, found?.found).shown,
      ticked: ['mvd'],
      search: found,
      numberCells: new Map(),
    }
  }

  it('keep every treatment, hidden or not, so that it can come back at once', () => {
    const items = listItems(state({ line: 'first' }))
    const lines = items.filter((item) => item.kind === 'row')
    expect(lines).toHaveLength(80)
    expect(lines.filter((item) => item.shown)).toHaveLength(2)
    expect(lines.find((item) => item.row.id === 'mvd')?.place).toBe(0)
  })

  it('count under each heading only what is shown', () => {
    const headings = listItems(state({ line: 'first' })).filter((item) => item.kind === 'heading')
    expect(headings.filter((item) => item.count > 0).map((item) => [item.heading, item.count])).toEqual([
      ['Antiepileptic drugs (anticonvulsants)', 2],
    ])
  })

  it('say where the search found a treatment that does not bear the words in its name', () => {
    expect(matchText(undefined)).toBeUndefined()
    expect(matchText([{ place: 'source', text: 'A title' }])).toBe('Matches a source: A title')
  })
})

describe('why a treatment is hidden', () => {
  const hidden = { treatment: 'mvd', facets: ['line', 'route'] as const, bySearch: true }

  it('is said by the names of the filters', () => {
    expect(reasonText(hidden)).toBe(
      'Hidden by: the search; Place in treatment, as this collection sees it; Route',
    )
    expect(countsByHider([hidden]).map(({ label, count }) => [label, count])).toEqual([
      ['Search', 1],
      ['Place', 1],
      ['Route', 1],
    ])
  })

  it('is undone by clearing those filters and no other', () => {
    const view = {
      ...DEFAULT_VIEW,
      ...readView({ line: 'first', route: 'oral', group: 'opioid', search: 'x' }),
    }
    const change = clearing(hidersOf(hidden), view)
    expect(change.search).toBe('')
    expect(hidersInUse({ ...view, ...change })).toEqual(['group'])
  })
})
