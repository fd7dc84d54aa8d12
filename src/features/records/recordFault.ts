/** What can go wrong between this page and a record system, in words for the clinician. */
export const RECORD_FAULTS = {
  'not-listed':
    'The link names a record system that this copy of the app does not list. Nothing was asked of it.',
  'no-https': 'Records are read over HTTPS only, and this page was not opened that way.',
  'no-storage': 'This browser keeps nothing for the time of the sign-in, which is needed. Nothing was asked.',
  'no-answer': 'The record system gave no answer.',
  'bad-description':
    'The record system does not describe its sign-in in the way that is needed here (SMART, S256).',
  refused: 'The record system was not allowed to give anything: access was refused. Nothing was read.',
  'sign-in-failed': 'The sign-in at the record system failed. Nothing was read.',
  'wrong-state': 'This answer does not belong to a sign-in that was started here. It was thrown away.',
  'too-late': 'The sign-in took longer than ten minutes and was thrown away.',
  'no-patient': 'The record system did not say which patient this is about. Nothing was read.',
  expired: 'The permission to read has run out. What had not been read yet is missing.',
  'wrong-data':
    'The record system answered with something that is not the record of a patient. Nothing is offered.',
} as const

export type RecordFaultKind = keyof typeof RECORD_FAULTS

/** Carries no word of what another server sent. */
export class RecordFault extends Error {
  constructor(readonly kind: RecordFaultKind) {
    super(RECORD_FAULTS[kind])
  }
}
