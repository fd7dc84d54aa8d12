import { say } from '@/words/interface/charts'
import { inject, type InjectionKey, type Ref, shallowRef } from 'vue'

/** The words around a picture that are not the picture's own. */
export interface FigureWords {
  readonly sameNumbers: string
  readonly save: string
  /** Before the title of what is saved. */
  readonly saveWhat: (title: string) => string
  readonly table: (title: string) => string
  readonly openSource: string
  readonly noPng: string
  /** Of the marks over the drawing. */
  readonly marks: (title: string) => string
}

const FOR_CLINICIANS: FigureWords = {
  sameNumbers: say('sameNumbersAsATable'),
  save: say('save'),
  saveWhat: (title) => say('saveTitle', { title }),
  table: (title) => say('tableTitle', { title }),
  openSource: `${say('openTheSourceOf')} `,
  noPng: say('thisBrowserDoesNotLet'),
  marks: (title) => say('numbersOfThePictureArrow', { title }),
}

/** Provided by a picture that a patient sees, in the patient's language. */
export const FIGURE_WORDS: InjectionKey<Readonly<Ref<FigureWords>>> = Symbol('words of a picture')

export function useFigureWords(): Readonly<Ref<FigureWords>> {
  return inject(FIGURE_WORDS, () => shallowRef(FOR_CLINICIANS), true)
}
