import { measuredInOthers, nothingFound, PHRASES } from '@/domain/phrases'
import { describe, expect, it } from 'vitest'

/** Words that the app never says: advice, and hedges that say nothing. */
const NEVER = /\b(best|choose|recommend(ed)? for you|should|may potentially|better option)\b/i

describe('PHRASES', () => {
  it('holds the phrases of the design, word for word', () => {
    expect(Object.values(PHRASES)).toEqual(
      expect.arrayContaining([
        'No study in this collection compared these two.',
        'Not in the parts read.',
        'Range not reported.',
        'Time not stated.',
        'Interval not shown: too narrow to be right.',
        'A figure exists but may not stand beside others.',
        'No harm figure here (this is not proof of safety).',
        'No caution recorded here (this is not proof of safety).',
        'What happens without treatment is not known here.',
        'Not reviewed by a clinician yet.',
      ]),
    )
  })

  it('gives no advice', () => {
    for (const phrase of Object.values(PHRASES)) expect(phrase).not.toMatch(NEVER)
  })

  it('says what was looked at and whose patients were measured', () => {
    expect(nothingFound('trigeminal neuralgia')).toBe('Nothing found in trigeminal neuralgia.')
    expect(measuredInOthers('Chronic pain')).toBe('Measured in other patients: chronic pain.')
  })

  it('leaves an abbreviation at the start of a label as it is', () => {
    expect(measuredInOthers('CRPS')).toBe('Measured in other patients: CRPS.')
    expect(measuredInOthers('Dental pain')).toBe('Measured in other patients: dental pain.')
  })
})
