import { count, defineTable, list, oneOf, text, type RowOf } from '../columns'
import { DIRECTIONS } from '../vocabulary'

/** Columns of `treatments` that a burden can be read from. */
export const BURDEN_COLUMNS = [
  'kind',
  'family',
  'group',
  'route_kind',
  'setting_kind',
  'reversible_kind',
  'onset_class',
  'anaesthesia',
  'monitoring',
] as const

export const burdens = defineTable('burdens', 'one thing a treatment asks of a person, answered yes or no', {
  id: text('Burden id'),
  label: text('Label'),
  plainLabel: text('Label in plain words'),
  direction: oneOf('Is a yes better or worse?', DIRECTIONS),
  order: count('Order in menus'),
  column: oneOf('The column of treatments that answers it', BURDEN_COLUMNS),
  match: oneOf('Is the whole cell compared, or are words looked for in it?', ['value', 'words'] as const),
  yesValues: list('What stands for yes'),
  noValues: list('What stands for no; anything else, and an empty cell, is not known'),
})
export type Burden = RowOf<typeof burdens>
