import type { PlainWords } from '@/domain/presentation/plainWords'
import { OPTIONS_TO_SHOW } from '@/domain/presentation/preparation'
import { presentationOf, treatmentsToShow } from '@/domain/presentation/presentationOf'
import type { Screen } from '@/domain/presentation/screen'
import { spelledOut } from '@/domain/presentation/spelledOut'
import type { Showing } from '@/domain/presentation/shownOutcome'
import {
  outcomesToChoose,
  suggestedOutcomes,
  SUGGESTED_TO_SHOW,
  type Suggested,
} from '@/domain/presentation/suggestedOutcomes'
import { translatedText } from '@/domain/translation/translatedText'
import { language } from '@/words/language'
import { wordLength } from '@/words/presentation'
import { computed, type Ref } from 'vue'
import { useConsultStore } from './consult'
import { useEvidenceStore } from './evidence'
import { usePatientStore } from './patient'

/** What the clinician picked to show: from the address when Show is pressed, and unchanged from then on. */
export interface Picked {
  readonly treatments: readonly string[]
  readonly lead: readonly string[]
}

/** The screens of a show of these treatments to the patient of the consult; none before all tables are there. */
export function usePresentation(picked: Readonly<Ref<Picked>>, wanted: Suggested = SUGGESTED_TO_SHOW) {
  const store = useEvidenceStore()
  const consult = useConsultStore()
  const patient = usePatientStore()
  const plain = computed<PlainWords>(() => {
    const [evidence, spoken] = [store.evidence, language.value]
    return spelledOut(
      evidence,
      (table, row, column) => translatedText(evidence, spoken, table, row, column).text,
    )
  })

  const treatments = computed(() => treatmentsToShow(picked.value.treatments, store.evidence))
  const isRightNumber = computed(
    () =>
      treatments.value.length >= OPTIONS_TO_SHOW.fewest && treatments.value.length <= OPTIONS_TO_SHOW.most,
  )
  const showing = computed<Showing>(() => ({
    evidence: store.evidence,
    treatments: treatments.value,
    lead: picked.value.lead,
    population: patient.population,
    plain: plain.value,
  }))

  const choices = computed(() =>
    store.complete && isRightNumber.value ? outcomesToChoose(showing.value) : [],
  )
  /** The clinician's own choice, else the suggestion. */
  const outcomes = computed(() => {
    const chosen = consult.consult.preparation.outcomes
    return chosen.length > 0 ? chosen : suggestedOutcomes(choices.value, wanted)
  })

  const screens = computed<readonly Screen[]>(() => {
    if (!store.complete || !isRightNumber.value) return []
    const { preparation, preferences, visit } = consult.consult
    return presentationOf({
      ...showing.value,
      preparation: { ...preparation, outcomes: outcomes.value },
      preferences,
      visit,
      wordLength,
    })
  })

  return { treatments, isRightNumber, showing, choices, outcomes, screens }
}
