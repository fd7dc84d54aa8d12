import { say } from '@/words/interface/evidence'

/** The pages about the evidence behind the numbers, in the order in which they are offered. A page is offered once it exists. */
export const EVIDENCE_PAGES = [
  {
    name: 'sources',
    label: say('sources'),
    about: say('everyPaperGuidelineLabelAnd'),
  },
  {
    name: 'guidelines',
    label: say('guidelines'),
    about: say('whatEachGuidelineSaysAbout'),
  },
  { name: 'network', label: say('network'), about: say('whoWasComparedWithWhom') },
  {
    name: 'claims',
    label: say('claimsChecked'),
    about: say('whatHasBeenClaimedTo'),
  },
  {
    name: 'condition',
    label: say('theConditionAndLivingWith'),
    about: say('criteriaRedFlagsHowCommon'),
  },
] as const
