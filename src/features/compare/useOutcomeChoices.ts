import { outcomesToShow, type OutcomeGroup } from '@/domain/compare/outcomeRows'
import { useEvidenceStore } from '@/stores/evidence'
import { useView } from '@/stores/useView'
import { say } from '@/words/interface/compare'
import { computed, type Ref } from 'vue'
import type { OutcomeGroupChoice } from './OutcomeChoice.vue'

const TITLES: Readonly<Record<OutcomeGroup, string>> = {
  benefits: say('benefits'),
  lasting: say('howLongItLasts'),
  experience: say('whatPatientsReport'),
  harms: say('harms'),
  burden: say('burden'),
  cost: say('cost'),
  context: say('aboutThePatientsStudied'),
}

/** The outcomes of the table's rows, for a picture of one of them. */
export function useOutcomeChoices(treatments: Readonly<Ref<readonly string[]>>) {
  const store = useEvidenceStore()
  const { view } = useView()
  return computed<readonly OutcomeGroupChoice[]>(() => {
    const rows = outcomesToShow(view.value.outcomes, treatments.value, store.evidence)
    return (Object.keys(TITLES) as readonly OutcomeGroup[]).flatMap((group) => {
      const outcomes = rows.filter((row) => row.group === group).map((row) => row.outcome)
      return outcomes.length === 0 ? [] : [{ title: TITLES[group], outcomes }]
    })
  })
}
