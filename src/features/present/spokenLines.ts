import type { OutcomesScreen, Screen } from '@/domain/presentation/screen'
import { presentation, presentationNumbers } from '@/words/presentation'
import { againstWords, missingWords, timeWords, togetherWords } from './cellWords'

const { say } = presentationNumbers

function outcomeLines({ outcomes, options }: OutcomesScreen): readonly string[] {
  return outcomes.flatMap((row) => [
    `${row.label}:`,
    ...row.cells.map((cell, place) => {
      const name = options[place]?.name ?? ''
      if (cell.kind === 'missing') return say('sayMissing', { name, words: missingWords(cell) })
      return [
        say(cell.fewerThanOne ? 'sayFewerThanOne' : 'sayCount', { name, count: cell.count }),
        `(${timeWords(cell.time)})`,
        cell.range ? say('sayRange', cell.range) : say('sayNoRange'),
        cell.against ? againstWords(cell.against) : '',
      ]
        .filter(Boolean)
        .join(' ')
    }),
    ...[togetherWords(row.together)].filter(Boolean),
  ])
}

/** What a clinician can say aloud to a screen, in the patient's language; none where the screen says it all. */
export function spokenLines(screen: Screen): readonly string[] {
  if (screen.kind === 'outcomes')
    return [presentation.say('likeInStudies'), presentation.say('nobodyKnows'), ...outcomeLines(screen)]
  if (screen.kind === 'facts') return screen.facts.map((fact) => fact.text)
  if (screen.kind === 'options') return screen.options.map(({ name, summary }) => `${name}: ${summary}`)
  if (screen.kind === 'preferences') return [presentation.say('promptLead')]
  if (screen.kind === 'questions') return [presentation.say('questionsOpen')]
  return []
}
