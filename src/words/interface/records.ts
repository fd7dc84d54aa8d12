import { written } from './written'

export const say = written({
  recordOf: 'Record of',
  isThisThePersonBefore: '. Is this the person before you?',
  entriesSpeakOfAnotherPerson:
    '{ofOthers, plural, one {# entry speaks} other {# entries speak}} of another person and was left out. Tell those who run the record system.',
  nothingInTheRecordWhich: 'Nothing in the record, which does not mean that there is nothing.',
  person: 'Person',
  conditions: 'Conditions',
  medicines: 'Medicines',
  results: 'Results',
  noName: 'no name',
  bornBirthDate: 'born {birthDate}',
  setNow: 'set now: {now}',
  takenOver: 'Taken over',
  takeBack: 'Take back',
  takeOver: 'Take over',
  takesAlreadyName: 'Takes already: {name}',
  otherMedicineNotInOur: 'Other medicine: not in our list, check by hand',
  fromTheRecord: 'From the record',
  whatARecordSystemSays:
    'What a record system says of the patient, for you to take over one by one. It stays in the memory of this tab.',
  factorsOfAPatientAre:
    'Factors of a patient are switched off in the settings, so nothing is asked of a record system.',
  lookingForRecordSystems: 'Looking for record systems',
  noRecordSystemIsSet:
    'No record system is set up for this copy of the app, and none was asked. Those who run it can list theirs.',
  signInAt: 'Sign in at {name}',
  goingToTheSignIn: 'Going to the sign-in of the record system.',
  readingTheRecord: 'Reading the record',
  whatWasReadHasBeen:
    'What was read has been forgotten. Open the app from the record system again to read it anew.',
  allTreatments: 'All treatments',
  whatYouTookOverGoes: 'What you took over goes with you; the rest is forgotten when you leave this page.',
  theLinkNamesARecord:
    'The link names a record system that this copy of the app does not list. Nothing was asked of it.',
  recordsAreReadOverHttps: 'Records are read over HTTPS only, and this page was not opened that way.',
  thisBrowserKeepsNothingFor:
    'This browser keeps nothing for the time of the sign-in, which is needed. Nothing was asked.',
  theRecordSystemGaveNo: 'The record system gave no answer.',
  theRecordSystemDoesNot:
    'The record system does not describe its sign-in in the way that is needed here (SMART, S256).',
  theRecordSystemWasNot:
    'The record system was not allowed to give anything: access was refused. Nothing was read.',
  theSignInAtThe: 'The sign-in at the record system failed. Nothing was read.',
  thisAnswerDoesNotBelong:
    'This answer does not belong to a sign-in that was started here. It was thrown away.',
  theSignInTookLonger: 'The sign-in took longer than ten minutes and was thrown away.',
  theRecordSystemDidNot: 'The record system did not say which patient this is about. Nothing was read.',
  thePermissionToReadHas: 'The permission to read has run out. What had not been read yet is missing.',
  theRecordSystemAnsweredWith:
    'The record system answered with something that is not the record of a patient. Nothing is offered.',
  couldNotBeRead: '{name} could not be read.',
})
