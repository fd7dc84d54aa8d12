import { hit, type Hit, type Rule } from './rule'

/** A measure or meaning that outcome-rules.csv does not list for the outcome. */
const listedForOutcome: Rule = {
  id: 'outcome/unlisted',
  severity: 'warning',
  reads: ['findings', 'outcomeRules'],
  check: ({ findings, outcomeRules }) => {
    const byOutcome = new Map(outcomeRules.map((row) => [row.outcome, row]))
    return findings.flatMap((row): readonly Hit[] => {
      const rule = byOutcome.get(row.outcome)
      if (!rule) return []
      const also = [{ table: 'outcomeRules' as const, row: rule }]
      const mending = `Correct it; if it is right, add the word to the line of "${row.outcome}" in outcome-rules.csv.`
      if (!rule.definitions.includes(row.definition)) {
        const message = `No row on "${row.outcome}" is expected to mean "${row.definition}".`
        return [hit('findings', row, 'definition', message, mending, also)]
      }
      if (rule.measures.includes(row.measure)) return []
      return [
        hit(
          'findings',
          row,
          'measure',
          `"${row.outcome}" is not expected as a ${row.measure}.`,
          mending,
          also,
        ),
      ]
    })
  },
}

/** A row of the list that says more than the folder uses, or an outcome without a line. */
const unlistedOutcome: Rule = {
  id: 'outcome/no-line',
  severity: 'advice',
  reads: ['findings', 'outcomeRules', 'outcomes'],
  check: ({ findings, outcomeRules, outcomes }) => {
    if (outcomeRules.length === 0) return []
    const listed = new Set(outcomeRules.map((row) => row.outcome))
    const used = new Set(findings.map((row) => row.outcome))
    return outcomes
      .filter((outcome) => used.has(outcome.id) && !listed.has(outcome.id))
      .map((outcome) =>
        hit('outcomes', outcome, 'id', 'outcome-rules.csv has no line for this outcome.', 'Add one.'),
      )
  },
}

export const OUTCOME_RULES = [listedForOutcome, unlistedOutcome]
