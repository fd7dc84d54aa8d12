import { recordedText } from '../recordedText'
import { decimalsOf } from './printedNumber'
import type { Finding } from '../tables/findings'
import type { Tables } from '../tables'
import { hit, oddOneOut, rowRule, rowWithId, rowsBy, type Hit, type Rule } from './rule'

/** The ends of the scale that a unit or definition names: 0-10, 0 to 100. */
export function scaleOf(words: string): readonly [number, number] | undefined {
  const found = /(?<![\d.])([01])(?:-| to )(\d+)(?![\d.])/.exec(words)
  // 0 to 1 is a fraction, not a scale of points.
  return found && Number(found[2]) >= 5 ? [Number(found[1]), Number(found[2])] : undefined
}

/** A score beyond the ends of its own scale; a difference may be as large as the scale is long. */
function insideScale(row: Finding): Hit | undefined {
  const ends = scaleOf(`${row.unit ?? ''} ${row.definition.replace(/-(\d+)-(\d+)$/, ' $1-$2')}`)
  if (!ends || /percent/.test(row.unit ?? '')) return undefined
  const [low, high] = ends
  const isDifference = row.measure === 'mean-difference'
  for (const column of ['value', 'ciLow', 'ciHigh', 'rangeLow', 'rangeHigh'] as const) {
    const figure = row[column]
    if (
      figure === undefined ||
      (isDifference ? Math.abs(figure) <= high - low : figure >= low && figure <= high)
    )
      continue
    return hit('findings', row, column, `${figure} is beyond the scale of ${low} to ${high}.`)
  }
  return undefined
}

/** A standardised difference, ratio or rate so large that no treatment reaches it. */
const LARGEST: Readonly<Partial<Record<Finding['measure'], number>>> = {
  smd: 4,
  'risk-ratio': 60,
  'odds-ratio': 200,
  'hazard-ratio': 60,
}

function believable(row: Finding): Hit | undefined {
  const largest = LARGEST[row.measure]
  if (largest === undefined || row.value === undefined || Math.abs(row.value) <= largest) return undefined
  return hit('findings', row, 'value', `A ${row.measure} of ${row.value} is hard to believe.`)
}

const FEWEST_OTHERS = 4
const FAR = 3

/**
 * A number three times above the highest or below the lowest of all others on the same outcome, in the same measure
 * and unit.
 */
const farFromOthers: Rule = {
  id: 'value/far',
  severity: 'advice',
  reads: ['findings'],
  check: ({ findings }) => {
    const groups = rowsBy(findings, (row) =>
      row.value === undefined || row.value === 0
        ? undefined
        : `${row.outcome}|${row.measure}|${row.unit === 'percent' ? '' : (row.unit ?? '')}`,
    )
    return [...groups.values()].flatMap((rows) => {
      if (rows.length <= FEWEST_OTHERS) return []
      const sizes = rows.map((row) => Math.abs(row.value ?? 0)).sort((a, b) => a - b)
      const [lowest = 0, second = 0] = sizes
      const [beforeLast = 0, last = 0] = sizes.slice(-2)
      return rows.flatMap((row): readonly Hit[] => {
        const size = Math.abs(row.value ?? 0)
        const isLow = size === lowest && size * FAR < second
        const isHigh = size === last && size > beforeLast * FAR
        if (!isLow && !isHigh) return []
        const others = isLow ? `${second} or more` : `${beforeLast} or less`
        return [
          hit(
            'findings',
            row,
            'value',
            `${row.value}, while all other rows on "${row.outcome}" have ${others}.`,
          ),
        ]
      })
    })
  },
}

const NAMED_COUNT = /(?<![\d.,-])(\d{1,3}(?:,\d{3})+|\d+) (?:people|patients|in all|who|treated|operated)\b/g

/** The caveat says how many people there were, and the row has none of these numbers. */
function peopleOfCaveat(row: Finding, { sources }: Tables): Hit | undefined {
  const said = [...(row.caveat ?? '').matchAll(NAMED_COUNT)].map(([, figure]) =>
    Number(figure?.replaceAll(',', '')),
  )
  if (said.length === 0 || row.armN === undefined || row.denominator !== 'all-treated') return undefined
  const counted = [
    row.armN,
    row.comparatorN,
    row.armEvents,
    row.comparatorEvents,
    row.armN + (row.comparatorN ?? 0),
  ]
  if (said.some((figure) => counted.includes(figure))) return undefined
  const source = rowWithId(sources, row.source)
  if (said.some((figure) => figure === source?.n)) return undefined
  return hit(
    'findings',
    row,
    'armN',
    `The caveat speaks of ${said.join(', ')} people, and the row of ${row.armN}.`,
  )
}

