import { count, defineTable, oneOf, optional, refersTo, term, text, year, type RowOf } from '../columns'
import { RISK_OF_BIAS, SOURCE_TYPES } from '../vocabulary'

export const sources = defineTable('sources', 'one paper, guideline, label or survey', {
  id: text('Source id'),
  type: oneOf('Type of document', SOURCE_TYPES),
  authors: optional(text('Authors')),
  title: text('Title; in [brackets]: a supplied description'),
  journal: optional(text('Journal or publisher')),
  year: optional(year('Year')),
  volumePages: optional(text('Volume and pages')),
  doi: optional(text('DOI', { pattern: '^10\\.\\d{4,9}/\\S+$' })),
  pmid: optional(text('PubMed id', { pattern: '^\\d{1,8}$' })),
  url: optional(text('Address read', { pattern: '^https?://\\S+$' })),
  population: optional(text('Patients')),
  n: optional(count('Patients in all')),
  design: text('Design'),
  followUp: optional(text('Follow-up')),
  riskOfBias: optional(oneOf('Risk of bias; empty: not judged', RISK_OF_BIAS)),
  riskOfBiasBy: optional(refersTo('Who judged it', 'sources', ['curator'])),
  funding: optional(text('Funding; empty: not in the parts read')),
  weakBasis: optional(text('Why it should not be the only basis of a ban')),
  bibliography: oneOf('Is the bibliographic record complete?', ['complete', 'incomplete'] as const),
  note: optional(text('Working note, never shown')),
})
export type Source = RowOf<typeof sources>

export const diseaseFacts = defineTable('disease-facts', 'one fact about the condition', {
  id: text('Fact id'),
  fact: text('What it is about'),
  value: text('The fact'),
  source: refersTo('Source', 'sources'),
  locator: text('Where in the source'),
})
export type DiseaseFact = RowOf<typeof diseaseFacts>

export const factGroups = defineTable(
  'fact-groups',
  'the heading under which a fact about the condition stands',
  {
    fact: refersTo('The fact', 'disease-facts'),
    group: term('Its heading', 'fact_group'),
    order: count('Order on the page'),
  },
  ['fact'],
)
export type FactGroup = RowOf<typeof factGroups>

export const preferences = defineTable('preferences', 'what patients value, and the burden they carry', {
  id: text('Row id'),
  topic: term('Topic', 'topic'),
  fact: text('What it is about'),
  value: text('The figure or finding'),
  n: optional(count('People')),
  source: refersTo('Source', 'sources'),
  locator: text('Where in the source'),
})
export type Preference = RowOf<typeof preferences>

export const glossary = defineTable(
  'glossary',
  'one term in plain words',
  { term: text('Term'), plainDefinition: text('Definition in plain words') },
  ['term'],
)
export type GlossaryEntry = RowOf<typeof glossary>
