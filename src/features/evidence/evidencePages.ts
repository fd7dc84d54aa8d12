/** The pages about the evidence behind the numbers, in the order in which they are offered. A page is offered once it exists. */
export const EVIDENCE_PAGES = [
  {
    name: 'sources',
    label: 'Sources',
    about: 'Every paper, guideline, label and survey: search, filter, read what was taken from it, cite it.',
  },
  {
    name: 'guidelines',
    label: 'Guidelines',
    about: 'What each guideline says about each treatment, and where they disagree.',
  },
  { name: 'network', label: 'Network', about: 'Who was compared with whom, and the gaps between them.' },
  {
    name: 'claims',
    label: 'Claims checked',
    about: 'What has been claimed to patients, and what the studies say of it.',
  },
  {
    name: 'condition',
    label: 'The condition and living with it',
    about: 'Criteria, red flags, how common it is, its burden, what patients value, and what is not known.',
  },
] as const
