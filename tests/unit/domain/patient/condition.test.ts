import { meets, readCondition, stateOfWhen } from '@/domain/patient/condition'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../../support/evidence'
import { makePatient } from '../../../support/makePatient'

const words = (...answers: string[]) => ({ kind: 'words', words: answers }) as const
const number = (value: number) => ({ kind: 'number', value }) as const

function isMet(text: string, answer: ReturnType<typeof words> | ReturnType<typeof number>): boolean {
  const condition = readCondition(text)
  if (!condition) throw new RangeError(`unreadable: ${text}`)
  return meets(condition, answer)
}

describe('met_by', () => {
  it.each([
    ['yes', words('yes'), true],
    ['yes', words('no'), false],
    ['no', words('no'), true],
    ['no', words('yes'), false],
    ['choice:positive|not tested and of at-risk ancestry', words('not tested and of at-risk ancestry'), true],
    ['choice:positive|not tested and of at-risk ancestry', words('not tested'), false],
    ['choice:forehead and eye (V1)', words('lower jaw (V3)', 'forehead and eye (V1)'), true],
    ['>=65', number(65), true],
    ['>=65', number(64), false],
    ['<18', number(17), true],
    ['<18', number(18), false],
    ['<55', number(55), false],
    ['>=3', number(3), true],
    ['>=3', number(0), false],
    ['>=65', words('65'), false],
    ['yes', number(1), false],
  ] as const)('%s with %j: %s', (text, answer, met) => {
    expect(isMet(text, answer)).toBe(met)
  })

  it.each(['', 'maybe', 'choice:', '>= many', '65'])('refuses "%s"', (text) => {
    expect(readCondition(text)).toBeUndefined()
  })

  it('can be read in every factor of the data, and asks for words that can be chosen', () => {
    for (const { id, metBy, answerType, choices } of realEvidence().factors) {
      const condition = readCondition(metBy)
      expect(condition, id).toBeDefined()
      expect(condition?.kind, id).toBe(answerType === 'number' ? 'limit' : 'words')
      if (condition?.kind === 'words')
        expect(choices, id).toEqual(expect.arrayContaining([...condition.words]))
    }
  })
})

describe('stateOfWhen', () => {
  it('knows met, unmet and not answered', () => {
    expect(stateOfWhen('age>=65', makePatient({ answers: { age: 70 } }))).toBe('met')
    expect(stateOfWhen('age>=65', makePatient({ answers: { age: 64 } }))).toBe('unmet')
    expect(stateOfWhen('age>=65', makePatient())).toBe('unanswered')
    const when = 'anticoagulation=choice:direct anticoagulant (DOAC)'
    const thinner = (word: string) => makePatient({ answers: { anticoagulation: word } })
    expect(stateOfWhen(when, thinner('direct anticoagulant (DOAC)'))).toBe('met')
    expect(stateOfWhen(when, thinner('warfarin type'))).toBe('unmet')
  })

  it('takes what it cannot read for not answered, so that no caution is lost', () => {
    expect(stateOfWhen('in the evening', makePatient({ answers: { age: 70 } }))).toBe('unanswered')
  })

  it('finds the question behind every condition of the data', () => {
    const evidence = realEvidence()
    const questions = new Set(evidence.factors.map((factor) => factor.questionId))
    const whens = [...new Set(evidence.cautions.flatMap((row) => row.when ?? []))]
    const asked = evidence.questionRules.flatMap((row) => row.askWhen ?? [])
    expect(whens).toHaveLength(2)
    for (const when of [...whens, ...asked]) {
      const question = /^[\w-]+/.exec(when)?.[0] ?? ''
      expect(questions).toContain(question)
      const factor = evidence.factors.find((row) => row.questionId === question)
      const some = factor?.answerType === 'number' ? 65 : (factor?.choices ?? [])
      expect(stateOfWhen(when, makePatient({ answers: { [question]: some } }))).toBe('met')
    }
  })
})
