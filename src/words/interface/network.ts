import { written } from './written'

export const say = written({
  oneAndOther: '{one} and {other}',
  close: 'Close',
  directionOnlyNoneOfThese: 'Direction only: none of these numbers may stand beside others.',
  openTheSourceOf: 'Open the source of:',
  islandsAndGaps: 'Islands and gaps',
  treatmentsOfOneIslandAre:
    'Treatments of one island are joined by direct comparisons. No chain of direct comparisons links two islands.',
  network: 'Network',
  whoWasComparedWithWhom: 'Who was compared with whom, in the parts of the sources that were read.',
  loadingTheNetwork: 'Loading the network',
  picture: 'Picture',
  families: 'Families',
  show: 'Show',
  theTreatmentsYouCompare: 'The treatments you compare',
})
