import type { Finding } from '../tables/findings'
import type { Tables } from '../tables'
import type { ArmDesign, Measure } from '../vocabulary'
import { wordsWithoutTime } from './times'
import { COMPARE, hit, oddOneOut, rowRule, rowWithId, rowsBy, type Hit, type Rule } from './rule'

/** Directness follows from the patients: the table of populations says how near each kind is. */
function directnessOfPopulation(row: Finding, { populations }: Tables): Hit | undefined {
  const population = rowWithId(populations, row.population)
  if (!population) return undefined
  const isDirect = population.directnessToTn.startsWith('direct')
  if (isDirect === (row.directness === 'direct')) return undefined
  const message = `"${row.directness}", and the patients (${row.population}) are "${population.directnessToTn}".`
  return hit('findings', row, 'directness', message, COMPARE, [{ table: 'populations', row: population }])
}

const WITHOUT_COMPARATOR: ReadonlySet<ArmDesign> = new Set(['single-arm', 'before-after'])
const TWO_ARMED: ReadonlySet<Measure> = new Set(['risk-difference', 'nnt', 'nnh', 'smd'])

/** A comparison without anybody to compare with, or counts of a comparison that is not named. */
function comparisonFits(row: Finding): Hit | undefined {
  const counts = row.comparatorN ?? row.comparatorEvents
  if (row.comparator === undefined && counts !== undefined)
    return hit('findings', row, 'comparator', 'The comparison has patients and no name.')
  if (row.comparator !== undefined && row.comparator === row.treatment)
    return hit('findings', row, 'comparator', 'The treatment is compared with itself.')
  const isOther = row.flags.some(
    (flag) => flag === 'predictor' || flag === 'subgroup' || flag === 'before-after',
  )
  if (TWO_ARMED.has(row.measure) && row.comparator === undefined && !isOther)
    return hit('findings', row, 'comparator', `A ${row.measure} compares two groups; the row names one.`)
  if (row.comparator !== undefined && WITHOUT_COMPARATOR.has(row.armDesign))
    return hit(
      'findings',
      row,
      'armDesign',
      `The design is "${row.armDesign}", and the row has a comparison.`,
    )
  return undefined
}

const EFFECTS: ReadonlySet<Measure> = new Set([
  'risk-ratio',
  'odds-ratio',
  'hazard-ratio',
  'smd',
  'nnt',
  'nnh',
])

/** Pooled numbers come from pooled designs; Kaplan-Meier numbers are survival; differences have no way of counting. */
function kindFitsDesign(row: Finding): Hit | undefined {
  const isPooledDesign = row.armDesign.endsWith('-pooled')
  if (row.estimateKind === 'crude' && isPooledDesign)
    return hit('findings', row, 'estimateKind', `A crude count, and the design is "${row.armDesign}".`)
  if ((row.estimateKind === 'model' || row.estimateKind === 'actuarial') && isPooledDesign)
    return hit(
      'findings',
      row,
      'estimateKind',
      `One study's way of counting, and the design is "${row.armDesign}".`,
    )
  const isSurvival = row.estimateKind === 'crude' || row.estimateKind === 'actuarial'
  if (row.measure === 'survival-proportion' && !isSurvival)
    return hit(
      'findings',
      row,
      'estimateKind',
      `A survival is counted or estimated (actuarial), not "${row.estimateKind}".`,
    )
  if (row.measure !== 'survival-proportion' && row.measure !== 'median' && row.estimateKind === 'actuarial')
    return hit('findings', row, 'estimateKind', `A ${row.measure} is hardly ever actuarial.`)
  if (isPooledDesign && EFFECTS.has(row.measure) && row.estimateKind === 'not-applicable')
    return hit('findings', row, 'estimateKind', `A ${row.measure} of a pooled design is pooled.`)
  const single: readonly ArmDesign[] = ['randomised', 'non-randomised', 'single-arm', 'registry']
  if (row.estimateKind === 'pooled' && single.includes(row.armDesign))
    return hit(
      'findings',
      row,
      'estimateKind',
      `A pooled number, and the design is "${row.armDesign}": one study.`,
    )
  return undefined
}

