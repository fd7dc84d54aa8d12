import { CAUTION_LEVELS } from '../vocabulary'
import { hit, rowsBy, type Rule } from './rule'

/** A level below the one another source gives for the same treatment and factor, under the same condition. */
const levelBelowAnother: Rule = {
  id: 'caution/below-another',
  severity: 'advice',
  reads: ['cautions'],
  check: ({ cautions }) => {
    const groups = rowsBy(cautions, (row) => `${row.treatment}|${row.factor}|${row.when ?? ''}`)
    return [...groups.values()].flatMap((rows) => {
      const strictest = rows.toSorted(
        (a, b) => CAUTION_LEVELS.indexOf(a.level) - CAUTION_LEVELS.indexOf(b.level),
      )[0]
      return rows.flatMap((row) => {
        if (!strictest || row.level === strictest.level || row.source === strictest.source) return []
        const message = `"${row.level}" here, and "${strictest.level}" by ${strictest.source} for the same treatment and factor.`
        const mending = 'Check both sources. The stricter level is shown first.'
        return [hit('cautions', row, 'level', message, mending, [{ table: 'cautions', row: strictest }])]
      })
    })
  },
}

const STRICT = /\b(contraindicated|do not (use|give|start|take)|must not|never (use|give))\b/i

/** The words forbid and the level only warns. */
const levelOfWords: Rule = {
  id: 'caution/words',
  severity: 'advice',
  reads: ['cautions'],
  check: ({ cautions }) =>
    cautions.flatMap((row) => {
      if (row.level === 'contraindicated' || row.level === 'avoid' || row.conditionText !== undefined)
        return []
      const said = STRICT.exec(`${row.action}`)?.[0]
      if (said === undefined) return []
      return [hit('cautions', row, 'level', `The action says "${said}", and the level is "${row.level}".`)]
    }),
}

export const CAUTION_RULES = [levelBelowAnother, levelOfWords]
