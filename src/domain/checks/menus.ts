import type { TableName, Tables } from '../tables'
import type { Factor } from '../tables/guidance'
import { hit, rowRule, rowsBy, type Hit, type Rule } from './rule'

type AnyRow = Readonly<Record<string, unknown>>

/** Tables whose rows are put in order, and the column within which the order counts. */
const ORDERED: readonly (readonly [TableName, string | undefined])[] = [
  ['terms', 'facet'],
  ['groups', undefined],
  ['estimateKinds', undefined],
  ['armDesigns', undefined],
  ['factGroups', undefined],
  ['startingLinks', undefined],
  ['aboutTexts', 'section'],
]

/** Two rows of one menu in the same place. */
const samePlace: readonly Rule[] = ORDERED.map(([table, within]) => ({
  id: 'order/double',
  severity: 'advice',
  reads: [table],
  check: (tables: Tables) => {
    const rows = tables[table] as readonly AnyRow[]
    const places = rowsBy(
      rows,
      (row) => `${within === undefined ? '' : String(row[within])}|${String(row['order'])}`,
    )
    return [...places.values()].flatMap((group) =>
      group.slice(1).map((row): Hit => {
        const first = group[0] ?? row
        const message = `Another row stands in place ${String(row['order'])} of the same menu.`
        return {
          table,
          row,
          column: 'order',
          message,
          mending: 'Give each its own place.',
          also: [{ table, row: first }],
        }
      }),
    )
  },
}))

/** The type of the answer, the choices and what meets the factor belong together. */
function answersFit(row: Factor): Hit | undefined {
  const { answerType: type, choices, metBy } = row
  const isYesNo = metBy === 'yes' || metBy === 'no'
  const isChoice = metBy.startsWith('choice:')
  const fits = type === 'yes-no' ? isYesNo : type === 'choice' ? isChoice : /^[<>]/.test(metBy)
  if (!fits)
    return hit(
      'factors',
      row,
      'metBy',
      `An answer of the type "${type}" cannot be "${metBy}".`,
      'Correct the one that is wrong.',
    )
  if (type === 'yes-no' && choices.length > 0 && choices.join(';') !== 'yes;no')
    return hit(
      'factors',
      row,
      'choices',
      'A question answered by yes or no has no other choices.',
      'Write yes;no.',
    )
  const strange = isChoice
    ? metBy
        .slice('choice:'.length)
        .split('|')
        .find((one) => !choices.includes(one))
    : undefined
  if (strange === undefined) return undefined
  return hit(
    'factors',
    row,
    'metBy',
    `"${strange}" is none of the choices.`,
    'Write it as it stands among the choices.',
  )
}

export const MENU_RULES = [...samePlace, rowRule('factor/answers', 'warning', 'factors', answersFit)]
