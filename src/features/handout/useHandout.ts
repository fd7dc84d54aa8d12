import { handoutLink, isLink } from '@/domain/handout/handoutLink'
import { handoutOf } from '@/domain/handout/handoutPage'
import { factorInWords } from '@/domain/patient/setFactors'
import { recordNote } from '@/domain/handout/recordNote'
import type { Visit } from '@/domain/handout/visit'
import { useConsultStore } from '@/stores/consult'
import { useEvidenceStore } from '@/stores/evidence'
import { usePatientStore } from '@/stores/patient'
import { useSettingsStore } from '@/stores/settings'
import { SUGGESTED } from '@/domain/presentation/suggestedOutcomes'
import { usePresentation } from '@/stores/usePresentation'
import { useView } from '@/stores/useView'
import { say } from '@/words/interface/handout'
import { computed } from 'vue'

/** More options than this do not fit on one page. */
export const MOST_OPTIONS = 4

/** Today in the language of the page, as the clock of this machine has it. */
export function today(language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long' }).format(
    new Date(),
  )
}

/** Everything of Take home and of the note, worked out from the address, the evidence and the consult. */
export function useHandout() {
  const store = useEvidenceStore()
  const consult = useConsultStore()
  const patient = usePatientStore()
  const settings = useSettingsStore()
  const { view } = useView()
  void patient.load()

  const visit = computed(() => consult.consult.visit)
  const change = (part: Partial<Visit>) => consult.change({ visit: { ...visit.value, ...part } })

  const picked = computed(() => ({
    treatments: view.value.treatments.slice(0, MOST_OPTIONS),
    lead: view.value.lead,
  }))
  const { showing, choices, outcomes: prepared } = usePresentation(picked, SUGGESTED)
  const leftOut = computed(() => view.value.treatments.slice(MOST_OPTIONS))

  /** Chosen on this page, else the rows that the address names, else those prepared or suggested. */
  const outcomes = computed(() => {
    const { printed } = visit.value
    if (printed.length > 0) return printed
    return view.value.outcomes.length > 0 ? view.value.outcomes.slice(0, 6) : prepared.value
  })

  const handout = computed(() => handoutOf(showing.value, outcomes.value, consult.consult.preferences))
  const dataVersion = computed(() => store.info?.version)
  const isLocal = computed(() => store.local !== undefined)
  const link = computed(() =>
    store.local
      ? 'local-data'
      : handoutLink(settings.publicAddress, {
          treatments: picked.value.treatments,
          outcomes: outcomes.value,
          dataVersion: dataVersion.value,
        }),
  )
  const urgent = computed(() => patient.description?.urgent ?? [])

  const note = computed(() =>
    recordNote({
      showing: showing.value,
      outcomes: outcomes.value,
      preferences: consult.consult.preferences,
      visit: visit.value,
      cautions: picked.value.treatments.map((id) => patient.cautionsOf(id)),
      factors: patient.description?.set.map((row) => factorInWords(row, consult.patient)) ?? [],
      takes: consult.patient.takes.map((id) => store.evidence.treatmentById.get(id)?.name ?? id),
      otherMedicines: consult.patient.otherMedicines,
      date: today('en'),
      dataVersion: isLocal.value
        ? say('localDataDataVersion', { dataVersion: dataVersion.value ?? say('notStated') })
        : dataVersion.value,
    }),
  )

  return {
    visit,
    change,
    showing,
    choices,
    outcomes,
    leftOut,
    handout,
    dataVersion,
    isLocal,
    link,
    hasLink: computed(() => isLink(link.value)),
    urgent,
    note,
  }
}
