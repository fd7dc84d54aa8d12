import type {
  ShownAgainst,
  ShownMissing,
  ShownOutcome,
  ShownPeople,
  ShownTime,
  Together,
} from '@/domain/presentation/screen'
import type { ReasonId } from '@/domain/comparability/verdict'
import { asSentence, midSentence } from '@/words/midSentence'
import { presentationNumbers, presentationSureness } from '@/words/presentation'

const { say } = presentationNumbers

/** "after 5 years", "right after the treatment", or that it is not stated; nothing where a remark tells it. */
export function timeWords(time: ShownTime): string {
  if (time.kind === 'in-remarks') return ''
  return time.kind === 'after' ? say(`after_${time.unit}`, { amount: time.amount }) : say(time.kind)
}

/** Why there is no number. */
export function missingWords(cell: ShownMissing): string {
  return say(
    `missing_${cell.why}`,
    cell.why === 'set-apart' ? { who: cell.who.map(midSentence).join('; ') } : {},
  )
}

export function rangeWords({ range, noRange }: ShownPeople): string {
  if (range) return say('range', { fewest: range.fewest, most: range.most })
  return say(`noRange_${noRange ?? 'not-reported'}`)
}

const inSentences = (parts: readonly (string | undefined)[]) =>
  parts
    .map((part) => asSentence(part ?? ''))
    .filter((part) => part !== '')
    .join(' ')

/** What only this number has: the other group of its study, when, what was counted, out of whom. */
export function ownWords(cell: ShownPeople, { shared }: ShownOutcome): string {
  return inSentences([
    cell.against && againstWords(cell.against),
    shared.time === undefined ? timeWords(cell.time) : '',
    shared.definition === undefined ? cell.definition : '',
    shared.outOf === undefined ? cell.outOf : '',
  ])
}

/** What limits a number: who the people were, how few they were, and what else must be said. */
export function limitWords(cell: ShownPeople): string {
  return inSentences([
    cell.who && say(cell.who.others ? 'others' : 'special', { who: midSentence(cell.who.words) }),
    cell.fewPeople === undefined ? '' : say('fewPeople', { count: cell.fewPeople }),
    ...cell.remarks,
    cell.askUs ? say('askUs') : '',
  ])
}

/** What all numbers of the row have in common. */
export function sharedWords({ shared }: ShownOutcome): string {
  return inSentences([shared.time && timeWords(shared.time), shared.definition, shared.outOf])
}

export function againstWords({ name: heading, count, gain, loss }: ShownAgainst): string {
  const name = midSentence(heading)
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
