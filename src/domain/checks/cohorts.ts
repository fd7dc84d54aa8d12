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
    const people = rowsBy(findings, ({ source, reportedIn, cohort, treatment, population, armN }) =>
      cohort === undefined || armN === undefined
        ? undefined
        : [source, reportedIn ?? '', treatment, population, armN].join('|'),
    )
    return [...people.values()].flatMap((rows) => {
      const byCohort = rowsBy(rows, (row) => row.cohort)
      if (byCohort.size < 2) return []
      const firsts = [...byCohort.values()].flatMap(([first]) => first ?? [])
      return rows.flatMap((row) => {
        const agreeing = (byCohort.get(row.cohort ?? '')?.length ?? 1) - 1
        const other = firsts.find(({ cohort }) => cohort !== row.cohort)
        if (!other || agreeing >= rows.length - 1 - agreeing) return []
        const message = `The cohort is "${row.cohort ?? ''}" here and "${other.cohort ?? ''}" in ${other.id}, for the same source, treatment and patients.`
        return [hit('findings', row, 'cohort', message, COMPARE, [{ table: 'findings', row: other }])]
      })
    })
  },
}

export const COHORT_RULES = [oneCohort]
