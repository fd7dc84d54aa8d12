import { defineAsyncComponent } from 'vue'

/** Only there once something is set for a patient, and so no part of what the list needs first. */
export const PatientCautionLine = defineAsyncComponent(() => import('@/ui/PatientCautionLine.vue'))
