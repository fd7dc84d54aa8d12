import type {
  ShownAgainst,
  ShownMissing,
  ShownOutcome,
  ShownPeople,
  ShownTime,
  Together,
} from '@/domain/presentation/screen'
import type { ReasonId } from '@/domain/comparability/verdict'
import { presentationNumbers, presentationSureness } from '@/words/presentation'

const { say } = presentationNumbers

export function timeWords(time: ShownTime): string {
  return time.kind === 'after' ? say(`after_${time.unit}`, { amount: time.amount }) : say(time.kind)
}

/** Why there is no number. */
export function missingWords(cell: ShownMissing): string {
  return say(`missing_${cell.why}`, cell.why === 'set-apart' ? { who: cell.who.join('; ') } : {})
}

export function rangeWords({ range, noRange }: ShownPeople): string {
  if (range) return say('range', { fewest: range.fewest, most: range.most })
  return say(`noRange_${noRange ?? 'not-reported'}`)
}

/** What only this number has: when, what was counted, out of whom, in whom. */
export function ownWords(cell: ShownPeople, { shared }: ShownOutcome): string {
  return [
    shared.time === undefined ? timeWords(cell.time) : '',
    shared.definition === undefined ? cell.definition : '',
    shared.outOf === undefined ? cell.outOf : '',
    cell.who ? say(cell.who.others ? 'others' : 'special', { who: cell.who.words }) : '',
    ...cell.remarks,
  ]
    .filter((part) => part !== '')
    .join(' · ')
    .replace(/(.)$/, cell.against ? '$1 ·' : '$1')
}

/** What all numbers of the row have in common. */
export function sharedWords({ shared }: ShownOutcome): string {
  return [shared.time && timeWords(shared.time), shared.definition, shared.outOf]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
    .replace(/(.)$/, '$1.')
}

export function againstWords({ name, count, gain, loss }: ShownAgainst): string {
  if (gain > 0) return say('againstMore', { gain, name, count })
  return loss > 0 ? say('againstFewer', { loss, name, count }) : say('againstSame', { name, count })
}

const reasonWords = (reason: ReasonId | undefined) =>
  reason === undefined ? '' : ` ${presentationSureness.say(`reason_${reason}`)}`

/** What may be said of the numbers of a row beside one another; the first reason stands for all. */
export function togetherWords(together: Together): string {
  if (together.kind === 'few') return ''
  if (together.kind !== 'apart') return say(`together_${together.kind}`)
  return say(together.all ? 'apartAll' : 'apartSome') + reasonWords(together.reasons[0])
}

/** Figures at the edge: some but fewer than one, or nearly all. */
export function edgeWords({ fewerThanOne, nearlyAll }: ShownPeople): string {
  if (fewerThanOne) return say('fewerThanOne')
  return nearlyAll ? say('nearlyAll') : ''
}
