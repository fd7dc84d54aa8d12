import { termLabel, type Evidence } from '@/domain/evidence'
import { guidelineMatrix, filterRows, type MatrixRow } from '@/domain/guidelines/matrix'
import { otherDocuments } from '@/domain/guidelines/otherDocuments'
import {
  readGuidelinesView,
  writeGuidelinesView,
  type GuidelinesView,
} from '@/domain/guidelines/guidelinesView'
import { statementOf } from '@/domain/guidelines/statements'
import type { Query } from '@/domain/view'
import { useEvidenceStore } from '@/stores/evidence'
import { useOurGuideline } from '@/stores/useOurGuideline'
import { useView } from '@/stores/useView'
import { computed } from 'vue'
import { useRoute } from 'vue-router'

const PASSES: Readonly<Record<NonNullable<GuidelinesView['only']>, (row: MatrixRow) => boolean>> = {
  disagree: ({ agreement }) => agreement.kind === 'disagree',
  differ: ({ agreement }) => agreement.kind === 'disagree' || agreement.kind === 'strength',
}

function countRows(rows: readonly MatrixRow[]) {
  return {
    all: rows.length,
    disagree: rows.filter(PASSES.disagree).length,
    differ: rows.filter(PASSES.differ).length,
  }
}

function openStatement(id: string | undefined, evidence: Evidence) {
  const recommendation = evidence.recommendations.find((row) => row.id === id)
  if (!recommendation) return undefined
  return {
    ...statementOf(recommendation, evidence),
    treatment: evidence.treatmentById.get(recommendation.treatment)?.name ?? recommendation.treatment,
    kind: termLabel(evidence, 'counts_as', recommendation.countsAs),
  }
}

/** What the page of guidelines shows, from the evidence, the address and the guideline that is followed here. */
export function useGuidelines() {
  const store = useEvidenceStore()
  const route = useRoute()
  const { changeOwn } = useView()
  const { ours, follow } = useOurGuideline()

  const own = computed(() => readGuidelinesView(route.query as Query))
  const change = (to: Partial<GuidelinesView>) =>
    changeOwn(() => writeGuidelinesView({ ...own.value, ...to }))

  const matrix = computed(() => guidelineMatrix(store.evidence, ours.value))
  const counts = computed(() => countRows(matrix.value.groups.flatMap((group) => group.rows)))
  const groups = computed(() => {
    const { only } = own.value
    return only === undefined ? matrix.value.groups : filterRows(matrix.value.groups, PASSES[only])
  })
  const others = computed(() => otherDocuments(store.evidence))
  const condition = computed(() => termLabel(store.evidence, 'condition', 'name'))
  const opened = computed(() => openStatement(own.value.statement, store.evidence))

  return { store, own, change, matrix, counts, groups, others, condition, opened, ours, follow }
}

export type OpenStatement = NonNullable<ReturnType<typeof openStatement>>
