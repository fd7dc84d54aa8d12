import type { SceneItem, SceneColour } from './scene'

/** The box of a figure in pixels. */
export const PERSON = { width: 15, height: 18 } as const
export const PEOPLE_A_ROW = 10

/** Hatching would not show in so small a figure: a light tint with a full outline does, in print too. */
const PALE = 0.35

const WHOLE = 'm7.5 1a2.7 2.7 0 1 0 .01 0zm-4.6 15.1v-4.2a4.6 4.6 0 0 1 9.2 0v4.2z'
const LEFT_HALF = 'm7.5 1a2.7 2.7 0 0 0 0 5.4zm0 6.3a4.6 4.6 0 0 0-4.6 4.6v4.2h4.6z'

/** Head and shoulders, drawn from the top left corner of its box; many figures make one path. */
function figures(shape: string, indexes: readonly number[]): string {
  return indexes
    .map((index) => {
      const x = (index % PEOPLE_A_ROW) * PERSON.width
      const y = Math.floor(index / PEOPLE_A_ROW) * PERSON.height
      return `M${x} ${y}${shape}`
    })
    .join('')
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)
}

/** Who is drawn how: whole, half filled because the interval leaves it open, or empty. */
export interface PeopleStates {
  readonly full: readonly number[]
  readonly half: readonly number[]
  readonly empty: readonly number[]
}

/** In each picture the same order, row by row from the top left: with the result, open, without. */
export function peopleStates(
  count: number,
  interval: { readonly fewest: number; readonly most: number } | undefined,
): PeopleStates {
  const [fewest, most] = interval ? [interval.fewest, interval.most] : [count, count]
  return { full: range(0, fewest), half: range(fewest, most), empty: range(most, 100) }
}

/**
 * A hundred figures, ten a row.
 *
 * @param look pale figures stand for results without a group to compare with
 */
export function peopleItems(
  x: number,
  y: number,
  states: PeopleStates,
  look: { readonly colour: SceneColour; readonly pale: boolean },
): readonly SceneItem[] {
  const { colour, pale } = look
  const fill = { colour, ...(pale ? { opacity: PALE } : {}) }
  const shapes = [
    { d: figures(WHOLE, states.empty), stroke: { colour: 'line-strong', width: 1 } },
    { d: figures(LEFT_HALF, states.half), fill },
    { d: figures(WHOLE, states.half), stroke: { colour, width: 1 } },
    { d: figures(WHOLE, states.full), fill, stroke: { colour, width: 1 } },
  ] as const
  return shapes.flatMap(({ d, ...paint }): readonly SceneItem[] =>
    d === '' ? [] : [{ kind: 'path', x, y, d, ...paint }],
  )
}
