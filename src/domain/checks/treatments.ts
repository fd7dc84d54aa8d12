import type { Treatment } from '../tables/treatments'
import type { Tables } from '../tables'
import { COMPARE, hit, rowRule, rowWithId, type Hit } from './rule'

/** Two columns of one treatment that a group also says: the family. */
function familyOfGroup(row: Treatment, { groups }: Tables): Hit | undefined {
  const group = rowWithId(groups, row.group ?? '')
  if (!group || row.family === undefined || group.family === row.family) return undefined
  const message = `The family is "${row.family}", and its group "${group.id}" belongs to "${group.family}".`
  return hit('treatments', row, 'family', message, COMPARE, [{ table: 'groups', row: group }])
}

/** A treatment that a reader can pick needs what the lists sort and filter by. */
function canBePicked(row: Treatment): Hit | undefined {
  const isPicked = row.kind === 'option' || row.kind === 'combination'
  if (row.selectable === 'yes' && !isPicked && row.kind !== 'class')
    return hit('treatments', row, 'selectable', `A treatment of the kind "${row.kind}" cannot be picked.`)
  for (const column of ['family', 'group', 'routeKind'] as const)
    if (row.selectable === 'yes' && row[column] === undefined)
      return hit(
        'treatments',
        row,
        column,
        'The lists sort and filter by this column, and it is empty.',
        'Fill the cell.',
      )
  return undefined
}

/** A dose or an onset without the source it comes from. */
function textHasSource(row: Treatment): Hit | undefined {
  const pairs = [
    ['regimen', 'regimenSource'],
    ['onsetText', 'onsetSource'],
    ['durationText', 'durationSource'],
    ['monitoring', 'monitoringSource'],
  ] as const
  for (const [words, source] of pairs) {
    if (row[words] !== undefined && row[source].length === 0)
      return hit('treatments', row, source, 'The text beside it has no source.', 'Name the source.')
    if (row[words] === undefined && row[source].length > 0)
      return hit(
        'treatments',
        row,
        words,
        'There is a source and no text.',
        'Write the text, or take the source out.',
      )
  }
  return undefined
}

/** The slowest start, in days, that each word of a folder's own onset scale covers is not known here; 0 and years are. */
function onsetBelievable(row: Treatment): Hit | undefined {
  for (const column of ['onsetDaysLow', 'onsetDaysHigh'] as const) {
    const days = row[column]
    if (days !== undefined && days > 730)
      return hit('treatments', row, column, `An effect that starts after ${days} days is hard to believe.`)
  }
  return undefined
}

export const TREATMENT_RULES = [
  rowRule('treatment/family', 'warning', 'treatments', familyOfGroup, ['groups']),
  rowRule('treatment/pickable', 'warning', 'treatments', canBePicked),
  rowRule('treatment/sources', 'warning', 'treatments', textHasSource),
  rowRule('treatment/onset', 'warning', 'treatments', onsetBelievable),
]
