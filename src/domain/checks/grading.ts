import type { Finding } from '../tables/findings'
import type { Source } from '../tables/background'
import { CERTAINTIES, type ArmDesign, type Certainty } from '../vocabulary'
import { COMPARE, hit, rowRule, type Hit } from './rule'

/** Where GRADE starts each design: only random allocation starts high, all else low. */
const CEILING: Readonly<Record<ArmDesign, Certainty>> = {
  randomised: 'high',
  'randomised-pooled': 'high',
  'non-randomised': 'low',
  'non-randomised-pooled': 'low',
  'single-arm': 'low',
  'single-arm-pooled': 'low',
  'before-after': 'very-low',
  registry: 'low',
  survey: 'low',
  'label-text': 'moderate',
  expert: 'very-low',
}

/**
 * A certainty above the one GRADE starts the design at. It can be rated up for a large effect or a dose response:
 * then the row belongs into accepted-problems.csv with that reason.
 * @see Guyatt GH et al. GRADE guidelines 9. J Clin Epidemiol 2011;64:1311-1316
 */
function certaintyOfDesign(row: Finding): Hit | undefined {
  if (row.certainty === undefined) return undefined
  const ceiling = CEILING[row.armDesign]
  if (CERTAINTIES.indexOf(row.certainty) >= CERTAINTIES.indexOf(ceiling)) return undefined
  const message = `Certainty "${row.certainty}" from a design (${row.armDesign}) that starts at "${ceiling}".`
  return hit('findings', row, 'certainty', message)
}

/** A grade of nobody, or somebody who graded nothing. */
function gradeAndGrader(row: Finding): Hit | undefined {
  if ((row.certainty === undefined) === (row.certaintyBy === undefined)) return undefined
  return hit('findings', row, 'certaintyBy', 'A certainty and who judged it stand together, or not at all.')
}

/** The words of the row name another certainty than its cell. */
function certaintyOfWords(row: Finding): Hit | undefined {
  const said = /\bcertainty:? (high|moderate|very[ -]low|low)\b/i
    .exec(row.note ?? '')?.[1]
    ?.toLowerCase()
    .replace(' ', '-')
  if (said === undefined || row.certainty === undefined || said === row.certainty) return undefined
  return hit('findings', row, 'certainty', 'The working note of the row names another certainty.')
}

function biasAndJudge(row: Source): Hit | undefined {
  if ((row.riskOfBias === undefined) === (row.riskOfBiasBy === undefined)) return undefined
  return hit(
    'sources',
    row,
    'riskOfBiasBy',
    'A risk of bias and who judged it stand together, or not at all.',
  )
}

/** A row that must not stand as a headline says why; one that may without reserve has nothing to say. */
function caveatFits(row: Finding): Hit | undefined {
  if (row.headlineOk === 'with-caveat' && row.caveat === undefined)
    return hit(
      'findings',
      row,
      'caveat',
      'The row may stand with its caveat only, and has none.',
      'Write the caveat.',
    )
  if (row.headlineOk === 'yes' && row.caveat !== undefined)
    return hit(
      'findings',
      row,
      'headlineOk',
      'The row has a caveat, so it cannot stand without one.',
      'Write with-caveat.',
    )
  if (row.headlineOk === 'no' && row.caveat === undefined)
    return hit(
      'findings',
      row,
      'headlineOk',
      'The row may not lead, and does not say why.',
      'Write the reason as caveat.',
    )
  return undefined
}

const UNFIT: ReadonlySet<string> = new Set(['no-number', 'vote-count', 'direction-unclear', 'predictor'])

/** Flags that rule a side-by-side view out, on a row that allows it. */
function flagsFit(row: Finding): Hit | undefined {
  const flag = row.flags.find((one) => UNFIT.has(one))
  if (flag !== undefined && row.headlineOk !== 'no')
    return hit(
      'findings',
      row,
      'headlineOk',
      `A row with the flag ${flag} cannot lead.`,
      'Write no, or drop the flag.',
    )
  if (row.flags.includes('no-number') && row.value !== undefined)
    return hit('findings', row, 'flags', 'The flag says there is no number, and the row has one.')
  const saysNothing = [row.value, row.armEvents, row.rangeLow, row.rangeHigh].every(
    (figure) => figure === undefined,
  )
  if (saysNothing && !row.flags.includes('no-number'))
    return hit(
      'findings',
      row,
      'value',
      'The row has no figure at all.',
      `${COMPARE} If there is none, flag it no-number.`,
    )
  return undefined
}

export const GRADING_RULES = [
  rowRule('certainty/design', 'warning', 'findings', certaintyOfDesign),
  rowRule('certainty/judge', 'warning', 'findings', gradeAndGrader),
  rowRule('certainty/words', 'warning', 'findings', certaintyOfWords),
  rowRule('bias/judge', 'advice', 'sources', biasAndJudge),
  rowRule('caveat/headline-ok', 'error', 'findings', caveatFits),
  rowRule('flags/headline-ok', 'warning', 'findings', flagsFit),
]
