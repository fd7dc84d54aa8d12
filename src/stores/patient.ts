import type { PatientCautions } from '@/domain/patient/patientCautions'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useConsultStore } from './consult'
import { useEvidenceStore } from './evidence'
import type { describePatient } from './patientRules'
import { useSettingsStore } from './settings'

/** What the data say for the patient of the consult; nothing while the feature is off or the tables are not there. */
export const usePatientStore = defineStore('patient', () => {
  const consult = useConsultStore()
  const evidence = useEvidenceStore()
  const settings = useSettingsStore()
  const describe = shallowRef<typeof describePatient>()

  const isOn = computed(() => settings.patientFactors === 'on')
  const description = computed(() =>
    isOn.value && evidence.complete ? describe.value?.(consult.patient, evidence.evidence) : undefined,
  )
  const factorCount = computed(() => description.value?.set.length ?? 0)
  const population = computed(() => description.value?.population)

  /** The panel is open, or the cautions of one treatment are. */
  const panelOpen = shallowRef(false)
  const openTreatment = shallowRef<string>()

  // What is switched off is not kept unseen.
  watch(isOn, (on) => {
    if (!on) consult.clear()
  })

  /** Fetches the rules. Safe to call again. */
  async function load() {
    describe.value ??= (await import('./patientRules')).describePatient
  }

  /** What there is to say of a treatment; undefined where nothing is set and nothing is always shown. */
  function cautionsOf(treatment: string): PatientCautions | undefined {
    const cautions = description.value?.cautionsOf(treatment)
    if (!cautions) return undefined
    const isSilent = factorCount.value === 0 && cautions.always.length === 0 && !cautions.takesIt
    return isSilent ? undefined : cautions
  }

  /** The user asked to leave out what is contraindicated for this patient. */
  const hidesSome = computed(() => consult.consult.hideContraindicated)

  /** The user asked to leave it out of the list, and it is contraindicated for this patient. */
  function hides(treatment: string): boolean {
    return hidesSome.value && description.value?.isContraindicated(treatment) === true
  }

  return {
    isOn,
    description,
    factorCount,
    population,
    panelOpen,
    openTreatment,
    load,
    cautionsOf,
    hidesSome,
    hides,
  }
})
