import { COMPARE, hit, rowsBy, type Rule } from './rule'

/**
 * The same patients under two cohorts: rows of one source and treatment with the same number of patients and kind
 * of patients are the same people, so they must share one cohort.
 */
const oneCohort: Rule = {
  id: 'cohort/two-names',
  severity: 'warning',
  reads: ['findings'],
  check: ({ findings }) => {
    const groups = rowsBy(findings, (row) => `${row.source}|${row.reportedIn ?? ''}`)
    return [...groups.values()].flatMap((rows) => {
      const named = rows.filter((row) => row.cohort !== undefined && row.armN !== undefined)
      return named.flatMap((row) => {
        const others = named.filter((other) => other !== row && isSamePeople(row, other))
        const agreeing = others.filter((other) => other.cohort === row.cohort)
        const other = others.find((one) => one.cohort !== row.cohort)
        if (!other || agreeing.length >= others.length - agreeing.length) return []
        const message = `The cohort is "${row.cohort ?? ''}" here and "${other.cohort ?? ''}" in ${other.id}, for the same source, treatment and patients.`
        return [hit('findings', row, 'cohort', message, COMPARE, [{ table: 'findings', row: other }])]
      })
    })
  },
}

interface People {
  readonly treatment: string
  readonly population: string
  readonly armN?: number | undefined
}

function isSamePeople(one: People, other: People): boolean {
  return one.treatment === other.treatment && one.population === other.population && one.armN === other.armN
}

export const COHORT_RULES = [oneCohort]
