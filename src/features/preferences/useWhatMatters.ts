import { tellPreferences } from '@/charts/preferences/tellPreferences'
import type { OptionColumn } from '@/charts/preferences/preferencePicture'
import { appraise } from '@/domain/preferences/appraisal'
import { criterionChoices, criterionOf } from '@/domain/preferences/criteria'
import { type Preferences } from '@/domain/preferences/preferences'
import { unweighed } from '@/domain/preferences/weighing'
import { translatedText } from '@/domain/translation/translatedText'
import { useConsultStore } from '@/stores/consult'
import { useEvidenceStore } from '@/stores/evidence'
import { usePatientStore } from '@/stores/patient'
import { useRankChances } from '@/stores/useRankChances'
import { useView } from '@/stores/useView'
import { language } from '@/words/language'
import { computed } from 'vue'

/** Everything the page shows: the options from the address, what was weighed from the consult. */
export function useWhatMatters() {
  const store = useEvidenceStore()
  const consult = useConsultStore()
  const patient = usePatientStore()
  const { view } = useView()

  const preferences = computed(() => consult.consult.preferences)
  /** An option keeps the colour and mark of its place in the address. */
  const options = computed(() =>
    view.value.treatments.flatMap((id, place) => {
      const treatment = store.evidence.treatmentById.get(id)
      if (!treatment) return []
      const { text } = translatedText(store.evidence, language.value, 'treatments', treatment, 'plainName')
      return [{ id, name: text, place }]
    }),
  )
  const columns = computed<readonly OptionColumn[]>(() => options.value)
  const ids = computed(() => options.value.map(({ id }) => id))
  const choices = computed(() => criterionChoices(ids.value, store.evidence))
  const picked = computed(() =>
    preferences.value.criteria.flatMap((id) => criterionOf(id, store.evidence) ?? []),
  )
  const appraisal = computed(() =>
    appraise({
      options: ids.value,
      preferences: preferences.value,
      evidence: store.evidence,
      lead: view.value.lead,
      population: patient.population,
    }),
  )
  const { chances } = useRankChances(() => appraisal.value)
  const telling = computed(
    () => appraisal.value && tellPreferences(appraisal.value, chances.value, columns.value, store.evidence),
  )
  const notWeighed = computed(() => unweighed(preferences.value).length)

  function change(preferences: Preferences) {
    consult.change({ preferences })
  }

  return { preferences, options, columns, choices, picked, appraisal, chances, telling, notWeighed, change }
}
