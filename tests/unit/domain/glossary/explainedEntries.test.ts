import { explainedEntries } from '@/domain/glossary/explainedEntries'
import { describe, expect, it } from 'vitest'
import { evidenceWith, realEvidence } from '../../../support/evidence'

describe('what is explained in place', () => {
  it('is the whole glossary but the condition itself', () => {
    const evidence = realEvidence()
    const left = evidence.glossary.filter((entry) => !explainedEntries(evidence).includes(entry))
    expect(left.map((entry) => entry.term)).toEqual(['trigeminal neuralgia (TN)'])
  })

  it('is one and the same list for one glossary', () => {
    const evidence = realEvidence()
    expect(explainedEntries(evidence)).toBe(explainedEntries(evidence))
  })

  it('takes the name of the condition from the data', () => {
    const other = evidenceWith(({ terms, glossary }) => ({
      terms: terms.map((term) =>
        term.facet === 'condition' && term.id === 'name' ? { ...term, label: 'keratitis' } : term,
      ),
      glossary: [...glossary],
    }))
    expect(explainedEntries(other).map((entry) => entry.term)).not.toContain('keratitis')
  })
})
