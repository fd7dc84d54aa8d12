import type { PairVerdict } from '@/domain/compare/pairs'
import type { Outcome } from '@/domain/tables/outcomes'
import { LEVEL_WORDS, type Audience } from '@/domain/verdictLexicon'
import { say } from '@/words/interface/compare'
import { ref, watch } from 'vue'
import { levelName } from './verdictTelling'

/** More than three pairs are counted by level: a list of fifteen would have to be sat through. */
const MOST_BY_NAME = 3

function spokenPairs(pairs: readonly PairVerdict[], audience: Audience): string {
  const levels = pairs.map(({ verdict }) => levelName(verdict, audience))
  if (pairs.length <= MOST_BY_NAME)
    return pairs
      .map(({ one, other }, place) => {
        const name = audience === 'patient' ? 'plainName' : 'shortName'
        return say('levelOfPairSpoken', { one: one[name], other: other[name], level: levels[place] ?? '' })
      })
      .join(' ')
  const known = Object.values(LEVEL_WORDS).map((words) => words[audience])
  const counts = [...new Set([...known, ...levels])].flatMap((level) => {
    const count = levels.filter((other) => other === level).length
    return count > 0 ? `${level}: ${count}` : []
  })
  return say('pairsList', { pairs: pairs.length, list: counts.join(', ') })
}

/**
 * What a screen reader is told when the verdicts have changed, by another outcome or another column. Nothing for the
 * verdicts that the page opens with: these are read in their place.
 */
export function useSpokenVerdicts(
  pairs: () => readonly PairVerdict[],
  outcome: () => Outcome,
  audience: () => Audience,
  judged: () => boolean,
) {
  const spoken = ref('')
  let before = ''
  watch(
    () => (judged() ? `${outcome().label}. ${spokenPairs(pairs(), audience())}` : ''),
    (words) => {
      if (words === '') return
      if (before !== '') spoken.value = words
      before = words
    },
    { immediate: true },
  )
  return spoken
}
