// @vitest-environment node
import { wordsForIgnored } from '@/app/ignoredIds'
import { expect, it } from 'vitest'
import { realEvidence, treatmentOf } from '../../support/evidence'

it('says, one sentence a reason, what of a link is not on screen', () => {
  const words = wordsForIgnored(
    [
      { key: 'treatments', id: 'snake-oil', reason: 'unknown' },
      { key: 'line', id: 'ninth', reason: 'unknown' },
      { key: 'treatments', id: 'placebo', reason: 'not-selectable' },
      { key: 'treatments', id: 'mvd', reason: 'too-many' },
    ],
    realEvidence(),
  )
  expect(words).toEqual([
    'This link names things that are not in this collection: treatments: snake-oil, line: ninth.',
    `These cannot be compared as treatments of their own: ${treatmentOf('placebo').name}.`,
    `At most 6 treatments stand side by side; left out: ${treatmentOf('mvd').name}.`,
  ])
})
