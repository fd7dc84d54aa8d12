import { written } from './written'

export const say = written({
  againstComparator: 'Against: {comparator}',
  theSourceOfANumber: 'The source of a number',
  theCountsOfBothArms:
    'The counts of both arms are added up over several studies, so no difference is worked out from them here.',
  howSure: 'How sure',
  theStudy: 'The study',
  allThatWasTakenFrom: 'All that was taken from this source',
  sourceIsLoading: 'Source is loading.',
  theRecordOfThisSource: 'The record of this source is missing from the data: {source}.',
  asReported: 'As reported',
  otherFindingsOnTheSame: 'Other findings on the same treatment and outcome',
  noOtherFindingInThis: 'No other finding in this collection.',
  isThisNumberWrong: 'Is this number wrong?',
  theReportNamesTheRow:
    'The report names the row, the version of the data and the address. It is only copied; nothing is sent.',
  reportCopiedNothingWasSent: 'Report copied; nothing was sent.',
  copyAReport: 'Copy a report',
  copyTheLinkToThis: 'Copy the link to this number',
  samePatients: 'same patients',
  mayNotStandBesideOthers: 'May not stand beside others.',
  thisOneStandsInThe: 'This one stands in the cell.',
  showThisOneInThe: 'Show this one in the cell',
  showAllOthers: 'Show all {others}',
  inTheCell: 'In the cell',
  youChoseThisNumberFor: 'You chose this number for its cell. The address keeps the choice.',
  theCellPrintsTheseWords: 'The cell prints these words: {words}.',
  theCuratorsOnThisRow: 'The curators on this row: {curatorsWhy}',
  showTheStandardChoiceAgain: 'Show the standard choice again',
})
