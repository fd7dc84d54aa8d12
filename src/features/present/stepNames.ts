import type { StepId } from '@/domain/presentation/preparation'
import type { Screen } from '@/domain/presentation/screen'

/** The steps as the clinician knows them. */
export const STEP_NAMES: Readonly<Record<StepId, string>> = {
  condition: 'What the condition is',
  untreated: 'What may happen without treatment',
  options: 'The options',
  compare: 'How they compare',
  'side-effects': 'Side effects',
  certainty: 'How sure we are',
  preferences: 'What matters to the patient',
  decision: 'What was decided',
  questions: 'Questions',
}

/** "How they compare, 2 of 3". */
export function screenName({ step, page, pages }: Screen): string {
  return pages > 1 ? `${STEP_NAMES[step]}, ${page} of ${pages}` : STEP_NAMES[step]
}