const PAIRED = /(?<![\d.,])(\d+) (?:out )?of (?:all |the |these )?(\d+)(?![\d.%])/g

/** The caveat says "9 of 56", and the counts of the row are others. */
function countsOfCaveat(row: Finding): Hit | undefined {
  if (row.armEvents === undefined || row.armN === undefined) return undefined
  const pairs = [...(row.caveat ?? '').matchAll(PAIRED)].map(([, events, people]) => `${events}/${people}`)
  const { armEvents, armN } = row
  if (!pairs.some((pair) => pair.startsWith(`${armEvents}/`) || pair.endsWith(`/${armN}`))) return undefined
  const own = [
    `${row.armEvents}/${row.armN}`,
    `${row.comparatorEvents}/${row.comparatorN}`,
    `${row.armN - row.armEvents}/${row.armN}`,
  ]
  if (pairs.some((pair) => own.includes(pair))) return undefined
  const message = `The caveat says ${pairs.join(', ').replaceAll('/', ' of ')}, and the row ${row.armEvents} of ${row.armN}.`
  return hit('findings', row, 'armEvents', message)
}

/** "121 of 167 (72.5 percent)" beside a number of people that is not 167. */
function peopleOfPreference(row: Tables['preferences'][number]): Hit | undefined {
  if (row.n === undefined) return undefined
  for (const [, events, people, percent] of row.value.matchAll(
    /(?<![\d.,])(\d+) of (\d+)(?: \((?:about )?(\d+(?:\.\d+)?) percent\))?/g,
  )) {
    if (Number(people) > row.n * 1.001)
      return hit('preferences', row, 'n', `The figure counts ${people} people, and n is ${row.n}.`)
    const share = (100 * Number(events)) / Number(people)
    if (percent !== undefined && Math.abs(share - Number(percent)) > 1)
      return hit('preferences', row, 'value', `${events} of ${people} is not ${percent} percent.`)
  }
  return undefined
}

/** Rows whose values are expected to be printed to the same digits. */
function sameDigits(row: Finding): readonly string[] {
  const share = row.measure === 'proportion' || row.measure === 'survival-proportion'
  const inSource = `${row.source}|${row.outcome}|${row.measure}`
  return share ? [inSource] : [inSource, `${row.outcome}|${row.measure}|${row.unit ?? ''}`]
}

/** A value printed to other digits than all others of its source and outcome: a decimal point may have slipped. */
const digitsAlone: Rule = {
  id: 'value/digits',
  severity: 'advice',
  reads: ['findings'],
  check: ({ findings }) => {
    const groups = new Map<string, Finding[]>()
    for (const row of findings)
      for (const key of row.value === undefined ? [] : sameDigits(row)) {
        const group = groups.get(key)
        if (group) group.push(row)
        else groups.set(key, [row])
      }
    const digits = (row: Finding) => decimalsOf(recordedText(row, 'value') ?? '')
    const alone = [...groups.values()].flatMap((rows) => oddOneOut(rows, digits) ?? [])
    return [...new Set(alone)].map((row) =>
      hit('findings', row, 'value', 'The value is printed to other digits than all others like it.'),
    )
  },
}

const SIGNED: ReadonlySet<Finding['measure']> = new Set(['mean-difference', 'smd', 'risk-difference'])

/** Only a difference can be below 0. */
function notNegative(row: Finding): Hit | undefined {
  if (SIGNED.has(row.measure) || row.value === undefined || row.value >= 0) return undefined
  return hit('findings', row, 'value', `A ${row.measure} of ${row.value}: only differences have a sign.`)
}

export const PLAUSIBLE_RULES = [
  rowRule('value/negative', 'warning', 'findings', notNegative),
  rowRule('value/scale', 'warning', 'findings', insideScale),
  rowRule('value/believable', 'warning', 'findings', believable),
  farFromOthers,
  digitsAlone,
  rowRule('caveat/people', 'advice', 'findings', peopleOfCaveat, ['sources']),
  rowRule('caveat/counts', 'advice', 'findings', countsOfCaveat),
  rowRule('preference/people', 'warning', 'preferences', peopleOfPreference),
]
