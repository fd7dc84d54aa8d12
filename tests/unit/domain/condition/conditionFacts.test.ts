import { factParts, topicParts } from '@/domain/condition/conditionFacts'
import { describe, expect, it } from 'vitest'
import { evidenceWith, realEvidence } from '../../../support/evidence'

const evidence = realEvidence()

describe('facts about the condition', () => {
  it('stand each under one heading, none left out', () => {
    const shown = factParts(evidence).flatMap(({ rows }) => rows.map(({ id }) => id))
    expect([...shown].sort()).toEqual(evidence.diseaseFacts.map(({ id }) => id).sort())
    expect(factParts(evidence).map(({ id }) => id)).not.toContain('other')
  })

  it('keep red flags together, under the words of the data', () => {
    const flags = factParts(evidence).find(({ id }) => id === 'red-flags')
    expect(flags?.heading).toBe('Red flags and imaging')
    expect(flags?.rows.map(({ id }) => id)).toEqual(['tn-red-flag-numbness', 'tn-red-flags-list', 'tn-mri'])
  })

  it('show a fact without a heading at the end', () => {
    const bare = evidenceWith(({ factGroups }) => ({
      factGroups: factGroups.filter(({ fact }) => fact !== 'tn-mri'),
    }))
    expect(factParts(bare).at(-1)).toMatchObject({ id: 'other', rows: [{ id: 'tn-mri' }] })
  })
})

describe('what patients value and live with', () => {
  const parts = topicParts(evidence)

  it('stands by topic, none left out', () => {
    const shown = parts.flatMap(({ topics }) => topics.flatMap(({ rows }) => rows))
    expect(shown).toHaveLength(evidence.preferences.length)
    const topics = parts.flatMap((part) => part.topics.map(({ id }) => id))
    expect(new Set(topics).size).toBe(topics.length)
  })

  it('has the headings of the data, with ids that can stand in an address', () => {
    expect(parts.map(({ heading }) => heading)).toEqual([
      'Living with it',
      'What patients value',
      'What treatment asks and gives',
      'Smallest change that matters',
      'What is not known',
    ])
    expect(parts.at(-1)?.id).toBe('what-is-not-known')
  })

  it('shows a topic without a heading all the same', () => {
    const bare = evidenceWith(({ terms }) => ({ terms: terms.filter(({ facet }) => facet !== 'topic_part') }))
    expect(topicParts(bare).map(({ heading }) => heading)).toEqual(['Other facts'])
  })
})
