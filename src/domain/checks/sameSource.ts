import { timeInDays } from '../measure'
import type { Finding } from '../tables/findings'
import { wholeNumbersIn } from './printedNumber'
import { wordsWithoutTime } from './times'
import { COMPARE, hit, rowsBy, type Hit, type Rule } from './rule'

const POOLED: ReadonlySet<string> = new Set([
  'randomised-pooled',
  'non-randomised-pooled',
  'single-arm-pooled',
])

/** More patients in one row than its source had in all. */
const armWithinSource: Rule = {
  id: 'patients/source',
  severity: 'warning',
  reads: ['findings', 'sources', 'denominatorRoles'],
  check: ({ findings, sources, denominatorRoles }) => {
    const others = new Set(denominatorRoles.filter((role) => role.countsPeople === 'no').map(({ id }) => id))
    const byId = new Map(sources.map((source) => [source.id, source]))
    return findings.flatMap((row) => {
      const source = byId.get(row.source)
      if (!source?.n || others.has(row.denominator) || row.flags.includes('not-per-patient')) return []
      const people = Math.max(row.armN ?? 0, row.comparatorN ?? 0)
      if (people <= source.n) return []
      const column = (row.armN ?? 0) >= people ? 'armN' : 'comparatorN'
      const message = `${people} patients, and their source (${source.id}) has ${source.n} in all.`
      return [hit('findings', row, column, message, COMPARE, [{ table: 'sources', row: source }])]
    })
  },
}

/** The rows of one source on one treatment that count the same people in the same way. */
function armOf(row: Finding): string | undefined {
  if (row.armN === undefined || POOLED.has(row.armDesign)) return undefined
  return [
    row.source,
    row.treatment,
    row.comparator,
    row.denominator,
    row.definition,
    row.outcome,
    row.population,
    wordsWithoutTime(row),
  ].join('|')
}

/** Rows of one source, treatment and outcome that count differently many patients though later rows lose people. */
const patientsOfOneArm: Rule = {
  id: 'patients/one-arm',
  severity: 'advice',
  reads: ['findings'],
  check: ({ findings }) =>
    [...rowsBy(findings, armOf).values()].flatMap((rows) => {
      const inOrder = rows.toSorted(
        (one, other) =>
          (timeInDays(one.timepoint, one.timepointUnit) ?? 0) -
          (timeInDays(other.timepoint, other.timepointUnit) ?? 0),
      )
      return inOrder.slice(1).flatMap((row, at): readonly Hit[] => {
        const before = inOrder[at]
        if (!before || row.armN === undefined || before.armN === undefined || row.armN === before.armN)
          return []
        const message = `${row.armN} patients here and ${before.armN} in ${before.id}, for the same arm and outcome.`
        return [hit('findings', row, 'armN', message, COMPARE, [{ table: 'findings', row: before }])]
      })
    }),
}

/** True when one of sorted numbers is less than five times larger or smaller than the one in the given place. */
function hasNear(sorted: readonly number[], at: number): boolean {
  const own = sorted[at] ?? 0
  return [sorted[at - 1], sorted[at + 1]].some(
    (other) => other !== undefined && own / other < 5 && other / own < 5,
  )
}

/** How often a number of patients stands in the rows of a source: one that stands alone among others is odd. */
const loneCount: Rule = {
  id: 'patients/alone',
  severity: 'advice',
  reads: ['findings', 'sources'],
  check: ({ findings, sources }) => {
    const byId = new Map(sources.map((source) => [source.id, source]))
    const arms = rowsBy(findings, (row) =>
      row.armN === undefined ? undefined : `${row.source}|${row.treatment}`,
    )
    return [...arms.values()].flatMap((rows) => {
      const sorted = rows.map((row) => row.armN ?? 0).sort((one, other) => one - other)
      return rows.flatMap((row): readonly Hit[] => {
        const { armN } = row
        if (armN === undefined || rows.length === 1) return []
        const isNear = hasNear(sorted, sorted.indexOf(armN))
        const words = `${row.caveat ?? ''} ${row.outcomeAsReported} ${row.populationAsReported ?? ''}`
        const said = byId.get(row.source)
        if (isNear || wholeNumbersIn(words).includes(armN) || said?.n === armN) return []
        const others = rows.filter((other) => other !== row).map((other) => other.armN)
        const message = `${armN} patients, while the other rows of this source and treatment have ${[...new Set(others)].join(', ')}.`
        const also = said ? [{ table: 'sources' as const, row: said }] : []
        return [hit('findings', row, 'armN', message, COMPARE, also)]
      })
    })
  },
}

/** Documents that gather many studies, of which a row may count one. */
const GATHERS: ReadonlySet<string> = new Set(['systematic-review', 'review', 'guideline'])

/** True when rows of a source count so many patients: in an arm, or in two arms together. */
function isCounted(patients: number, rows: readonly Finding[]): boolean {
  const arms = new Set(rows.flatMap(({ armN, comparatorN }) => [armN, comparatorN]))
  arms.delete(undefined)
  return arms.has(patients) || [...arms].some((one) => one !== undefined && arms.has(patients - one))
}

/** The number of all patients of a study is neither in its rows, nor their sum, nor in its description. */
const sourceUnmatched: Rule = {
  id: 'patients/source-unmatched',
  severity: 'advice',
  reads: ['findings', 'sources'],
  check: ({ findings, sources }) => {
    const bySource = rowsBy(findings, (row) => row.source)
    return sources.flatMap((source) => {
      const rows = bySource.get(source.id) ?? []
      if (source.n === undefined || GATHERS.has(source.type) || rows.every((row) => row.armN === undefined))
        return []
      const { id, title, design, population, followUp, note } = source
      const caveats = rows.flatMap((row) => [row.caveat, row.populationAsReported])
      const words = [id.replaceAll('-', ' '), title, design, population, followUp, note, ...caveats].join(
        ' ; ',
      )
      if (isCounted(source.n, rows) || wholeNumbersIn(words).includes(source.n)) return []
      const message = `${source.n} patients in all: no row of this source counts so many, and its description does not say it.`
      return [hit('sources', source, 'n', message)]
    })
  },
}

export const SAME_SOURCE_RULES = [armWithinSource, patientsOfOneArm, loneCount, sourceUnmatched]
