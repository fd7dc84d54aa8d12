import type { ShowPicture } from './preparation'
import type {
  ShownCell,
  ShownMissing,
  ShownOutcome,
  ShownPairs,
  ShownPeople,
  ShownSureness,
  Together,
} from './screen'

/**
 * How much stands on one screen, so that nothing has to be scrolled on a tablet held either way. Sizes are in pixels
 * at the smallest type of a patient's screen (20 pixels); a larger screen has larger type and fits as much. Heights
 * are estimates on the safe side: a page that is too long for its screen can still be scrolled.
 */
export interface ScreenSize {
  readonly width: number
  readonly height: number
}

export const TABLET: readonly ScreenSize[] = [
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
]

const LINE = 27
/** The mean of plain words in DejaVu Sans, the widest of the fonts that the app may be shown in. */
const CHARACTER = 10.5
const SIDES = 64
const GAP = 20
/** Heading and foot; the names of the options come to it, and the legend of a picture. */
const FRAME: Readonly<Record<'landscape' | 'portrait', number>> = { landscape: 132, portrait: 160 }
export const LEGEND_HEIGHT = 44
const ROW_SPACE = 22
const PICTURE_HEIGHT: Readonly<Record<ShowPicture, number>> = { people: 84, bars: 28 }
/** A number is written larger and bolder than the words beside it. */
const NUMBER_SCALE = 1.4
const RANGE_SCALE = 1.2
const NUMBER_LINE = 34

/** How many characters a message of the patient's screen has, by its id, in the language it is shown in. */
export type WordLength = (message: string) => number

/** The longest wording in any language of what is put together from several parts; a test holds the words to it. */
export const LONGEST = { time: 30, who: 30, edge: 42, against: 28, few: 38, ask: 45 } as const

/** Two marks take the room of so many characters, and so do the four squares of certainty. */
const PAIR = 8
const SQUARES = 9

function lines(characters: number, width: number): number {
  // Words do not break where a line is full.
  const perLine = Math.max(8, Math.floor(width / CHARACTER) - 1)
  return Math.ceil(characters / perLine)
}

function cellWidth(columns: number, { width }: ScreenSize): number {
  return (width - SIDES - GAP * (columns - 1)) / columns
}

/** A number and its range, in one line where there is room. */
function numberLines(cell: ShownPeople, width: number, length: WordLength): number {
  const number = (length('ofHundred') + String(cell.count).length) * NUMBER_SCALE
  const limits = cell.range ? `${cell.range.fewest}${cell.range.most}`.length : 0
  // A range is a number too: as large, not as bold.
  const range = cell.range
    ? (length('range') + limits) * RANGE_SCALE
    : length(`noRange_${cell.noRange ?? 'not-reported'}`)
  return lines(number + 1 + range, width) === 1 ? 1 : lines(number, width) + lines(range, width)
}

const missingLength = (cell: ShownMissing, length: WordLength) =>
  length(`missing_${cell.why}`) + (cell.why === 'set-apart' ? cell.who.join('; ').length : 0)

function cellHeight(
  cell: ShownCell,
  row: ShownOutcome,
  picture: ShowPicture,
  width: number,
  length: WordLength,
): number {
  if (cell.kind === 'missing') return LINE * lines(missingLength(cell, length), width)
  const told = [
    row.shared.time === undefined ? LONGEST.time : 0,
    row.shared.definition === undefined ? cell.definition.length + 2 : 0,
    row.shared.outOf === undefined ? cell.outOf.length + 2 : 0,
  ]
  const limits = [
    cell.who ? cell.who.words.length + LONGEST.who : 0,
    ...cell.remarks.map((remark) => remark.length + 3),
    cell.fewPeople === undefined ? 0 : LONGEST.few,
    cell.askUs ? LONGEST.ask : 0,
  ]
  const head = NUMBER_LINE * numberLines(cell, width, length)
  const against = cell.against ? cell.against.name.length + LONGEST.against : 0
  const words =
    (cell.fewerThanOne || cell.nearlyAll ? lines(LONGEST.edge, width) : 0) +
    lines(
      told.reduce((sum, length) => sum + length, against),
      width,
    ) +
    lines(
      limits.reduce((sum, length) => sum + length, 0),
      width,
    )
  return head + PICTURE_HEIGHT[picture] + LINE * words
}

