import { isShare } from '../measure'
import type { Finding } from '../tables/findings'
import type { Tables } from '../tables'
import { COMPARE, hit, rowRule, rowsBy, type Hit, type Rule } from './rule'

/** Counts how often the rows of one source give a treatment a number of patients. */
function patientsOfArms(rows: readonly Finding[]) {
  const counts = new Map<string, number>()
  const keysOf = ({ treatment, armN, comparator, comparatorN }: Finding) => [
    `${treatment}|${armN}`,
    `${comparator}|${comparatorN}`,
  ]
  for (const key of rows.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1)
  /** True when another row than this one gives the treatment so many patients. */
  return (row: Finding, treatment: string, people: number) => {
    const key = `${treatment}|${people}`
    return (counts.get(key) ?? 0) > keysOf(row).filter((own) => own === key).length
  }
}

/** The two arms have each other's number of patients, as the other rows of the source tell. */
const armsSwapped: Rule = {
  id: 'arms/swapped',
  severity: 'warning',
  reads: ['findings'],
  check: ({ findings }) =>
    [...rowsBy(findings, (row) => row.source).values()].flatMap((rows) => {
      const isKnown = patientsOfArms(rows)
      return rows.flatMap((row): readonly Hit[] => {
        const { armN, comparatorN, treatment, comparator } = row
        if (
          armN === undefined ||
          comparatorN === undefined ||
          comparator === undefined ||
          armN === comparatorN
        )
          return []
        const isArm = isKnown(row, treatment, comparatorN) && !isKnown(row, treatment, armN)
        const isOther = isKnown(row, comparator, armN) && !isKnown(row, comparator, comparatorN)
        if (!isArm && !isOther) return []
        const message = `${armN} and ${comparatorN} patients here; other rows of this source have them the other way round.`
        return [hit('findings', row, 'armN', message)]
      })
    }),
}

/** A row that turns round what another row of the source compares. */
const comparisonTurned: Rule = {
  id: 'arms/turned',
  severity: 'advice',
  reads: ['findings', 'treatments'],
  check: ({ findings, treatments }) => {
    const controls = new Set(treatments.filter(({ kind }) => kind === 'comparator').map(({ id }) => id))
    const pairs = rowsBy(findings, (row) => `${row.source}|${row.treatment}|${row.comparator ?? ''}`)
    return findings.flatMap((row): readonly Hit[] => {
      if (row.comparator === undefined || row.comparator === row.treatment) return []
      if (controls.has(row.treatment) && !controls.has(row.comparator))
        return [
          hit(
            'findings',
            row,
            'treatment',
            `"${row.treatment}" is something to compare with, and stands as the treatment.`,
          ),
        ]
      const turned = pairs.get(`${row.source}|${row.comparator}|${row.treatment}`) ?? []
      const same = pairs.get(`${row.source}|${row.treatment}|${row.comparator}`) ?? []
      if (turned.length < same.length || turned.length === 0) return []
      const first = turned[0]
      const message = `Another row of this source compares "${row.comparator}" with "${row.treatment}", this one the other way round.`
      return [
        hit('findings', row, 'treatment', message, COMPARE, first ? [{ table: 'findings', row: first }] : []),
      ]
    })
  },
}

/** One arm has a number of patients or events and the other has none. */
function bothArms(row: Finding): Hit | undefined {
  if (row.flags.includes('not-per-patient')) return undefined
  if (row.armEvents !== undefined && row.armN === undefined && row.measure !== 'rate')
    return hit('findings', row, 'armN', `${row.armEvents} had the event, and of how many is not said.`)
  if (row.comparatorEvents !== undefined && row.comparatorN === undefined)
    return hit(
      'findings',
      row,
      'comparatorN',
      `${row.comparatorEvents} of the comparison had the event, and of how many is not said.`,
    )
  if ((row.armEvents === undefined) !== (row.comparatorEvents === undefined) && row.comparatorN !== undefined)
    return hit(
      'findings',
      row,
      row.armEvents === undefined ? 'armEvents' : 'comparatorEvents',
      'Events are given for one arm only.',
    )
  if (row.comparatorN !== undefined && row.armN === undefined)
    return hit('findings', row, 'armN', 'Patients are given for the comparison only.')
  if (row.comparator !== undefined && row.armN !== undefined && row.comparatorN === undefined)
    return hit('findings', row, 'comparatorN', 'Patients are given for the arm only.')
  return undefined
}

const FEWEST_OTHERS = 2

/** The row that alone among three or more has no number of patients. */
function onlyWithout(rows: readonly Finding[]): readonly Finding[] {
  const without = rows.filter((row) => row.armN === undefined)
  return without.length === 1 && rows.length > FEWEST_OTHERS ? without : []
}

/** A share without its number of patients, though all other shares of the source and treatment, or series, have it. */
const lostPatients: Rule = {
  id: 'patients/missing',
  severity: 'advice',
  reads: ['findings'],
  check: ({ findings }) => {
    const shares = findings.filter((row) => isShare(row.measure))
    const bySource = rowsBy(shares, (row) => `${row.source}|${row.treatment}`)
    const bySeries = rowsBy(shares, (row) => `${row.source}|${row.treatment}|${row.outcome}|${row.measure}`)
    const found = new Set([...bySource.values(), ...bySeries.values()].flatMap(onlyWithout))
    return [...found].map((row) =>
      hit(
        'findings',
        row,
        'armN',
        'Other rows of this source and treatment all say how many patients there were.',
      ),
    )
  },
}

/** Documents that count no patients of their own. */
const GATHERS: ReadonlySet<string> = new Set(['systematic-review', 'review', 'guideline', 'label'])

const COUNTS: ReadonlySet<string> = new Set(['rct', 'cohort', 'case-series', 'survey'])

/** A study without its number of patients. */
const sourceWithoutPatients: Rule = {
  id: 'patients/source-missing',
  severity: 'advice',
  reads: ['findings', 'sources'],
  check: ({ findings, sources }: Tables) => {
    const counted = new Set(findings.filter((row) => row.armN !== undefined).map((row) => row.source))
    return sources
      .filter(({ n }) => n === undefined)
      .filter(({ id, type }) => COUNTS.has(type) || (counted.has(id) && !GATHERS.has(type)))
      .map((source) =>
        hit('sources', source, 'n', 'A study counts its patients, and this one has no number.'),
      )
  },
}

export const ARM_RULES = [
  armsSwapped,
  comparisonTurned,
  rowRule('arms/both', 'advice', 'findings', bothArms),
  lostPatients,
  sourceWithoutPatients,
]
