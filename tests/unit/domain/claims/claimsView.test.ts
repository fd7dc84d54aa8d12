import { CLAIMS_KEYS, readClaimsView, writeClaimsView } from '@/domain/claims/claimsView'
import { GUIDELINES_KEYS, readGuidelinesView, writeGuidelinesView } from '@/domain/guidelines/guidelinesView'
import { writeView, DEFAULT_VIEW, readView } from '@/domain/view'
import { expect, it } from 'vitest'

it('claims: what is written is what is read', () => {
  const view = { verdicts: ['unsupported'], words: 'long term', chosen: ['c13', 'c14'], answer: true }
  expect(readClaimsView(writeClaimsView(view))).toEqual(view)
  expect(Object.keys(writeClaimsView(view))).toEqual([...CLAIMS_KEYS])
})

it('claims: the default is empty, and an unknown word is the default', () => {
  const standard = readClaimsView({})
  expect(Object.values(writeClaimsView(standard)).join('')).toBe('')
  expect(readClaimsView({ 'claim-answer': 'yes' }).answer).toBe(false)
})

it('guidelines: what is written is what is read, and an unknown word is the default', () => {
  const view = { only: 'disagree', by: 'guideline', statement: 'r001' } as const
  expect(readGuidelinesView(writeGuidelinesView(view))).toEqual(view)
  expect(Object.keys(writeGuidelinesView(view))).toEqual([...GUIDELINES_KEYS])
  expect(readGuidelinesView({ 'guideline-rows': 'x', 'guideline-list': 'y' })).toEqual({
    only: undefined,
    by: 'treatment',
    statement: undefined,
  })
})

it('no key of a page is read as one of the view', () => {
  const query = Object.fromEntries([...CLAIMS_KEYS, ...GUIDELINES_KEYS].map((key) => [key, 'x']))
  expect(writeView(readView(query))).toEqual(writeView(DEFAULT_VIEW))
})
