import type { FindingRemarks } from '../tables/show'
import type { Tables } from '../tables'
import { hit, rowWithId, type Hit, type Rule } from './rule'

const MENDING =
  'See whether the remarks still say all of it to a patient; then copy the caveat of the finding into this cell.'

function staleCaveat(row: FindingRemarks, { findings }: Tables): Hit | undefined {
  const finding = rowWithId(findings, row.finding)
  if (!finding || finding.caveat === row.caveat) return undefined
  const then = row.caveat === undefined ? 'none' : `"${row.caveat}"`
  const now = finding.caveat === undefined ? 'none' : `"${finding.caveat}"`
  const message = `The caveat of ${finding.id} is ${now} now; these remarks were written for ${then}.`
  return hit('findingRemarks', row, 'caveat', message, MENDING, [{ table: 'findings', row: finding }])
}

/** What a patient is told of a caveat may be out of date once the caveat is another; a folder may keep no copies. */
export const REMARK_RULES: readonly Rule[] = [
  {
    id: 'remark/caveat',
    severity: 'warning',
    reads: ['findingRemarks', 'findings'],
    check: (tables) =>
      tables.findingRemarks.some(({ caveat }) => caveat !== undefined)
        ? tables.findingRemarks.flatMap((row) => staleCaveat(row, tables) ?? [])
        : [],
  },
]
