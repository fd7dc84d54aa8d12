import { prefetchOnIdle } from '@/ui/prefetchOnIdle'
import { defineAsyncComponent } from 'vue'
import { rowParts } from './lazyRowParts'

/*
 * What the first list does without: each is fetched when it is first shown, or when the browser has nothing better
 * to do, whichever comes first.
 */
const parts = {
  compareBar: () => import('./CompareBar.vue'),
  conditionFacts: () => import('./ConditionFacts.vue'),
  exportList: () => import('./ExportList.vue'),
  filterDrawer: () => import('./FilterDrawer.vue'),
  hiddenTreatments: () => import('./HiddenTreatments.vue'),
  noMatch: () => import('./NoMatch.vue'),
  numberOrderNotes: () => import('./NumberOrderNotes.vue'),
  patientHidden: () => import('./PatientHidden.vue'),
  sortByNumber: () => import('./SortByNumber.vue'),
}

export const CompareBar = defineAsyncComponent(parts.compareBar)
export const ConditionFacts = defineAsyncComponent(parts.conditionFacts)
export const ExportList = defineAsyncComponent(parts.exportList)
export const FilterDrawer = defineAsyncComponent(parts.filterDrawer)
export const HiddenTreatments = defineAsyncComponent(parts.hiddenTreatments)
export const NoMatch = defineAsyncComponent(parts.noMatch)
export const NumberOrderNotes = defineAsyncComponent(parts.numberOrderNotes)
export const PatientHidden = defineAsyncComponent(parts.patientHidden)
export const SortByNumber = defineAsyncComponent(parts.sortByNumber)

/** Only for a list too long to be drawn as a whole. */
export const VirtualLines = defineAsyncComponent(() => import('./VirtualLines.vue'))

/** So that none of them is waited for, nor missing once the network is gone. */
export function prefetchParts() {
  for (const load of Object.values({ ...rowParts, ...parts })) prefetchOnIdle(load)
}
