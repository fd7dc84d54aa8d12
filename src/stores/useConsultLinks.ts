import { say } from '@/words/interface/stores'
import { computed } from 'vue'
import { useView } from './useView'

const STEPS = ['compare', 'matters', 'prepare', 'handout'] as const
export type ConsultStep = (typeof STEPS)[number]

/** The other steps of a consult about the same treatments: each is one action away from each. */
export function useConsultLinks(here: ConsultStep) {
  const { linkTo } = useView()
  return computed(() =>
    STEPS.filter((step) => step !== here).map((step) => ({ step, to: linkTo({ finding: undefined }, step) })),
  )
}

/** For pages in the clinician's own language. */
export const STEP_NAMES: Readonly<Record<ConsultStep, string>> = {
  compare: say('backToCompare'),
  matters: say('whatMatters'),
  prepare: say('prepareToShow'),
  handout: say('takeHome'),
}
