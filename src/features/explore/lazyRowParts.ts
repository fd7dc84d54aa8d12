import { defineAsyncComponent } from 'vue'

/** What opens inside a row: a file of its own, since the parts of the list that come later have rows too. */
export const rowParts = {
  cautionLine: () => import('@/ui/PatientCautionLine.vue'),
  guidelineDetail: () => import('./GuidelineDetail.vue'),
}

export const PatientCautionLine = defineAsyncComponent(rowParts.cautionLine)
export const GuidelineDetail = defineAsyncComponent(rowParts.guidelineDetail)
