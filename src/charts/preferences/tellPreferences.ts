import type { Appraisal } from '@/domain/preferences/appraisal'
import type { Criterion } from '@/domain/preferences/criteria'
import { nearest, type Nearest, type Reason, type Swap } from '@/domain/preferences/nearest'
import type { RankChances } from '@/domain/preferences/rankChances'
import type { Evidence } from '@/domain/evidence'
import { formatNumber } from '@/domain/format'
import { midSentence } from '@/words/midSentence'
import { preferenceWords } from '@/words/preferences'
import { criterionLabel, ofHundred, pointsText, sideText, type OptionColumn } from './preferencePicture'

/** What the picture says, in the patient's words and language. */
export interface PreferenceTelling {
  /** One sentence that reads the picture out. */
  readonly reading: string
  /** Which option is nearest and why, and what would change it; or why there is no order. */
  readonly order: readonly string[]
  /** What must stand with the picture. */
  readonly notes: readonly string[]
}

const { say } = preferenceWords

interface Teller {
  readonly nameOf: (treatment: string) => string
  readonly labelOf: (criterion: Criterion) => string
}

/** More than this share of the draws and an option may be called the nearest. */
const MAJORITY = 0.5

/** @param other the option for which a reason may not be known */
function reasonsText(reasons: readonly Reason[], other: string, { labelOf }: Teller): string {
  return reasons
    .map(({ criterion, knownForBoth }) => {
      const values = {
        label: midSentence(labelOf(criterion)),
        side: sideText(criterion),
        name: midSentence(other),
      }
      return say(knownForBoth ? 'reason' : 'unknownForOther', values)
    })
    .join('; ')
}

/** The factor is rounded away from 1, so that what is said would really turn the two round. */
function tellTimes(factor: number, label: string, name: string): string {
  if (factor > 1) {
    const times = Math.ceil(factor * 10) / 10
    return times === 2
      ? say('swapTwice', { label, name })
      : say('swapTimes', { label, name, factor: formatNumber(times, Number.isInteger(times) ? 0 : 1) })
  }
  const percent = Math.floor(factor * 20) * 5
  return percent === 50 ? say('swapHalf', { label, name }) : say('swapLess', { label, name, percent })
}

function tellSwap(swap: Swap | undefined, second: string, teller: Teller): string {
  const name = midSentence(teller.nameOf(second))
  if (!swap) return say('swapNone')
  const label = teller.labelOf(swap.criterion)
  return swap.kind === 'times'
    ? tellTimes(swap.factor, label, name)
    : say('swapPlace', { label, name, place: swap.place })
}

function tellFirst(found: Nearest, chance: number | undefined, teller: Teller): readonly string[] {
  const [first, second] = [teller.nameOf(found.first), teller.nameOf(found.second)]
  if (found.level) return [say('level', { first, second: midSentence(second) })]
  const drawn = chance === undefined ? [] : [say('drawn', { name: first, chance: ofHundred(chance) })]
  if (chance !== undefined && chance <= MAJORITY)
    return [say('noneNearest', { first, second: midSentence(second) }), ...drawn]
  return [
    found.because.length > 0
      ? say('nearestBecause', { name: first, reasons: reasonsText(found.because, second, teller) })
      : say('nearest', { name: first }),
    ...drawn,
  ]
}

function tellOrder(
  appraisal: Appraisal,
  chances: RankChances | undefined,
  teller: Teller,
): readonly string[] {
  const { refusal } = appraisal
  if (refusal) {
    const [worst] = refusal.pairs
    return [
      say('refused'),
      ...(worst
        ? [
            say('refusedWhy', {
              first: midSentence(teller.nameOf(worst.pair[0])),
              second: midSentence(teller.nameOf(worst.pair[1])),
              share: ofHundred(worst.share),
            }),
          ]
        : []),
      ...refusal.without
        .slice(0, 1)
        .map((id) => say('refusedWithout', { name: midSentence(teller.nameOf(id)) })),
      say('refusedBars'),
    ]
  }
  const found = nearest(appraisal)
  if (!found) return []
  const at = appraisal.options.findIndex(({ treatment }) => treatment === found.first)
  const against =
    found.against.length === 0 || found.level
      ? []
      : [
          say('against', {
            name: midSentence(teller.nameOf(found.second)),
            reasons: reasonsText(found.against, teller.nameOf(found.first), teller),
          }),
        ]
  const swap = found.level ? [] : [tellSwap(found.swap, found.second, teller)]
  return [...tellFirst(found, chances?.ranks[at]?.[0], teller), ...against, ...swap]
}

function tellNotes({ options, by }: Appraisal): readonly string[] {
  const counted = options
    .flatMap(({ parts }) => parts)
    .filter(({ gap, estimate }) => gap === undefined && estimate !== undefined)
  const sources = new Set(counted.map(({ estimate }) => estimate?.finding.source))
  return [
    say('pointsMean'),
    ...(by === 'order' ? [say('orderMeans')] : []),
    ...(sources.size > 1 ? [say('otherStudies')] : []),
    ...(counted.some(({ estimate }) => estimate?.direct === false) ? [say('otherPeopleNote')] : []),
    ...(counted.some(({ range }) => range === 'patients') ? [say('rough')] : []),
  ]
}

/**
 * The words of a picture of what matters. Never one "best": an option is nearest to what was said, for a reason.
 *
 * @param chances undefined while they are drawn, or where an order is refused
 * @param columns a name for each option of the appraisal, in its order
 */
export function tellPreferences(
  appraisal: Appraisal,
  chances: RankChances | undefined,
  columns: readonly OptionColumn[],
  evidence: Evidence,
): PreferenceTelling {
  const names = new Map(appraisal.options.map(({ treatment }, at) => [treatment, columns[at]?.name]))
  const teller: Teller = {
    nameOf: (id) => names.get(id) ?? id,
    labelOf: (criterion) => criterionLabel(criterion, evidence),
  }
  const readings = appraisal.options.map((option) =>
    say('reading', { name: teller.nameOf(option.treatment), points: pointsText(option) }),
  )
  return {
    reading: `${readings.join('; ')}.`,
    order: tellOrder(appraisal, chances, teller),
    notes: tellNotes(appraisal),
  }
}
