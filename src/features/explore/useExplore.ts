import { selectableTreatments, termLabel } from '@/domain/evidence'
import { facetIndex } from '@/domain/explore/facetIndex'
import { listRows, numberCell, type ListCell, type ListRow } from '@/domain/explore/listRow'
import { narrow } from '@/domain/explore/narrow'
import { sectionsBy, type Section } from '@/domain/explore/order'
import { rankByNumber, type NumberOrder } from '@/domain/explore/rankByNumber'
import { searchTreatments } from '@/domain/explore/search'
import { sortChoiceOf } from '@/domain/explore/sortChoices'
import { useEvidenceStore } from '@/stores/evidence'
import { useOurGuideline } from '@/stores/useOurGuideline'
import { useView } from '@/stores/useView'
import { computed } from 'vue'
import { listItems } from './listItems'

/** The column in which the number stands that the list is ordered by. */
export type NumberColumn = 'benefit' | 'harm'

/** Everything the list page shows, worked out from the evidence and the address. */
export function useExplore() {
  const store = useEvidenceStore()
  const { view } = useView()
  const { ours } = useOurGuideline()

  const treatments = computed(() => selectableTreatments(store.evidence))
  const rows = computed<ReadonlyMap<string, ListRow>>((earlier) =>
    listRows(store.evidence, earlier, ours.value),
  )
  const search = computed(() => searchTreatments(store.evidence, view.value.search))
  const narrowed = computed(() => narrow(facetIndex(store.evidence), view.value.filters, search.value?.found))

  const numberSort = computed(() => {
    if (view.value.sort !== 'number') return undefined
    const asked = sortChoiceOf(store.evidence, view.value.sortOutcome, view.value.sortDefinition)
    const definition = asked && store.evidence.definitionById.get(asked.definition)
    if (!asked || !definition) return undefined
    return { outcome: asked.choice.outcome, definition, populations: view.value.filters.population }
  })

  const numberOrder = computed<NumberOrder | undefined>(() =>
    numberSort.value ? rankByNumber(treatments.value, numberSort.value, store.evidence) : undefined,
  )

  const numberColumn = computed<NumberColumn | undefined>(() => {
    if (!numberSort.value) return undefined
    return numberSort.value.outcome.domain === 'harm' ? 'harm' : 'benefit'
  })

  /** What stands in the number column while the list is ordered by a number. */
  const numberCells = computed<ReadonlyMap<string, ListCell>>(() => {
    const { outcome } = numberSort.value ?? {}
    if (!numberOrder.value || !outcome) return new Map()
    return new Map<string, ListCell>([
      ...numberOrder.value.ranked.map(
        (row) => [row.treatment, numberCell(outcome.id, row.estimate, store.evidence)] as const,
      ),
      ...numberOrder.value.notRanked.map(
        (row) => [row.treatment, { kind: 'missing', phrase: `${row.reason}.` }] as const,
      ),
    ])
  })

  const sections = computed<readonly Section[]>(() => {
    const order = numberOrder.value
    if (order)
      return [
        { id: 'ranked', heading: 'In order', treatments: order.ranked.map((row) => row.treatment) },
        {
          id: 'not-ranked',
          heading: 'Not in the order, each with its reason',
          treatments: order.notRanked.map((row) => row.treatment),
        },
      ]
    const { sort } = view.value
    return sectionsBy(sort === 'number' ? 'group' : sort, treatments.value, store.evidence)
  })

  const items = computed(() =>
    listItems({
      sections: sections.value,
      rows: rows.value,
      shown: narrowed.value.shown,
      ticked: view.value.treatments,
      search: search.value,
      numberCells: numberCells.value,
    }),
  )

  const conditionName = computed(() => termLabel(store.evidence, 'condition', 'short-name'))

  return { treatments, narrowed, numberSort, numberOrder, numberColumn, items, conditionName }
}
