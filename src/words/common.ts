import { catalogue } from './catalogue'
import english from './en/common'

/** Words that several patient screens share. */
export const common = catalogue(english, { es: () => import('./es/common') })
