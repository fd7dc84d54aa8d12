import { say } from '@/words/interface/records'

/** What can go wrong between this page and a record system, in words for the clinician. */
export const RECORD_FAULTS = {
  'not-listed': say('theLinkNamesARecord'),
  'no-https': say('recordsAreReadOverHttps'),
  'no-storage': say('thisBrowserKeepsNothingFor'),
  'no-answer': say('theRecordSystemGaveNo'),
  'bad-description': say('theRecordSystemDoesNot'),
  refused: say('theRecordSystemWasNot'),
  'sign-in-failed': say('theSignInAtThe'),
  'wrong-state': say('thisAnswerDoesNotBelong'),
  'too-late': say('theSignInTookLonger'),
  'no-patient': say('theRecordSystemDidNot'),
  expired: say('thePermissionToReadHas'),
  'wrong-data': say('theRecordSystemAnsweredWith'),
} as const

export type RecordFaultKind = keyof typeof RECORD_FAULTS

/** Carries no word of what another server sent. */
export class RecordFault extends Error {
  constructor(readonly kind: RecordFaultKind) {
    super(RECORD_FAULTS[kind])
  }
}
