import type { HandoutCell, HandoutRow } from '@/domain/handout/handoutPage'
import type { Shared, ShownCell, ShownMissing, ShownPeople, ShownTime } from '@/domain/presentation/screen'
import { asSentence, midSentence } from '@/words/midSentence'
import { presentationNumbers } from '@/words/presentation'

const { say } = presentationNumbers

/** "after 5 years", "right after the treatment", or that it is not stated; nothing where a remark tells it. */
export function timeWords(time: ShownTime): string {
  if (time.kind === 'in-remarks') return ''
  return time.kind === 'after' ? say(`after_${time.unit}`, { amount: time.amount }) : say(time.kind)
}

/** Why there is no number. */
function missingWords(cell: ShownMissing): string {
  return say(
    `missing_${cell.why}`,
    cell.why === 'set-apart' ? { who: cell.who.map(midSentence).join('; ') } : {},
  )
}

/** "68 of 100", or the words that say why there is no such number. */
export function countWords(cell: ShownCell): string {
  if (cell.kind === 'missing') return missingWords(cell)
  if (cell.fewerThanOne) return say('fewerThanOne')
  return cell.nearlyAll ? say('nearlyAll') : say('ofHundred', { count: cell.count })
}

/** "between 47 and 84", or why there is no range. */
export function rangeWords({ range, noRange }: ShownPeople): string {
  if (range) return say('range', range)
  return noRange === undefined ? '' : say(`noRange_${noRange}`)
}

function againstWords({ against }: ShownPeople): string | undefined {
  if (!against) return undefined
  const { count, gain, loss } = against
  const name = midSentence(against.name)
  if (gain > 0) return say('againstMore', { gain, name, count })
  return loss > 0 ? say('againstFewer', { loss, name, count }) : say('againstSame', { name, count })
}

const NOTHING_SHARED: Shared = { time: undefined, definition: undefined, outOf: undefined }

/** What the numbers of a row have in common; a number that stands alone carries its own words. */
export function sharedOf({ outcome, cells }: HandoutRow): Shared {
  return cells.filter(({ shown }) => shown.kind === 'people').length > 1 ? outcome.shared : NOTHING_SHARED
}

/** "After 5 years. No pain.": each a sentence of its own. */
export function inSentences(words: readonly string[]): string {
  return words.map(asSentence).join(' ')
}

/** What must be said beside a number and is not told once for its row. */
export function detailWords(
  { shown, definedByName, ofEveryone }: HandoutCell,
  shared: Shared,
): readonly string[] {
  if (shown.kind === 'missing') return []
  const { who } = shown
  const words = [
    againstWords(shown),
    shared.time ? undefined : timeWords(shown.time),
    shared.definition !== undefined || definedByName ? undefined : shown.definition,
    shared.outOf !== undefined || ofEveryone ? undefined : shown.outOf,
    who && say(who.others ? 'others' : 'special', { who: midSentence(who.words) }),
    shown.fewPeople === undefined ? undefined : say('fewPeople', { count: shown.fewPeople }),
    ...shown.remarks,
    shown.askUs ? say('askUs') : undefined,
  ]
  return words.filter((text): text is string => text !== undefined && text !== '')
}

/** What all numbers of a row have in common, told once beside its name. */
export function sharedWords(row: HandoutRow): readonly string[] {
  const { cells } = row
  const shared = sharedOf(row)
  const byName = cells.every(({ shown, definedByName }) => shown.kind === 'missing' || definedByName)
  const everyone = cells.every(({ shown, ofEveryone }) => shown.kind === 'missing' || ofEveryone)
  const words = [
    shared.time && timeWords(shared.time),
    byName ? undefined : shared.definition,
    everyone ? undefined : shared.outOf,
  ]
  return words.filter((text): text is string => text !== undefined && text !== '')
}
