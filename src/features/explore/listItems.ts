import type { ListCell, ListRow } from '@/domain/explore/listRow'
import type { Section } from '@/domain/explore/order'
import type { FoundIn, SearchResult } from '@/domain/explore/search'
import { say } from '@/words/interface/explore'

/** One line of the list: the heading of a section, or a treatment. */
export type ListItem =
  | { readonly kind: 'heading'; readonly key: string; readonly heading: string; readonly count: number }
  | {
      readonly kind: 'row'
      readonly key: string
      readonly row: ListRow
      readonly shown: boolean
      /** Its column in Compare, 0 for the first; -1 when it is not ticked. */
      readonly place: number
      readonly match: string | undefined
      readonly numberCell: ListCell | undefined
    }

const PLACES: Readonly<Record<FoundIn['place'], string>> = {
  'other-name': say('anotherName'),
  group: say('itsGroup'),
  description: say('itsDescription'),
  outcome: say('anOutcome'),
  source: say('aSource'),
}

/** "Matches a source: ...": where the search found a treatment that does not bear the words in its name. */
export function matchText(foundIn: readonly FoundIn[] | undefined): string | undefined {
  if (!foundIn || foundIn.length === 0) return undefined
  return say('matchesList', {
    list: foundIn.map(({ place, text }) => `${PLACES[place]}: ${text}`).join('; '),
  })
}

export interface ListState {
  readonly sections: readonly Section[]
  readonly rows: ReadonlyMap<string, ListRow>
  readonly shown: ReadonlySet<string>
  readonly ticked: readonly string[]
  readonly search: SearchResult | undefined
  readonly numberCells: ReadonlyMap<string, ListCell>
}

/** Headings and rows in order. What is hidden stays in the list unseen, so that it can come back at once. */
export function listItems(state: ListState): readonly ListItem[] {
  return state.sections.flatMap((section) => {
    const rows = section.treatments.flatMap((id): ListItem[] => {
      const row = state.rows.get(id)
      if (!row) return []
      return [
        {
          kind: 'row',
          key: `row ${id}`,
          row,
          shown: state.shown.has(id),
          place: state.ticked.indexOf(id),
          match: matchText(state.search?.foundIn.get(id)),
          numberCell: state.numberCells.get(id),
        },
      ]
    })
    if (section.heading === undefined) return rows
    const count = section.treatments.filter((id) => state.shown.has(id)).length
    return [{ kind: 'heading', key: `heading ${section.id}`, heading: section.heading, count }, ...rows]
  })
}
