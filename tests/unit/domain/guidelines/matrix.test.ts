import { agreementLabel, agreementOf, campWords } from '@/domain/guidelines/agreement'
import { currentGuidelines } from '@/domain/guidelines/documents'
import { filterRows, guidelineMatrix } from '@/domain/guidelines/matrix'
import { otherDocuments } from '@/domain/guidelines/otherDocuments'
import { guidelineStances } from '@/domain/guidelines/stanceLines'
import { describe, expect, it } from 'vitest'
import { evidenceWith, realEvidence } from '../../../support/evidence'

const evidence = realEvidence()
const matrix = guidelineMatrix(evidence)
const rows = matrix.groups.flatMap((group) => group.rows)
const rowOf = (id: string) => {
  const row = rows.find(({ treatment }) => treatment.id === id)
  if (!row) throw new RangeError(`no row ${id}`)
  return row
}
const cellOf = (id: string, source: string) =>
  rowOf(id)
    .cells.find((cell) => cell.source === source)
    ?.statements.map(({ stance }) => stance)
const agreement = (id: string) => agreementOf(guidelineStances(id, evidence), evidence)

describe('the matrix of guidelines', () => {
  it('has a column for each current guideline, newest first, those without a year last', () => {
    expect(matrix.columns.map(({ source }) => source)).toEqual([
      'nice-2024-cks-tn',
      'dgn-2023-tn',
      'chong-2023-uk-guideline-summary',
      'bendtsen-2019-ean',
      'nice-cg173',
      'gronseth-2008-aan-efns',
      'nice-ipg715',
    ])
  })

  it('never takes another kind of document for a vote', () => {
    const voices = rows.flatMap((row) => row.cells.flatMap((cell) => cell.statements))
    expect(new Set(voices.map(({ recommendation }) => recommendation.countsAs))).toEqual(
      new Set(['tn-current']),
    )
    expect(currentGuidelines(evidence).map(({ source }) => source)).not.toContain('nice-2021-ng193')
  })

  it('puts the guideline that is followed here first', () => {
    const [first] = guidelineMatrix(evidence, 'gronseth-2008-aan-efns').columns
    expect(first).toMatchObject({ source: 'gronseth-2008-aan-efns', ours: true })
  })

  it('shows every statement of a current guideline once', () => {
    const shown = rows.flatMap((row) =>
      row.cells.flatMap((cell) =>
        cell.statements
          .filter(({ recommendation }) => recommendation.treatment === row.treatment.id)
          .map(({ recommendation }) => recommendation.id),
      ),
    )
    const votes = evidence.recommendations.filter(({ countsAs }) => countsAs === 'tn-current')
    expect([...shown].sort()).toEqual(votes.map(({ id }) => id).sort())
  })

  it('counts a statement on a class once, however many rows it fills, and no silence', () => {
    const ean = evidence.recommendations.filter(({ source }) => source === 'bendtsen-2019-ean')
    const silent = ean.filter(({ stance }) => stance === 'not-mentioned').length
    const column = matrix.columns.find(({ source }) => source === 'bendtsen-2019-ean')
    // Four rows of the data are one statement on neuroablative procedures.
    expect(column?.statements).toBe(ean.length - silent - 3)
  })

  it('names the class in each row that a statement on a class fills', () => {
    const named = ['rf-thermocoagulation', 'glycerol-rhizolysis', 'balloon-compression', 'srs'].map(
      (id) => rowOf(id).cells.find(({ source }) => source === 'bendtsen-2019-ean')?.statements[0]?.asClass,
    )
    expect(new Set(named)).toEqual(new Set(['Neuroablative procedures']))
  })

  it('gives a class a row and names its members there', () => {
    expect(rowOf('opioids-any')).toMatchObject({ isClass: true })
    expect(rowOf('opioids-any').members).toContain('Morphine')
    expect(rows.map(({ treatment }) => treatment.id)).not.toContain('morphine')
    expect(rowOf('any-surgery').members).not.toContain('Microvascular decompression')
  })

  it('keeps silence apart from rejection, and a cell without a row empty', () => {
    expect(cellOf('ketamine-iv', 'bendtsen-2019-ean')).toEqual(['Not mentioned in the part read'])
    expect(cellOf('ketamine-iv', 'dgn-2023-tn')).toEqual([])
    expect(agreement('ketamine-iv')).toEqual({ kind: 'none', camps: [] })
  })

  it('lists treatments that no current guideline names, also not by a class', () => {
    const unnamed = matrix.unnamed.map(({ id }) => id)
    expect(unnamed).toContain('cannabinoids')
    expect(unnamed).not.toContain('morphine')
    expect(unnamed).not.toContain('ketamine-iv')
  })

  it('places each row in one group', () => {
    const ids = rows.map(({ treatment }) => treatment.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(matrix.groups.at(-1)?.label).toMatch(/in no group$/)
  })
})

describe('agreement', () => {
  it.each([
    ['carbamazepine', 'same'],
    ['oxcarbazepine', 'disagree'],
    ['mvd', 'strength'],
    ['tizanidine', 'one'],
    ['phenytoin', 'disagree'],
  ])('of %s is %s', (id, kind) => {
    expect(agreement(id).kind).toBe(kind)
  })

  it('says who is on which side', () => {
    expect(agreementLabel(agreement('phenytoin'))).toBe('Disagree')
    expect(campWords(agreement('phenytoin'))).toBe(
      'Speaks for it: EAN 2019, DGN 2023; within limits: NICE CG173 (updated 2020); not enough evidence: AAN-EFNS 2008 (status not found)',
    )
  })

  it('filters the rows', () => {
    const left = filterRows(matrix.groups, (row) => row.agreement.kind === 'disagree')
    const kept = left.flatMap((group) => group.rows.map(({ treatment }) => treatment.id))
    expect(kept).toContain('phenytoin')
    expect(kept).not.toContain('carbamazepine')
    expect(left.every((group) => group.rows.length > 0)).toBe(true)
  })

  it('holds a stance without a side for a side of its own', () => {
    const bare = evidenceWith(({ terms }) => ({
      terms: terms.filter(({ facet }) => facet !== 'stance_side'),
    }))
    expect(agreementOf(guidelineStances('mvd', bare), bare).kind).toBe('disagree')
  })
})

describe('documents that are no votes', () => {
  const kinds = otherDocuments(evidence)

  it('stand apart by kind, in the order of the data', () => {
    expect(kinds.map(({ id }) => id)).toEqual([
      'tn-superseded',
      'other-condition',
      'professional-statement',
      'review',
      'payer',
      'label',
      'handbook',
    ])
  })

  it('keep guidance on other pain under another condition', () => {
    const other = kinds.find(({ id }) => id === 'other-condition')
    expect(other?.documents.map(({ source }) => source)).toContain('nice-2021-ng193')
    expect(other?.documents.every(({ votes }) => !votes)).toBe(true)
  })

  it('leave no statement out', () => {
    const shown = kinds.flatMap(({ documents }) => documents.flatMap(({ statements }) => statements))
    expect(shown).toHaveLength(evidence.recommendations.filter((row) => row.countsAs !== 'tn-current').length)
  })
})
