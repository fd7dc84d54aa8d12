import {
  answerInWords,
  isAsked,
  numberAnswer,
  questionGroups,
  questionsOf,
  searchQuestions,
} from '@/domain/patient/questions'
import { describe, expect, it } from 'vitest'
import { evidenceWith, realEvidence } from '../../../support/evidence'
import { makePatient } from '../../../support/makePatient'

const evidence = realEvidence()
const groups = questionGroups(evidence)
const question = (id: string) => {
  const found = questionsOf(evidence).find((row) => row.id === id)
  if (!found) throw new RangeError(`no question ${id}`)
  return found
}

describe('questionsOf', () => {
  it('asks once for all factors of a question', () => {
    expect(
      question('age')
        .factors.map((factor) => factor.id)
        .sort(),
    ).toEqual(['age-65-plus', 'age-under-18', 'age-under-55'])
    expect(question('age')).toMatchObject({ label: 'Age', unit: 'years', highest: 120, several: false })
    expect(question('pain-division')).toMatchObject({ label: 'Where the pain is', several: true })
    const ids = questionsOf(evidence).map((row) => row.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('does not ask what is always shown', () => {
    const ids = questionsOf(evidence).map((row) => row.id)
    for (const id of ['unmonitored-setting', 'head-and-neck-placement', 'eye-exposure'])
      expect(ids).not.toContain(id)
    expect(ids).toContain('unable-to-cooperate')
  })

  it('does not ask what no caution covers', () => {
    const without = evidenceWith((tables) => ({
      cautions: tables.cautions.filter((row) => row.factor !== 'glaucoma' && row.factor !== 'age-under-55'),
    }))
    const left = questionsOf(without)
    expect(left.map((row) => row.id)).not.toContain('glaucoma')
    expect(left.find((row) => row.id === 'age')?.factors).toHaveLength(2)
  })

  it('puts a question with a condition only when it is met, and keeps it once answered', () => {
    const asked = (answers: Record<string, string>) =>
      isAsked(question('pre-eclampsia'), makePatient({ answers }))
    expect(asked({})).toBe(false)
    expect(asked({ pregnancy: 'could become pregnant' })).toBe(false)
    expect(asked({ pregnancy: 'pregnant' })).toBe(true)
    expect(asked({ pregnancy: 'no', 'pre-eclampsia': 'yes' })).toBe(true)
  })

  it('names every rule after a question that exists', () => {
    const ids = new Set(evidence.factors.map((factor) => factor.questionId))
    for (const rule of evidence.questionRules) expect(ids).toContain(rule.questionId)
  })
})

describe('questionGroups', () => {
  it('stand in the order of the data, genes and tests together', () => {
    expect(groups.map((group) => group.label)).toEqual([
      'Life stage',
      'Conditions',
      'Medicines taken',
      'Genes and tests',
      'Pain pattern',
      'Procedure-related',
      'Situation',
    ])
  })

  it('begin with the common questions', () => {
    for (const { questions } of groups) {
      const common = questions.map((row) => row.common)
      expect(common).toEqual([...common].sort((a, b) => Number(b) - Number(a)))
    }
  })

  it('say what is often asked and has no row', () => {
    expect(groups.flatMap((group) => group.uncovered.map((row) => row.id)).sort()).toEqual([
      'antiplatelets',
      'bilateral-pain',
      'continuous-pain',
      'failed-carbamazepine',
      'fertility',
      'mri-not-done',
    ])
  })
})

describe('searchQuestions', () => {
  const ids = (search: string) =>
    searchQuestions(groups, search).flatMap((group) => [
      ...group.questions.map((row) => row.id),
      ...group.uncovered.map((row) => row.id),
    ])

  it('looks at labels, questions and answers, without capitals', () => {
    expect(ids('APIXABAN')).toEqual(['anticoagulation'])
    expect(ids('first division')).toContain('pain-division')
    expect(ids('doac')).toEqual(['anticoagulation'])
    expect(ids('clopidogrel')).toEqual(['antiplatelets'])
  })

  it('wants every word, finds nothing for nonsense and everything for nothing', () => {
    expect(ids('heart failure')).toContain('heart-failure')
    expect(ids('heart xyzzy')).toEqual([])
    expect(searchQuestions(groups, '  ')).toBe(groups)
  })
})

describe('numberAnswer', () => {
  it.each([
    ['72', { kind: 'number', value: 72 }],
    [' 0 ', { kind: 'number', value: 0 }],
    ['', undefined],
    ['121', 'refused'],
    ['-3', 'refused'],
    ['7.5', 'refused'],
    ['old', 'refused'],
  ])('reads "%s" as %j', (typed, answer) => {
    expect(numberAnswer(typed, question('age'))).toEqual(answer)
  })

  it('prints the unit of the data', () => {
    expect(answerInWords({ kind: 'number', value: 72 }, question('age'))).toBe('72 years')
    expect(answerInWords({ kind: 'words', words: ['a', 'b'] }, undefined)).toBe('a, b')
  })
})
