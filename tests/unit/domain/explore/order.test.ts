import { describe, expect, test } from 'vitest'
import { selectableTreatments } from '@/domain/evidence'
import { sectionsBy } from '@/domain/explore/order'
import { realEvidence, treatmentOf } from '../../../support/evidence'

const evidence = realEvidence()
const all = selectableTreatments(evidence)

describe('ordering the list', () => {
  test.each(['group', 'name', 'line', 'onset'] as const)(
    'by %s every treatment stands in it once',
    (sort) => {
      const listed = sectionsBy(sort, all, evidence).flatMap((section) => section.treatments)
      expect([...listed].sort()).toEqual(all.map((treatment) => treatment.id).sort())
    },
  )

  test('groups come in the order of the data, first-line treatments first within them', () => {
    const [first] = sectionsBy('group', all, evidence)
    expect(first?.heading).toBe('Antiepileptic drugs (anticonvulsants)')
    expect(first?.treatments.slice(0, 3)).toEqual(['carbamazepine', 'oxcarbazepine', 'gabapentin'])
  })

  test('by name there are no headings, and small and capital letters are one', () => {
    const sections = sectionsBy('name', all, evidence)
    const names = (sections[0]?.treatments ?? []).map((id) => treatmentOf(id).name.toLowerCase())
    expect(sections).toHaveLength(1)
    expect(sections[0]?.heading).toBeUndefined()
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })))
  })

  test('what is not placed or whose onset is not stated comes last, under words', () => {
    expect(sectionsBy('line', all, evidence).at(-1)).toMatchObject({
      heading: 'Not placed by this collection',
      treatments: expect.arrayContaining(['endoscopic-mvd']),
    })
    const onset = sectionsBy('onset', all, evidence)
    expect(onset[0]?.heading).toBe('Minutes to hours')
    expect(onset.at(-1)?.heading).toBe('Onset not stated')
  })
})
