import { citingRows } from '@/domain/sources/citingRows'
import { cohortsOfSource, findingsOfSource, sourceFacts } from '@/domain/sources/sourceRecord'
import { describe, expect, it } from 'vitest'
import { evidenceWith, realEvidence } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'
import { makeSource } from '../../../support/makeSource'

const rows = [
  makeFinding({ id: 'own', source: 'a', reportedIn: 'a', cohort: 'c1' }),
  makeFinding({ id: 'quoted', source: 'b', reportedIn: 'a', cohort: 'c1' }),
  makeFinding({ id: 'elsewhere', source: 'a', reportedIn: 'b', cohort: 'c2' }),
  makeFinding({ id: 'alone', source: 'a' }),
  makeFinding({ id: 'again', source: 'b', cohort: 'c1' }),
]
const evidence = evidenceWith(() => ({
  findings: rows,
  sources: [makeSource({ id: 'a' }), makeSource({ id: 'b' })],
}))

describe('the numbers of a source', () => {
  it('are its own, its own read elsewhere, and those it quotes, each said', () => {
    expect(findingsOfSource('a', evidence).map(({ finding, relation }) => [finding.id, relation])).toEqual([
      ['own', { kind: 'own' }],
      ['elsewhere', { kind: 'read-elsewhere', other: 'b' }],
      ['alone', { kind: 'own' }],
      ['quoted', { kind: 'quoted', other: 'b' }],
    ])
  })

  it('are together every number of the data, each under the source that produced it', () => {
    const real = realEvidence()
    const own = real.sources.flatMap(({ id }) =>
      findingsOfSource(id, real).filter(({ relation }) => relation.kind !== 'quoted'),
    )
    expect(own).toHaveLength(real.findings.length)
  })
})

describe('the cohorts of a source', () => {
  it('name other sources of the same patients, and leave its quotations out', () => {
    expect(cohortsOfSource('a', evidence)).toEqual([
      { cohort: 'c1', findings: [rows[0]], others: [{ source: 'b', findings: 2 }] },
      { cohort: 'c2', findings: [rows[2]], others: [] },
    ])
  })
})

describe('the record of a source', () => {
  const wordsOf = (label: string, given = {}) =>
    sourceFacts(makeSource(given), realEvidence()).find((fact) => fact.label === label)?.words

  it('says what it lacks, each in its own words', () => {
    expect(wordsOf('Funding')).toBe('Funding not in the parts read.')
    expect(wordsOf('Risk of bias')).toBe('Not judged.')
    expect(wordsOf('Year')).toBe('Year not recorded.')
    expect(wordsOf('Patients in all')).toBe('Number of patients not stated.')
    expect(wordsOf('Bibliographic record', { bibliography: 'incomplete' })).toBe('Incomplete.')
  })

  it('says who judged the risk of bias, and why a source is a weak basis', () => {
    expect(wordsOf('Risk of bias', { riskOfBias: 'high', riskOfBiasBy: 'curator' })).toBe(
      'High; judged for this data set, not by the source',
    )
    expect(wordsOf('A weak basis', { weakBasis: 'generic monograph, not a label' })).toMatch(
      /^generic monograph, not a label/,
    )
    expect(wordsOf('A weak basis')).toBeUndefined()
  })
})

describe('what rests on a source', () => {
  it('leaves no source of the data without anything that rests on it', () => {
    const real = realEvidence()
    const idle = real.sources.filter(
      ({ id }) => findingsOfSource(id, real).length === 0 && citingRows(id, real).length === 0,
    )
    expect(idle.map(({ id }) => id)).toEqual([])
  })

  it('is every caution, recommendation, claim, curve and fact of the data, once for each source', () => {
    const real = realEvidence()
    const groups = real.sources.flatMap(({ id }) => citingRows(id, real))
    const count = (file: string) =>
      groups
        .filter((group) => group.file === file)
        .reduce((sum, { rows: members }) => sum + members.length, 0)
    expect(count('cautions.csv')).toBe(real.cautions.length)
    expect(count('recommendations.csv')).toBe(real.recommendations.length)
    expect(count('durability-curves.csv')).toBe(real.durabilityCurves.length)
    expect(count('disease-facts.csv')).toBe(real.diseaseFacts.length)
    expect(count('preferences.csv')).toBe(real.preferences.length)
    expect(count('claims.csv')).toBe(real.claims.flatMap((claim) => claim.sources).length)
  })

  it('never shows a working note', () => {
    const noted = evidenceWith((tables) => ({
      recommendations: tables.recommendations.map((row) => ({ ...row, note: 'SECRET' })),
      claims: tables.claims.map((row) => ({ ...row, note: 'SECRET' })),
      durabilityCurves: tables.durabilityCurves.map((row) => ({ ...row, note: 'SECRET' })),
    }))
    const all = noted.sources.map(({ id }) => citingRows(id, noted))
    expect(JSON.stringify(all)).not.toContain('SECRET')
  })
})
