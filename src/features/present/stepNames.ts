import type { StepId } from '@/domain/presentation/preparation'
import type { Screen } from '@/domain/presentation/screen'
import { say } from '@/words/interface/present'

/** The steps as the clinician knows them. */
export const STEP_NAMES: Readonly<Record<StepId, string>> = {
  condition: say('whatTheConditionIs'),
  untreated: say('whatMayHappenWithoutTreatment'),
  options: say('theOptions'),
  compare: say('howTheyCompare'),
  'side-effects': say('sideEffects'),
  certainty: say('howSureWeAre'),
  preferences: say('whatMattersToThePatient'),
  decision: say('whatWasDecided'),
  questions: say('questions'),
}

/** "How they compare, 2 of 3". */
export function screenName({ step, page, pages }: Screen): string {
  return pages > 1
    ? say('ofStepNamesPagePages', { stepNames: STEP_NAMES[step], page, pages })
    : STEP_NAMES[step]
}
