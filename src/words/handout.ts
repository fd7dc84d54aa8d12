import { catalogue } from './catalogue'
import english from './en/handout'

/** The page a patient takes home. */
export const handout = catalogue(english, { es: () => import('./es/handout') })
