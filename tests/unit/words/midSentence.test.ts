import { selectableTreatments } from '@/domain/evidence'
import { translatedText } from '@/domain/translation/translatedText'
import { asSentence, midSentence } from '@/words/midSentence'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../support/evidence'

const evidence = realEvidence()

/** Names that keep their capital within a sentence; all others begin with a word of the language. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  en: ['MVD through an endoscope'],
  es: ['DMV con endoscopio'],
}

describe('a name within a sentence', () => {
  it.each(['en', 'es'])('begins small, unless an abbreviation or a proper name begins it: %s', (language) => {
    const treatments = selectableTreatments(evidence)
    expect(treatments).toHaveLength(80)
    const names = treatments.map(
      (row) => translatedText(evidence, language, 'treatments', row, 'plainName').text,
    )
    expect(names.filter((name) => midSentence(name) === name)).toEqual(KEPT[language])
    // Nothing but the first letter changes: brands and abbreviations further on stay as they are.
    expect(names.map((name) => midSentence(name).slice(1))).toEqual(names.map((name) => name.slice(1)))
  })

  it('keeps abbreviations and names of several capital words', () => {
    for (const name of ['TENS', 'CBT by phone', 'Gamma Knife treatment', 'CyberKnife', 'DMV con endoscopio'])
      expect(midSentence(name)).toBe(name)
    expect(midSentence('A second MVD operation')).toBe('a second MVD operation')
    expect(midSentence('Tratamiento del nervio con calor')).toBe('tratamiento del nervio con calor')
  })
})

describe('words as a sentence', () => {
  it('have one capital and one stop', () => {
    expect(asSentence('after 5 years')).toBe('After 5 years.')
    expect(asSentence('¿Le duermen?')).toBe('¿Le duermen?')
    expect(asSentence('It passed.')).toBe('It passed.')
    expect(asSentence('')).toBe('')
  })
})
