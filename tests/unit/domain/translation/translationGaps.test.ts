import type { Translation } from '@/domain/tables/translation'
import { translationGaps } from '@/domain/translation/translationGaps'
import { describe, expect, test } from 'vitest'
import { realEvidence } from '../../../support/evidence'

const evidence = realEvidence()

function changed(change: (rows: readonly Translation[]) => readonly Translation[]) {
  return translationGaps({ ...evidence, translations: change(evidence.translations) }, 'es')
}

describe('the Spanish of the data', () => {
  test('has every text a patient can see, nothing left over, and every number of the English', () => {
    expect(translationGaps(evidence, 'es')).toEqual({ missing: [], leftOver: [], otherNumbers: [] })
  })

  test('is not called reviewed before somebody has reviewed it', () => {
    expect(evidence.translations.filter((row) => row.reviewed === 'yes')).toEqual([])
  })
})

describe('the search for gaps', () => {
  test('names a text without a translation', () => {
    const { missing } = changed((rows) => rows.filter((row) => row.row !== 'stroke'))
    expect(missing).toEqual(['outcomes | stroke | plain_label'])
  })

  test('asks for the remarks on numbers', () => {
    const { missing } = changed((rows) => rows.filter((row) => row.row !== 'none-seen'))
    expect(missing).toEqual(['remarks | none-seen | plain_text'])
  })

  test('names a translation of a row that is gone', () => {
    const { leftOver } = changed((rows) => [
      ...rows,
      { table: 'outcomes', row: 'gone', column: 'plain_label', language: 'es', text: 'x', reviewed: 'no' },
    ])
    expect(leftOver).toEqual(['outcomes | gone | plain_label'])
  })

  test('names a translation with another number', () => {
    const { otherNumbers } = changed((rows) =>
      rows.map((row) =>
        row.row === 'still-pain-free-5y' ? { ...row, text: row.text.replace('5', '6') } : row,
      ),
    )
    expect(otherNumbers).toEqual(['outcomes | still-pain-free-5y | plain_label'])
  })

  test('takes thousands set apart by a space for the same number, a decimal comma for another', () => {
    const outcomes = evidence.outcomes.map((row) =>
      row.id === 'stroke' ? { ...row, plainLabel: 'Out of 10,000 people' } : row,
    )
    const to = (text: string) =>
      translationGaps(
        {
          ...evidence,
          outcomes,
          translations: evidence.translations.map((row) => (row.row === 'stroke' ? { ...row, text } : row)),
        },
        'es',
      )
    expect(to('Por cada 10 000 personas').otherNumbers).toEqual([])
    expect(to('Por cada 1 000 personas').otherNumbers).toHaveLength(1)
    expect(to('Por cada 10,0 personas').otherNumbers).toHaveLength(1)
  })

  test('finds all of it missing in a language that has none', () => {
    expect(translationGaps(evidence, 'fr').missing.length).toBeGreaterThan(600)
  })
})
