import { describe, expect, test } from 'vitest'
import { searchTreatments } from '@/domain/explore/search'
import { evidenceWith, realEvidence } from '../../../support/evidence'

const search = (query: string) => searchTreatments(realEvidence(), query)
const found = (query: string) => [...(search(query)?.found ?? [])]

describe('searching the list', () => {
  test('a query without words searches nothing', () => {
    expect(search('')).toBeUndefined()
    expect(search('  - ')).toBeUndefined()
  })

  test('a brand name finds its drug and says so', () => {
    expect(found('tegretol')).toEqual(['carbamazepine'])
    expect(search('Tegretol')?.foundIn.get('carbamazepine')).toEqual([
      { place: 'other-name', text: 'Tegretol' },
    ])
  })

  test('a name found needs no explanation', () => {
    expect(search('carbamazepine')?.foundIn.has('carbamazepine')).toBe(false)
  })

  test('every word must match, in whatever field', () => {
    expect(found('ketamine')).toContain('ketamine-iv')
    expect(found('ketamine zebra')).toEqual([])
    expect(found('ketamine drip')).not.toContain('carbamazepine')
  })

  test('case, accents and punctuation do not matter', () => {
    expect(found('CARBAMAZÉPINE')).toEqual(found('carbamazepine'))
    expect(found('(botulinum)')).toEqual(found('botulinum'))
  })

  test('a word of two letters must start a word', () => {
    const evidence = evidenceWith(() => ({ findings: [], recommendations: [], sources: [] }))
    const short = searchTreatments(evidence, 'ms')?.found ?? new Set()
    expect(short).not.toContain('capsaicin-topical')
  })

  test('an outcome finds the treatments that have a finding on it, and names the outcome', () => {
    const result = search('hearing loss')
    expect(result?.found).toContain('mvd')
    expect(result?.foundIn.get('mvd')).toEqual([{ place: 'outcome', text: 'Hearing loss' }])
  })

  test('a source is found by author and year together, and named by its title', () => {
    const result = search('Bendtsen 2019')
    const title = realEvidence().sourceById.get('bendtsen-2019-ean')?.title
    expect(result?.found).toContain('carbamazepine')
    expect(result?.foundIn.get('carbamazepine')).toEqual([{ place: 'source', text: title }])
  })

  test('words of two different sources do not add up to a match', () => {
    const evidence = evidenceWith(({ sources }) => ({
      sources: sources.map((row) => ({ ...row, authors: undefined, journal: undefined, year: undefined })),
    }))
    expect(searchTreatments(evidence, 'Bendtsen 2019')?.found.size).toBe(0)
  })

  test('sources that have not arrived are not searched, names are', () => {
    const evidence = evidenceWith(() => ({ sources: [] }))
    expect(searchTreatments(evidence, 'Bendtsen')?.found.size).toBe(0)
    expect(searchTreatments(evidence, 'tegretol')?.found).toContain('carbamazepine')
  })
})
