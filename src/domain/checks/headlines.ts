import type { Finding, Headline } from '../tables/findings'
import type { Tables } from '../tables'
import { isUsable } from '../usable'
import { hit, rowRule, rowWithId, rowsBy, type Hit, type Rule } from './rule'

const findingOf = (row: Headline, { findings }: Tables) => rowWithId(findings, row.findingId)

function also(finding: Finding) {
  return [{ table: 'findings' as const, row: finding }]
}

/** A headline that prints the number of a row that must not stand beside others. */
function numberIsUsable(row: Headline, tables: Tables): Hit | undefined {
  const finding = findingOf(row, tables)
  if (row.show !== 'number' || !finding || isUsable(finding)) return undefined
  const why =
    finding.headlineOk === 'no'
      ? 'headline_ok is no'
      : finding.flags.length > 0
        ? `flags: ${finding.flags.join(', ')}`
        : 'no number'
  const message = `The headline prints the number of ${finding.id}, which may not stand beside others (${why}).`
  return hit('headlines', row, 'show', message, 'Show words, or choose another finding.', also(finding))
}

/** Words that give another figure than the finding: a percentage, or "x of y". */
function figuresOfWords(row: Headline, tables: Tables): Hit | undefined {
  const finding = findingOf(row, tables)
  if (!finding) return undefined
  for (const [column, words] of [
    ['words', row.words],
    ['why', row.why],
  ] as const) {
    const said = / (?:of|out of) /.test(words ?? '')
      ? /(?<![\d.,])(\d+) (?:out )?of (?:all |the )?(\d+)(?![\d.])/.exec(words ?? '')
      : null
    const { armEvents, armN, comparatorEvents, comparatorN } = finding
    if (!said || armEvents === undefined || armN === undefined) continue
    const pair = `${said[1]} of ${said[2]}`
    if (pair === `${armEvents} of ${armN}` || pair === `${comparatorEvents} of ${comparatorN}`) continue
    if (Number(said[1]) !== armEvents && Number(said[2]) !== armN) continue
    const message = `The headline says ${pair}, and its finding ${armEvents} of ${armN}.`
    return hit('headlines', row, column, message, 'Correct the one that is wrong.', also(finding))
  }
  return undefined
}

/** Places that are double or leave a gap: 1, 2, 2, 4. */
const placesInOrder: Rule = {
  id: 'headline/order',
  severity: 'advice',
  reads: ['headlines'],
  findsAbsence: true,
  check: ({ headlines }) =>
    [...rowsBy(headlines, (row) => row.treatment).values()].flatMap((rows) => {
      const taken = new Set<number>()
      return rows.flatMap((row) => {
        const isDouble = taken.has(row.order)
        taken.add(row.order)
        if (row.order >= 1 && row.order <= rows.length && !isDouble) return []
        return [
          hit(
            'headlines',
            row,
            'order',
            `Place ${row.order} among ${rows.length} headlines of "${row.treatment}".`,
          ),
        ]
      })
    }),
}

const DOMAINS: Readonly<Record<Headline['role'], readonly string[]>> = {
  'lead-benefit': ['benefit', 'patient-experience'],
  benefit: ['benefit', 'patient-experience'],
  durability: ['benefit', 'patient-experience', 'burden'],
  'lead-harm': ['harm', 'burden'],
  harm: ['harm', 'burden'],
  fallback: ['benefit', 'patient-experience', 'harm', 'burden', 'context'],
}

/** A harm that leads among the benefits, or the other way round. */
function roleFitsOutcome(row: Headline, { outcomes }: Tables): Hit | undefined {
  const outcome = rowWithId(outcomes, row.outcome)
  if (!outcome || DOMAINS[row.role].includes(outcome.domain)) return undefined
  const message = `The role is "${row.role}", and "${row.outcome}" is of the domain "${outcome.domain}".`
  return hit('headlines', row, 'role', message, 'Correct the role.', [{ table: 'outcomes', row: outcome }])
}

/** Two leading headlines of one kind for one treatment, or the leading one not in front of the others. */
const oneLeads: Rule = {
  id: 'headline/leads',
  severity: 'advice',
  reads: ['headlines'],
  check: ({ headlines }) =>
    ['lead-benefit', 'lead-harm'].flatMap((role) =>
      [...rowsBy(headlines, (row) => (row.role === role ? row.treatment : undefined)).values()].flatMap(
        (rows) =>
          rows.slice(1).map((row) => {
            const first = rows[0]
            const others = first ? [{ table: 'headlines' as const, row: first }] : []
            return hit(
              'headlines',
              row,
              'role',
              `Two headlines of "${row.treatment}" are ${role}.`,
              'Let one lead.',
              others,
            )
          }),
      ),
    ),
}

/** A headline whose words are given though it is to print the number, or the other way round, is `row/sense`. */
export const HEADLINE_RULES = [
  rowRule('headline/unusable', 'error', 'headlines', numberIsUsable, ['findings']),
  rowRule('headline/figures', 'warning', 'headlines', figuresOfWords, ['findings']),
  rowRule('headline/role', 'advice', 'headlines', roleFitsOutcome, ['outcomes']),
  placesInOrder,
  oneLeads,
]
