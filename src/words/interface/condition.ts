import { written } from './written'

export const say = written({
  whatTheSourcesSayEach:
    'What the sources say, each with where it stands; nothing here is a diagnosis. Figures of different studies differ because their people and their ways of counting did.',
  loadingTheFacts: 'Loading the facts',
  theDataHoldNoFacts: 'The data hold no facts on this',
  onThisPage: 'On this page',
  aboutAndLivingWithIt: 'About {condition} and living with it',
  aboutTheCondition: 'About the condition',
  numberOfPeopleNotStated: 'Number of people not stated',
  wordsUsedHereInPlain: 'Words used here, in plain words',
})
