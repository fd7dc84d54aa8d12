import { estimateOf } from '@/domain/estimate'
import { describeEstimate } from '@/domain/estimateText'
import { addressesOf, citationOf, citationText, sourceName } from '@/domain/finding/citation'
import { citingRows } from '@/domain/sources/citingRows'
import { cohortsOfSource, findingsOfSource, sourceFacts, type Relation } from '@/domain/sources/sourceRecord'
import { SOURCE_TYPE_LABELS } from '@/domain/sources/sourceWords'
import { useEvidenceStore } from '@/stores/evidence'
import { say } from '@/words/interface/sources'
import { computed } from 'vue'
import { useRoute } from 'vue-router'

/** The source that the address names, with everything taken from it. */
export function useSourcePage() {
  const store = useEvidenceStore()
  const route = useRoute()
  const id = computed(() => String(route.params['id'] ?? ''))
  const source = computed(() => store.evidence.sourceById.get(id.value))

  function nameOf(other: string): string {
    const row = store.evidence.sourceById.get(other)
    return row ? sourceName(row) : other
  }

  function relationWords(relation: Relation): string {
    if (relation.kind === 'own') return say('itsOwnNumber')
    return relation.kind === 'quoted' ? say('quotedHereFrom') : say('itsOwnNumberReadIn')
  }

  const record = computed(() => {
    const { evidence } = store
    if (!source.value) return undefined
    return {
      source: source.value,
      type: SOURCE_TYPE_LABELS[source.value.type],
      citation: citationOf(source.value),
      citationText: citationText(source.value),
      maybeCopy: addressesOf(source.value).some(({ label }) => label.includes('may be a copy')),
      facts: sourceFacts(source.value, evidence),
      cohorts: cohortsOfSource(id.value, evidence),
      withoutCohort: (evidence.findingsBySource.get(id.value) ?? []).filter((row) => row.cohort === undefined)
        .length,
      citing: citingRows(id.value, evidence),
    }
  })

  const findings = computed(() =>
    findingsOfSource(id.value, store.evidence).map(({ finding, relation }) => {
      const { evidence } = store
      const estimate = estimateOf(finding, evidence)
      return {
        finding,
        estimate,
        text: describeEstimate(estimate, evidence),
        treatment: evidence.treatmentById.get(finding.treatment)?.name ?? finding.treatment,
        outcome: evidence.outcomeById.get(finding.outcome)?.label ?? finding.outcome,
        relation: relationWords(relation),
        other: relation.kind === 'own' ? undefined : { id: relation.other, name: nameOf(relation.other) },
      }
    }),
  )

  return { store, id, record, findings, nameOf }
}

export type FindingLine = ReturnType<typeof useSourcePage>['findings']['value'][number]
