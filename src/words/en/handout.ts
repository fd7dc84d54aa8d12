export default {
  title: 'What we talked about',
  about: 'On {condition}',
  results: 'What they do',
  sideEffects: 'Side effects',
  hundred:
    'Each number is about 100 people like those in the studies. Nobody can say who will be one of them.',
  everyone: 'It counts all who were treated, unless it says something else.',
  ring: 'means: nobody to compare with.',
  rangeMeans: 'Beside each number you see how far off it may be.',
  nothingCompares: 'The numbers in one line cannot be compared with each other.',

  apartAll: 'These numbers cannot be compared with each other.',
  apartSome: 'Not all of these numbers can be compared with each other.',

  mattered: 'What matters to you',
  weight: '{weight} of 100',
  decided: 'What we decided',
  questions: 'Questions to ask',
  whenToCall: 'When to call us',
  contact: 'Who to call',

  urgent: 'What cannot wait',
  urgentContact: 'In a crisis, call: {contact}',

  notes: 'Where the numbers come from:',
  link: 'To see these numbers again',

  printed: '{date}. Data: version {version}.',
  printedNoVersion: '{date}. The data do not say their version.',
  notAdvice: 'This page helps you think and talk it over. It does not tell you what to do.',
} as const
