import {
  citations,
  count,
  defineTable,
  listOf,
  loose,
  number,
  oneOf,
  optional,
  refersTo,
  term,
  text,
  type RowOf,
} from '../columns'
import { TERM_ROLES, TREATMENT_KINDS, YES_NO } from '../vocabulary'

export const treatments = defineTable('treatments', 'one treatment, class, combination or comparator', {
  id: text('Treatment id'),
  name: text('Name'),
  shortName: text('Short name, for column heads and pictures'),
  plainName: text('Name in plain words'),
  plainSummary: text('One line in plain words'),
  otherNames: optional(text('Synonyms and brand names')),
  kind: oneOf('What it is', TREATMENT_KINDS),
  selectable: oneOf('Can it be picked for comparison?', YES_NO),
  parent: loose(optional(refersTo('The wider treatment or class it belongs to', 'treatments'))),
  family: optional(term('Family', 'family')),
  group: loose(optional(refersTo('Group', 'groups'))),
  line: optional(term('Place in treatment, as this collection sees it', 'line')),
  routeKind: optional(term('Route', 'route_kind')),
  settingKind: optional(term('Setting', 'setting_kind')),
  reversibleKind: optional(term('Reversible', 'reversible_kind')),
  onsetClass: optional(term('Onset', 'onset_class')),
  anaesthesia: optional(term('Anaesthesia', 'anaesthesia')),
  cautionsFrom: listOf('Treatments whose cautions also apply', 'treatments'),
  mechanism: optional(text('How it works')),
  route: optional(text('Route, in words')),
  setting: optional(text('Setting, in words')),
  regimenCaution: optional(text('Words to print before the regimen')),
  regimen: optional(text('Regimen, as the sources give it')),
  regimenSource: citations('Sources of the regimen'),
  onsetText: optional(text('Onset, in words')),
  onsetDaysLow: optional(number('Earliest onset, days', { minimum: 0 })),
  onsetDaysHigh: optional(number('Latest onset, days', { minimum: 0 })),
  onsetSource: citations('Sources of the onset'),
  durationText: optional(text('How long it lasts, in words')),
  durationSource: citations('Sources of the duration'),
  monitoring: optional(text('Monitoring')),
  monitoringSource: citations('Sources of the monitoring'),
  reversible: optional(text('Reversible, in words')),
  note: optional(text('Working note, never shown')),
})
export type Treatment = RowOf<typeof treatments>

export const groups = defineTable('groups', 'one group of treatments', {
  id: text('Group id'),
  label: text('Label'),
  plainLabel: text('Label in plain words'),
  family: term('Family', 'family'),
  order: count('Order in lists'),
  description: optional(text('What belongs to it')),
})
export type Group = RowOf<typeof groups>

export const terms = defineTable(
  'terms',
  'one word of a facet: its labels, its order and what the app does with it',
  {
    facet: text('Facet, named as the column that holds it'),
    id: text('Word as it stands in the cells'),
    label: text('Label'),
    plainLabel: text('Label in plain words'),
    order: count('Order in menus'),
    role: optional(oneOf('What the app does with it beyond printing it', TERM_ROLES)),
  },
  ['facet', 'id'],
)
export type Term = RowOf<typeof terms>
