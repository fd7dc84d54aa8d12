import { translatedText } from '@/domain/translation/translatedText'
import { describe, expect, test } from 'vitest'
import { realEvidence } from '../../../support/evidence'

const evidence = realEvidence()
const carbamazepine = evidence.treatmentById.get('carbamazepine')
if (!carbamazepine) throw new Error('no such treatment')

describe('the words of a row', () => {
  test('are those of the data in English', () => {
    expect(translatedText(evidence, 'en', 'treatments', carbamazepine, 'plainName')).toEqual({
      text: 'Carbamazepine tablets',
      language: 'en',
      fellBack: false,
      reviewed: true,
    })
  })

  test('are those of the translation in another language, which says that nobody has reviewed it', () => {
    expect(translatedText(evidence, 'es', 'treatments', carbamazepine, 'plainName')).toEqual({
      text: 'Carbamazepina en comprimidos',
      language: 'es',
      fellBack: false,
      reviewed: false,
    })
  })

  test('are found by a compound key', () => {
    const term = evidence.terms.find((row) => row.facet === 'condition' && row.id === 'name')
    expect(term && translatedText(evidence, 'es', 'terms', term, 'plainLabel').text).toBe(
      'neuralgia del trigémino',
    )
  })

  test('stay English, and say so, where there is no translation or it has not arrived', () => {
    const english = { text: 'Carbamazepine', language: 'en', fellBack: true, reviewed: true }
    expect(translatedText(evidence, 'es', 'treatments', carbamazepine, 'name')).toEqual(english)
    const before = { ...evidence, translations: [] }
    expect(translatedText(before, 'es', 'treatments', carbamazepine, 'shortName')).toEqual(english)
  })

  test('of an empty cell are empty and nothing is missing', () => {
    const without = { ...carbamazepine, otherNames: undefined }
    const empty = translatedText(evidence, 'es', 'treatments', without, 'otherNames')
    expect(empty).toMatchObject({ text: '', fellBack: false })
  })
})
