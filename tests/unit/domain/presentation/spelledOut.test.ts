import type { PlainWords } from '@/domain/presentation/plainWords'
import { spelledOut } from '@/domain/presentation/spelledOut'
import type { TableName } from '@/domain/tables'
import { PATIENT_COLUMNS } from '@/domain/translation/translationGaps'
import { translatedText } from '@/domain/translation/translatedText'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../../support/evidence'

const evidence = realEvidence()

function wordsIn(language: string): PlainWords {
  return spelledOut(
    evidence,
    (table, row, column) => translatedText(evidence, language, table, row, column).text,
  )
}
const populationIn = (language: string, id: string) => {
  const row = evidence.populationById.get(id)
  if (!row) throw new Error(id)
  return wordsIn(language)('populations', row, 'plainLabel')
}

/** All texts that a patient can see, in a language. */
function allTexts(language: string): readonly string[] {
  const plain = wordsIn(language)
  // Of the facts on the condition a patient is told the sentences of show-steps.
  const shown = Object.entries(PATIENT_COLUMNS).filter(([name]) => name !== 'diseaseFacts')
  return shown.flatMap(([name, columns]) =>
    (evidence[name as TableName] as readonly never[]).flatMap((row) =>
      columns.map((column) => plain(name as TableName, row, column as never)),
    ),
  )
}

describe('the words for patients', () => {
  it('spell the condition out, with a capital at the start of a sentence only', () => {
    expect(populationIn('en', 'tn-secondary-ms')).toBe(
      'Trigeminal neuralgia in people with multiple sclerosis',
    )
    expect(populationIn('en', 'tn-mixed')).toBe('People with trigeminal neuralgia of any kind')
    expect(populationIn('es', 'tn-mixed')).toBe('Personas con neuralgia del trigémino de cualquier tipo')
  })

  it.each(['en', 'es'])('hold no abbreviation of the field anywhere a patient reads: %s', (language) => {
    const texts = allTexts(language)
    expect(texts.length).toBeGreaterThan(400)
    expect(texts.filter((text) => /(?<!\p{L})(TN|NT|BNI|VAS|NRS|ICHD)(?!\p{L})/u.test(text))).toEqual([])
  })
})
