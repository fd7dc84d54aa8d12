import { written } from './written'

export const say = written({
  evidence: 'Evidence',
  whatTheNumbersRestOn: 'What the numbers rest on, and how it hangs together.',
  sources: 'Sources',
  everyPaperGuidelineLabelAnd:
    'Every paper, guideline, label and survey: search, filter, read what was taken from it, cite it.',
  guidelines: 'Guidelines',
  whatEachGuidelineSaysAbout: 'What each guideline says about each treatment, and where they disagree.',
  network: 'Network',
  whoWasComparedWithWhom: 'Who was compared with whom, and the gaps between them.',
  claimsChecked: 'Claims checked',
  whatHasBeenClaimedTo: 'What has been claimed to patients, and what the studies say of it.',
  theConditionAndLivingWith: 'The condition and living with it',
  criteriaRedFlagsHowCommon:
    'Criteria, red flags, how common it is, its burden, what patients value, and what is not known.',
})
