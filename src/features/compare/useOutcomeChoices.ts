import { outcomesToShow, type OutcomeGroup } from '@/domain/compare/outcomeRows'
import { useEvidenceStore } from '@/stores/evidence'
import { useView } from '@/stores/useView'
import { computed, type Ref } from 'vue'
import type { OutcomeGroupChoice } from './OutcomeChoice.vue'

const TITLES: Readonly<Record<OutcomeGroup, string>> = {
  benefits: 'Benefits',
  lasting: 'How long it lasts',
  experience: 'What patients report',
  harms: 'Harms',
  burden: 'Burden',
  cost: 'Cost',
  context: 'About the patients studied',
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
