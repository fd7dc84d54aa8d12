import type { Appraisal } from '@/domain/preferences/appraisal'
import type { Part } from '@/domain/preferences/appraisedOption'
import type { Criterion } from '@/domain/preferences/criteria'
import type { Evidence } from '@/domain/evidence'
import { formatNumber, formatShare } from '@/domain/format'
import { translatedText } from '@/domain/translation/translatedText'
import { language } from '@/words/language'
import { preferenceWords } from '@/words/preferences'
import type { TableTwin } from '../pictureModel'

/** An option as the picture names it. */
export interface OptionColumn {
  readonly name: string
  /** Its place in the address, which gives it its colour and mark everywhere; 0 for the first. */
  readonly place: number
}

const { say } = preferenceWords

/** The plain label of a criterion in the patient's language. */
export function criterionLabel(criterion: Criterion, evidence: Evidence): string {
  const { of } = criterion
  return of.kind === 'burden'
    ? translatedText(evidence, language.value, 'burdens', of.burden, 'plainLabel').text
    : translatedText(evidence, language.value, 'outcomes', of.outcome, 'plainLabel').text
}

/** Whether the patient wants it, in a word or two. */
export function sideText({ moreIsBetter, of }: Criterion): string {
  if (of.kind === 'burden') return say(moreIsBetter ? 'toHave' : 'toAvoid')
  return say(moreIsBetter ? 'moreBetter' : 'lessBetter')
}

/** A share of 1 as a whole number of 100. */
export function ofHundred(share: number): string {
  return formatNumber(100 * share, 0)
}

/** "31 to 74 points". */
export function pointsText({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [ofHundred(low), ofHundred(high)]
  return from === to ? say('samePoints', { low: from }) : say('points', { low: from, high: to })
}

/** What is known about one option and one criterion, in words. */
export function knownText({ answer, estimate, gap, range }: Part): string {
  if (answer !== undefined) return say(answer)
  const value = estimate?.family === 'share' ? estimate.value : undefined
  if (estimate === undefined || value === undefined) return gap === undefined ? '' : say(`gap-${gap}`)
  const { armN } = estimate.finding
  const count = formatShare(value, armN)
  const { interval } = estimate
  const number =
    interval.kind === 'shown'
      ? say('range', {
          count,
          low: formatShare(interval.lower, armN),
          high: formatShare(interval.upper, armN),
        })
      : say('roughRange', { count })
  return gap === undefined || range !== undefined ? number : `${number}: ${say(`gap-${gap}`)}`
}

/** The same numbers as a table: a line for each option and criterion, and one for the whole of each option. */
export function preferenceTwin(
  { options }: Appraisal,
  columns: readonly OptionColumn[],
  evidence: Evidence,
): TableTwin {
  const lines = options.flatMap((option, at) => {
    const name = columns[at]?.name ?? option.treatment
    return [
      {
        cells: [name, say('all'), '', say('weight', { weight: 100 }), pointsText(option)],
        finding: undefined,
      },
      ...option.parts.map((part) => ({
        cells: [
          name,
          criterionLabel(part.criterion, evidence),
          knownText(part),
          say('weight', { weight: ofHundred(part.share) }),
          pointsText(part),
        ],
        finding: part.estimate?.finding.id,
      })),
    ]
  })
  return {
    caption: say('picture'),
    columns: [
      say('optionColumn'),
      say('criterionColumn'),
      say('knownColumn'),
      say('weightColumn'),
      say('pointsColumn'),
    ],
    rows: lines.map(({ cells }) => cells),
    rowFindingIds: lines.map(({ finding }) => finding),
    numberColumn: 2,
  }
}
