/**
 * The fixed phrases of the app: one place, the same words everywhere. Each says what was looked at, since a
 * blank or a vague "no evidence" is read as a moderate benefit.
 */
export const PHRASES = {
  notCompared: 'No study in this collection compared these two.',
  notRead: 'Not in the parts read.',
  noSourceRecorded: 'No source is recorded for this text.',
  rangeNotReported: 'Range not reported.',
  timeNotStated: 'Time not stated.',
  intervalHidden: 'Interval not shown: too narrow to be right.',
  intervalHiddenElse: 'Interval not shown: the remark says why.',
  changeFromBefore: 'change from before, no control',
  comparatorNotStated: 'comparator not stated',
  noNumber: 'No number in the parts read.',
  noValuePrinted: 'No value printed.',
  figureMayNotStand: 'A figure exists but may not stand beside others.',
  noHarmFigure: 'No harm figure here (this is not proof of safety).',
  noCaution: 'No caution recorded here (this is not proof of safety).',
  withoutTreatmentUnknown: 'What happens without treatment is not known here.',
  notReviewed: 'Not reviewed by a clinician yet.',
  notBesideAbove: 'May not stand beside the numbers above.',
  separateStudies: 'Separate studies: may not be comparable.',
  numberOfPatientsNotStated: 'Number of patients not stated.',
} as const

/** "Nothing found in (the condition).": the condition is named by the data. */
export function nothingFound(conditionName: string): string {
  return `Nothing found in ${conditionName}.`
}

/** "Measured in other patients: chronic pain.": whose patients an indirect number comes from. */
export function measuredInOthers(populationLabel: string): string {
  // An abbreviation at the start keeps its capitals.
  const inSentence = /^[A-Z][a-z]/.test(populationLabel)
    ? populationLabel.charAt(0).toLowerCase() + populationLabel.slice(1)
    : populationLabel
  return `Measured in other patients: ${inSentence}.`
}