function togetherLength(together: Together, length: WordLength): number {
  if (together.kind === 'few') return 0
  if (together.kind !== 'apart') return length(`together_${together.kind}`)
  const [first] = together.reasons
  return length(together.all ? 'apartAll' : 'apartSome') + (first ? length(`reason_${first}`) : 0)
}

/** The height of an outcome with its options side by side. */
export function outcomeHeight(
  row: ShownOutcome,
  picture: ShowPicture,
  size: ScreenSize,
  length: WordLength,
): number {
  const width = cellWidth(row.cells.length, size)
  const whole = size.width - SIDES
  const { time, definition, outOf } = row.shared
  const shared = (time ? LONGEST.time : 0) + (definition?.length ?? 0) + (outOf?.length ?? 0)
  const together = togetherLength(row.together, length)
  const head = LINE * (lines(row.label.length * 1.2, whole) + lines(shared + together, whole))
  return (
    head + Math.max(...row.cells.map((cell) => cellHeight(cell, row, picture, width, length))) + ROW_SPACE
  )
}

function becauseLength({ level, randomised, via, reason }: ShownPairs, length: WordLength): number {
  if (level === 'head-to-head') return length(randomised ? 'randomised' : 'notRandomised')
  if (level === 'linked') return length('linkedVia') + (via?.length ?? 0)
  if (level === 'side-by-side') return length('sideBySide')
  if (level === 'one-holds-the-other') return length('oneHoldsTheOther')
  return reason ? length(`reason_${reason}`) : 0
}

/** The height of what is said on how sure the numbers of an outcome are. */
export function surenessHeight(row: ShownSureness, size: ScreenSize, length: WordLength): number {
  const width = cellWidth(row.cells.length, size)
  const whole = size.width - SIDES
  const cell = Math.max(
    ...row.cells.map((sure) =>
      sure
        ? LINE *
          (lines(SQUARES + length(`certainty_${sure.certainty}`), width) + lines(sure.design.length, width))
        : LINE,
    ),
  )
  const pairs = row.pairs.map((group) => {
    const told = length(`level_${group.level}`) + becauseLength(group, length) + PAIR * group.pairs.length
    return 6 + LINE * lines(told, whole)
  })
  return LINE * lines(row.label.length * 1.15, whole) + cell + pairs.reduce((a, b) => a + b, 0) + ROW_SPACE
}

/** The height of the names of the options above a page. */
export function headsHeight(names: readonly string[], size: ScreenSize): number {
  const width = cellWidth(names.length, size) - 28
  return LINE * Math.max(...names.map((name) => lines(name.length * 1.15, width)))
}

/**
 * Divides rows into pages, in their order: as many to a page as fit every size, at least one.
 *
 * @param heightOf the height of a row on a screen of that size
 * @param headOf the height of what stands above each page
 */
export function pagesOf<Row>(
  rows: readonly Row[],
  heightOf: (row: Row, size: ScreenSize) => number,
  headOf: (size: ScreenSize) => number,
  sizes: readonly ScreenSize[] = TABLET,
): readonly (readonly Row[])[] {
  const fits = (page: readonly Row[]) =>
    sizes.every((size) => {
      const frame = FRAME[size.width > size.height ? 'landscape' : 'portrait']
      return page.reduce((sum, row) => sum + heightOf(row, size), headOf(size)) <= size.height - frame
    })
  const pages: (readonly Row[])[] = []
  for (const row of rows) {
    const last = pages.at(-1)
    if (last && fits([...last, row])) pages[pages.length - 1] = [...last, row]
    else pages.push([row])
  }
  return pages
}
