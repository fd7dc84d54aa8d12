import { defineTable, optional, refersTo, term, text, year, type RowOf } from '../columns'

export const recommendations = defineTable('recommendations', 'what one document says about one treatment', {
  id: text('Recommendation id'),
  source: refersTo('The document', 'sources'),
  guidelineName: text('Name of the document'),
  country: optional(text('Country or region')),
  year: optional(year('Year')),
  countsAs: term('What kind of document it is', 'counts_as'),
  treatment: refersTo('Treatment', 'treatments'),
  stance: term('What it says', 'stance'),
  strength: optional(text('Strength as the document words it')),
  quality: optional(text('Quality of evidence as the document words it')),
  context: text('In what situation'),
  locator: text('Where in the document'),
  note: optional(text('Working note, never shown')),
})
export type Recommendation = RowOf<typeof recommendations>
