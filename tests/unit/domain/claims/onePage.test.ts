import { describe, expect, it } from 'vitest'
import { claimTexts } from '@/domain/claims/claims'
import { fitsOnePage } from '@/domain/claims/onePage'
import { realEvidence } from '../../../support/evidence'

const claims = claimTexts(realEvidence()).flatMap((text) => text.claims)
const length = ({ claim }: (typeof claims)[number]) => claim.claim.length + claim.explanation.length
const longest = [...claims].sort((a, b) => length(b) - length(a))

// What was counted in print to PDF, Letter: five of the longest on one page, six of them and seven others on two.
describe('fitsOnePage', () => {
  it('takes six usual claims, and five of the longest', () => {
    expect(fitsOnePage(claims.slice(0, 6))).toBe(true)
    expect(fitsOnePage(longest.slice(0, 5))).toBe(true)
  })

  it('warns before a second page', () => {
    expect(fitsOnePage(longest.slice(0, 6))).toBe(false)
    expect(fitsOnePage(claims.slice(18))).toBe(false)
    expect(fitsOnePage(longest.slice(-10))).toBe(false)
  })
})
