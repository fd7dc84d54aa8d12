import { selectableTreatments, termLabel } from '@/domain/evidence'
import { facetIndex } from '@/domain/explore/facetIndex'
import { listRows, numberCell, type ListCell, type ListRow } from '@/domain/explore/listRow'
import { narrow } from '@/domain/explore/narrow'
import { sectionsBy, type Section } from '@/domain/explore/order'
import type { NumberOrder } from '@/domain/explore/rankByNumber'
import { useEvidenceStore } from '@/stores/evidence'
import { usePatientStore } from '@/stores/patient'
import { useOurGuideline } from '@/stores/useOurGuideline'
import { useView } from '@/stores/useView'
import { say } from '@/words/interface/explore'
import { computed, watch } from 'vue'
import { listItems } from './listItems'
import { prefetchParts } from './lazyParts'
import { prepareOnIdle } from './prepareOnIdle'
import { useListTools } from './useListTools'

/** The column in which the number stands that the list is ordered by. */
export type NumberColumn = 'benefit' | 'harm'

/** Everything the list page shows, worked out from the evidence and the address. */
export function useExplore() {
  const store = useEvidenceStore()
  const { view } = useView()
  const { ours } = useOurGuideline()
  const patient = usePatientStore()

  const filters = computed(() => view.value.filters)
  const { tools, load } = useListTools()
  const treatments = computed(() => selectableTreatments(store.evidence))
  const rows = computed<ReadonlyMap<string, ListRow>>((earlier) =>
    listRows(store.evidence, earlier, ours.value),
  )
  const words = computed(() => view.value.search)
  const search = computed(() => tools.value?.searchTreatments(store.evidence, words.value))
  const narrowed = computed(() => narrow(facetIndex(store.evidence), filters.value, search.value?.found))
  /** Left out only because the user asked for it; said by name, and no part of the address. */
  const hiddenForPatient = computed(() =>
    patient.hidesSome
      ? treatments.value.filter(({ id }) => narrowed.value.shown.has(id) && patient.hides(id))
      : [],
  )
  const shown = computed<ReadonlySet<string>>(() =>
    hiddenForPatient.value.length === 0
      ? narrowed.value.shown
      : new Set([...narrowed.value.shown].filter((id) => !patient.hides(id))),
  )

  const sort = computed(() => view.value.sort)
  /** The address asks for what has not been fetched yet. */
  const waits = computed(() => tools.value === undefined && (words.value !== '' || sort.value === 'number'))
  watch(waits, (asked) => asked && void load(), { immediate: true })

  const sortOutcome = computed(() => view.value.sortOutcome)
  const sortDefinition = computed(() => view.value.sortDefinition)
  const numberSort = computed(() => {
    if (sort.value !== 'number') return undefined
    const asked = tools.value?.sortChoiceOf(store.evidence, sortOutcome.value, sortDefinition.value)
    const definition = asked && store.evidence.definitionById.get(asked.definition)
    if (!asked || !definition) return undefined
    return { outcome: asked.choice.outcome, definition, populations: filters.value.population }
  })

  const numberOrder = computed<NumberOrder | undefined>(
    () => numberSort.value && tools.value?.rankByNumber(treatments.value, numberSort.value, store.evidence),
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
        { id: 'ranked', heading: say('inOrder'), treatments: order.ranked.map((row) => row.treatment) },
        {
          id: 'not-ranked',
          heading: say('notInTheOrderEach'),
          treatments: order.notRanked.map((row) => row.treatment),
        },
      ]
    return sectionsBy(sort.value === 'number' ? 'group' : sort.value, treatments.value, store.evidence)
  })

  const items = computed(() =>
    listItems({
      sections: sections.value,
      rows: rows.value,
      shown: shown.value,
      ticked: view.value.treatments,
      search: search.value,
      numberCells: numberCells.value,
    }),
  )

  // What the first search and the first order by a number need is made ready while nobody waits for it.
  watch(
    () => store.complete,
    (complete) => {
      if (!complete) return
      prefetchParts()
      void load().then(
        () => tools.value && prepareOnIdle(store.evidence, tools.value),
        () => undefined,
      )
    },
    { immediate: true },
  )

  const conditionName = computed(() => termLabel(store.evidence, 'condition', 'short-name'))

  return {
    tools,
    waits,
    treatments,
    narrowed,
    shown,
    hiddenForPatient,
    numberSort,
    numberOrder,
    numberColumn,
    items,
    conditionName,
  }
}
