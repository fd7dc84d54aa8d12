import { count, defineTable, text, type RowOf } from '../columns'

export const startingLinks = defineTable('starting-links', 'one situation that the start page links to', {
  id: text('Link id'),
  label: text('Words of the link'),
  plainLabel: text('What it opens'),
  address: text('Address inside the app, from the first slash', { pattern: '^/' }),
  order: count('Order'),
})
export type StartingLink = RowOf<typeof startingLinks>
