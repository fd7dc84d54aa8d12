import type { Evidence } from '@/domain/evidence'
import { LEVEL_WORDS, type Audience } from '@/domain/verdictLexicon'
import type { Telling } from '@/domain/verdictWords'
import type { Verdict } from '@/domain/comparability'
import { say } from '@/words/interface/compare'

/** Names of treatments as the audience knows them: short for a clinician, plain for a patient. */
export function tellingFor(audience: Audience, evidence: Evidence): Telling {
  return {
    audience,
    names: (id) => {
      const treatment = evidence.treatmentById.get(id)
      return (audience === 'patient' ? treatment?.plainName : treatment?.shortName) ?? id
    },
  }
}

/** The level in words; what has no level says what it is. */
export function levelName(verdict: Verdict, audience: Audience): string {
  if (verdict.kind === 'level') return LEVEL_WORDS[verdict.level][audience]
  if (verdict.kind === 'class-and-member') return say('classAndMember')
  return verdict.because === 'not-loaded' ? say('loading') : say('noVerdict')
}

/** The level in a list of outcomes, where there is no room for a sentence: nothing found says so. */
export function levelInList(verdict: Verdict, audience: Audience): string {
  const nothing = verdict.kind === 'level' && verdict.reasons.includes('nothing-found')
  return nothing ? say('nothingFoundForOneOf') : levelName(verdict, audience)
}
