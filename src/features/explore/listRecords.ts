import { numberRecord, wordsOfFinding, wordsRecord, type Place, type ShownRecord } from '@/data/exportRecords'
import type { Evidence } from '@/domain/evidence'
import type { ListCell, ListRow } from '@/domain/explore/listRow'
import type { StanceLine } from '@/domain/guidelines/stanceLines'
import { say } from '@/words/interface/explore'
import type { ListItem } from './listItems'

function cellRecord(place: Place, cell: ListCell, evidence: Evidence): ShownRecord {
  if (cell.kind === 'number') {
    const id = cell.estimate.finding.outcome
    return numberRecord({ ...place, outcome: { id, label: cell.outcome } }, cell.estimate, cell.text)
  }
  if (cell.kind === 'missing') return wordsRecord(place, cell.phrase, { missing: true })
  const words = [cell.words, cell.indirect].filter(Boolean).join(' ')
  const id = evidence.findingById.get(cell.finding)?.outcome ?? ''
  return wordsOfFinding({ ...place, outcome: { id, label: cell.outcome } }, words, cell.finding, evidence)
}

function stanceRecord(treatment: Place['treatment'], line: StanceLine): ShownRecord {
  const who = line.stances.map(({ guideline, recommendation }) => `${guideline} (${recommendation.context})`)
  const words = `${[line.asClass, line.stances[0]?.stance].filter(Boolean).join(': ')}: ${who.join('; ')}`
  const sources = line.stances.map(({ recommendation }) => recommendation.source)
  return wordsRecord({ treatment, place: say('guidelines') }, words, { sources: [...new Set(sources)] })
}

function recordsOfRow(
  row: ListRow,
  numberCell: ListCell | undefined,
  numberColumn: 'benefit' | 'harm' | undefined,
  evidence: Evidence,
): readonly ShownRecord[] {
  const treatment = { id: row.id, name: row.name }
  const cell = (side: 'benefit' | 'harm') =>
    numberColumn === side && numberCell
      ? cellRecord({ treatment, place: say('orderedBy') }, numberCell, evidence)
      : cellRecord({ treatment, place: say('leadingSide', { side }) }, row[side], evidence)
  return [
    cell('benefit'),
    cell('harm'),
    ...row.guidelines.map((line) => stanceRecord(treatment, line)),
    wordsRecord({ treatment, place: say('onset') }, row.onset, { sources: row.lastingSources }),
    ...(row.duration === undefined
      ? []
      : [wordsRecord({ treatment, place: say('duration') }, row.duration, { sources: row.lastingSources })]),
  ]
}

/**
 * The list as rows for a file, in the order on screen: for each treatment its numbers, what guidelines say, onset and
 * duration.
 *
 * @param shown ids that the search and the filters leave: never what is hidden for a patient, who must not be in a file
 */
export function listRecords(
  items: readonly ListItem[],
  shown: ReadonlySet<string>,
  numberColumn: 'benefit' | 'harm' | undefined,
  evidence: Evidence,
): readonly ShownRecord[] {
  return items.flatMap((item) =>
    item.kind === 'row' && shown.has(item.row.id)
      ? recordsOfRow(item.row, item.numberCell, numberColumn, evidence)
      : [],
  )
}
