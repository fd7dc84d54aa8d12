import { firstOutcome } from '@/domain/compare/firstOutcome'
import { outcomesToShow } from '@/domain/compare/outcomeRows'
import { useEvidenceStore } from '@/stores/evidence'
import { useOurGuideline } from '@/stores/useOurGuideline'
import { usePatientStore } from '@/stores/patient'
import { useView } from '@/stores/useView'
import { computed, type ComputedRef, type Ref } from 'vue'
import type { Column, Section, SectionHead } from './comparison'
import { buildSection, sectionHeads } from './sections'
import { FIRST_SECTIONS } from './stages'

/**
 * Everything that Compare shows, worked out from the address and the evidence.
 *
 * @param stage how far the page has been built, see `useStages`
 * @param judged whether pairs are judged yet, which takes longest
 */
export function useComparison(stage: Readonly<Ref<number>>, judged: Readonly<Ref<boolean>>) {
  const store = useEvidenceStore()
  const { view } = useView()
  const patient = usePatientStore()
  const { ours } = useOurGuideline()

  // Each part of the view for itself: another picture must not build the table, nor judge the pairs, anew.
  const picked = computed(() => view.value.treatments)
  const reference = computed(() => view.value.reference)
  const chosenRows = computed(() => view.value.outcomes)
  const lead = computed(() => view.value.lead)

  const columns = computed<readonly Column[]>(() => {
    const found = picked.value.flatMap((id, place) => {
      const treatment = store.evidence.treatmentById.get(id)
      const group = treatment?.group === undefined ? undefined : store.evidence.groupById.get(treatment.group)
      return treatment ? [{ treatment, place, group: group?.label, isReference: id === reference.value }] : []
    })
    return [...found.filter((column) => column.isReference), ...found.filter((column) => !column.isReference)]
  })
  const treatments = computed(() => columns.value.map((column) => column.treatment))
  const outcomes = computed(() =>
    outcomesToShow(
      chosenRows.value,
      treatments.value.map((treatment) => treatment.id),
      store.evidence,
    ),
  )
  /** The outcome that the pair verdicts and the picture are about: the one asked for, else where most can be seen. */
  const outcome = computed(
    () =>
      (view.value.outcome === undefined ? undefined : store.evidence.outcomeById.get(view.value.outcome)) ??
      firstOutcome(
        outcomes.value,
        treatments.value.map((treatment) => treatment.id),
        store.evidence,
      ),
  )

  const cautions = computed(() => treatments.value.map(({ id }) => patient.cautionsOf(id)))
  const hasPatient = computed(() => cautions.value.some((row) => row !== undefined))

  const comparison = computed(() => ({
    treatments: treatments.value,
    outcomes: outcomes.value,
    lead: lead.value,
    population: patient.population,
    patient: cautions.value,
    judged: judged.value,
    ours: ours.value,
    complete: store.complete,
    evidence: store.evidence,
  }))
  /** Parts that have something to say, by title: for the links to them. */
  const heads = computed(() => sectionHeads(outcomes.value, hasPatient.value))
  /** Each part for itself, so that the next one does not build those before it again. */
  const builtById = new Map<string, ComputedRef<Section>>()
  function built(head: SectionHead): Section {
    const known = builtById.get(head.id) ?? computed(() => buildSection(head, comparison.value))
    builtById.set(head.id, known)
    return known.value
  }
  const sections = computed(() =>
    heads.value
      .slice(0, FIRST_SECTIONS + stage.value)
      .map(built)
      .filter(({ rows, loading, lead }) => rows.length > 0 || loading !== undefined || lead !== undefined),
  )

  return { columns, heads, sections, outcomes, outcome }
}
