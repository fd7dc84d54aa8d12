import { written } from './written'

export const say = written({
  theFilesCouldNotBe: 'The files could not be read.',
  theBrowserEndedTheWork:
    'The browser ended the work, most likely because its memory did not do. Close other tabs, or open fewer rows.',
  theDataFolderOfThe: 'The data folder of the server',
  readingItWasEnded: 'Reading it was ended.',
  tryAgainOrAskWhoever: 'Try again, or ask whoever keeps the folder.',
  backToCompare: 'Back to Compare',
  whatMatters: 'What matters',
  prepareToShow: 'Prepare to show',
  takeHome: 'Take home',
  tnCompare: 'TN Compare',
  dataVersionOf: ', data version {version} of {created}',
})
