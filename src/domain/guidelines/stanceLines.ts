import { termOf, type Evidence } from '../evidence'
import { isVote } from './documents'
import { statementsOn, type Statement } from './statements'

/** Guidelines that take the same stance, in one line. */
export interface StanceLine {
  readonly stance: string
  readonly asClass: string | undefined
  readonly silent: boolean
  /** The first of them is of the guideline that the reader follows. */
  readonly ours: boolean
  readonly stances: readonly Statement[]
}

/** What the current guidelines say of a treatment: see `statementsOn`. */
export function guidelineStances(treatment: string, evidence: Evidence): readonly Statement[] {
  return statementsOn(treatment, evidence, (row) => isVote(row, evidence))
}

/**
 * The same in few lines: guidelines of one stance together, own statements before those on a class.
 *
 * @param ours the guideline that a reader marked as the one they follow: its line leads, and it leads its line
 */
export function stanceLines(
  stances: readonly Statement[],
  evidence: Evidence,
  ours?: string,
): readonly StanceLine[] {
  const isOurs = ({ recommendation }: Statement) => recommendation.source === ours
  const lines = new Map<string, Statement[]>()
  for (const stance of [...stances.filter(isOurs), ...stances.filter((stance) => !isOurs(stance))]) {
    const key = `${stance.asClass ?? ''}\n${stance.recommendation.stance}`
    const line = lines.get(key)
    if (line) line.push(stance)
    else lines.set(key, [stance])
  }
  const rank = (members: readonly Statement[]) => {
    const [first] = members
    if (!first) return 0
    const order = termOf(evidence, 'stance', first.recommendation.stance)?.order ?? 0
    const place = (first.asClass === undefined ? 0 : 1000) + (first.silent ? 500 : 0) + order
    return isOurs(first) ? place - 10_000 : place
  }
  return [...lines.values()]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((members) => {
      const [first] = members
      return first
        ? [
            {
              stance: first.stance,
              asClass: first.asClass,
              silent: first.silent,
              ours: isOurs(first),
              stances: members,
            },
          ]
        : []
    })
}
