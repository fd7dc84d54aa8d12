import { catalogue } from './catalogue'
import english from './en/preferences'

/** What matters to the patient: weighing it, and how near each option comes. */
export const preferenceWords = catalogue(english, { es: () => import('./es/preferences') })
