import { termOf, type Evidence } from '../evidence'
import { foldText } from '../explore/search'
import type { Source } from '../tables/background'
import type { Finding } from '../tables/findings'
import type { Claim } from '../tables/guidance'
import { CERTAINTIES } from '../vocabulary'

/** What the studies say of a claim (terms, facet `verdict`). */
export interface ClaimVerdict {
  readonly id: string
  readonly label: string
  readonly plainLabel: string
  /** Its place among the verdicts of the data, from 1. */
  readonly order: number
}

/** A claim with what was found of it. */
export interface CheckedClaim {
  readonly claim: Claim
  readonly verdict: ClaimVerdict
  readonly sources: readonly Source[]
}

/** The claims of one text, in the order of the data. */
export interface ClaimText {
  /** Where they are made, in the words of the data. */
  readonly name: string
  readonly claims: readonly CheckedClaim[]
}

/** Numbers of one treatment. */
export interface NumbersOfTreatment {
  readonly treatment: string
  readonly findings: readonly Finding[]
}

/** The verdicts of the data, in their order. */
export function claimVerdicts(evidence: Evidence): readonly ClaimVerdict[] {
  return evidence.terms
    .filter(({ facet }) => facet === 'verdict')
    .map(({ id, label, plainLabel, order }) => ({ id, label, plainLabel, order }))
    .sort((a, b) => a.order - b.order)
}

function verdictOf(claim: Claim, evidence: Evidence): ClaimVerdict {
  const term = termOf(evidence, 'verdict', claim.verdict)
  return {
    id: claim.verdict,
    label: term?.label ?? claim.verdict,
    plainLabel: term?.plainLabel ?? claim.verdict,
    order: term?.order ?? 0,
  }
}

/** All claims of the data by the text they are made in, whatever treatment or claimant they are about. */
export function claimTexts(evidence: Evidence): readonly ClaimText[] {
  const names = [...new Set(evidence.claims.map(({ claimSource }) => claimSource))]
  return names.map((name) => ({
    name,
    claims: evidence.claims
      .filter(({ claimSource }) => claimSource === name)
      .map((claim) => ({
        claim,
        verdict: verdictOf(claim, evidence),
        sources: claim.sources.flatMap((id) => evidence.sourceById.get(id) ?? []),
      })),
  }))
}

/** Whether every word looked for begins a word of one of the texts; nothing looked for stands everywhere. */
function holdsWords(words: string, texts: readonly string[]): boolean {
  const whole = ` ${foldText(texts.join(' '))}`
  return foldText(words)
    .split(' ')
    .every((word) => whole.includes(` ${word}`))
}

/** Claims that bear one of the verdicts (none given: any) and hold every word looked for, in claim, reason or sources. */
export function findClaims(
  texts: readonly ClaimText[],
  { verdicts, words }: { readonly verdicts: readonly string[]; readonly words: string },
): readonly ClaimText[] {
  const passes = ({ claim, verdict, sources }: CheckedClaim) =>
    (verdicts.length === 0 || verdicts.includes(verdict.id)) &&
    holdsWords(words, [
      claim.claim,
      claim.explanation,
      verdict.label,
      verdict.plainLabel,
      ...sources.flatMap(({ authors, title, year }) => [authors ?? '', title, String(year ?? '')]),
    ])
  return texts
    .map((text) => ({ ...text, claims: text.claims.filter(passes) }))
    .filter((text) => text.claims.length > 0)
}

/** The numbers that the sources of a claim report in this collection, by treatment, in the order of the data. */
export function numbersBehind({ claim }: CheckedClaim, evidence: Evidence): readonly NumbersOfTreatment[] {
  const behind = claim.sources.flatMap((id) => evidence.findingsBySource.get(id) ?? [])
  const treatments = [...new Set(behind.map(({ treatment }) => treatment))]
  return treatments.map((treatment) => ({
    treatment: evidence.treatmentById.get(treatment)?.name ?? treatment,
    findings: behind.filter((finding) => finding.treatment === treatment),
  }))
}

const CERTAINTY_WORDS = { high: 'high', moderate: 'moderate', low: 'low', 'very-low': 'very low' } as const

/** "3 low, 2 very low, 1 not graded": how sure the numbers are; undefined where there are none. */
export function certaintySummary(findings: readonly Finding[]): string | undefined {
  if (findings.length === 0) return undefined
  const counted = CERTAINTIES.map((certainty) => ({
    words: CERTAINTY_WORDS[certainty],
    count: findings.filter((finding) => finding.certainty === certainty).length,
  }))
  const notGraded = findings.filter(({ certainty }) => certainty === undefined).length
  return [...counted, { words: 'not graded', count: notGraded }]
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${count} ${words}`)
    .join(', ')
}