const SOURCE_DESIGNS: Readonly<Record<string, readonly ArmDesign[]>> = {
  rct: ['randomised', 'non-randomised', 'single-arm', 'before-after'],
  cohort: ['non-randomised', 'single-arm', 'before-after', 'registry', 'survey', 'expert'],
  'case-series': ['single-arm', 'before-after', 'registry', 'expert', 'survey'],
  survey: ['survey', 'expert'],
  label: ['label-text'],
  'systematic-review': [
    'randomised-pooled',
    'non-randomised-pooled',
    'single-arm-pooled',
    'randomised',
    'non-randomised',
    'single-arm',
    'before-after',
  ],
}

/** A design that a source of this type cannot have. */
function designOfSource(row: Finding, { sources }: Tables): Hit | undefined {
  const source = rowWithId(sources, row.source)
  const designs = source && SOURCE_DESIGNS[source.type]
  if (!source || !designs || designs.includes(row.armDesign)) return undefined
  const message = `The design is "${row.armDesign}", and the source is of the type "${source.type}".`
  return hit('findings', row, 'armDesign', message, COMPARE, [{ table: 'sources', row: source }])
}

const SHARED = ['treatment', 'population', 'armDesign', 'reportedIn', 'cohort', 'directness'] as const
const FEWEST_ROWS = 3

/**
 * A row that differs from all others of its source in one word only. A row that is about other people or another
 * treatment differs in several.
 */
const aloneInSource: Rule = {
  id: 'facet/alone',
  severity: 'advice',
  reads: ['findings'],
  check: ({ findings }) =>
    [...rowsBy(findings, (row) => row.source).values()].flatMap((rows) =>
      rows.length <= FEWEST_ROWS
        ? []
        : SHARED.flatMap((column, _, all): readonly Hit[] => {
            const row = oddOneOut(rows, (one) => one[column])
            const differsMore = all.some(
              (other) => other !== column && row === oddOneOut(rows, (one) => one[other]),
            )
            if (!row || differsMore) return []
            const usual = rows.find((other) => other !== row)
            const message = `Only this row of "${row.source}" has "${row[column] ?? ''}"; the other ${rows.length - 1} have "${usual?.[column] ?? ''}".`
            return [hit('findings', row, column, message)]
          }),
    ),
}

const OF_SERIES = [
  'certainty',
  'headlineOk',
  'denominator',
  'definition',
  'armDesign',
  'population',
  'cohort',
] as const

/** A row that stands alone in one word among rows of one source that tell of the same treatment and outcome. */
const aloneInSeries: Rule = {
  id: 'facet/series',
  severity: 'advice',
  reads: ['findings'],
  check: ({ findings }) => {
    const shared = (row: Finding) =>
      [row.source, row.treatment, row.outcome, row.measure, wordsWithoutTime(row)].join('|')
    return [...rowsBy(findings, shared).values()].flatMap((rows) =>
      rows.length < FEWEST_ROWS
        ? []
        : OF_SERIES.flatMap((column): readonly Hit[] => {
            const row = oddOneOut(rows, (one) => one[column])
            if (!row) return []
            const usual = rows.find((other) => other !== row)?.[column]
            const message = `"${row[column] ?? ''}" here, and "${usual ?? ''}" in the other ${rows.length - 1} rows of the series.`
            return [hit('findings', row, column, message)]
          }),
    )
  },
}

export const FACET_RULES = [
  rowRule('facet/directness', 'error', 'findings', directnessOfPopulation, ['populations']),
  rowRule('facet/comparison', 'warning', 'findings', comparisonFits),
  rowRule('facet/estimate', 'warning', 'findings', kindFitsDesign),
  rowRule('facet/source-type', 'advice', 'findings', designOfSource, ['sources']),
  aloneInSource,
  aloneInSeries,
]
