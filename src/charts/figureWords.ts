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
  sameNumbers: 'Same numbers as a table',
  save: 'Save',
  saveWhat: (title) => `Save: ${title}`,
  table: (title) => `Table: ${title}`,
  openSource: 'Open the source of: ',
  noPng: 'This browser does not let the page draw a PNG file. SVG and CSV work.',
  marks: (title) => `Numbers of the picture “${title}”: arrow keys move, Enter opens the source`,
}

/** Provided by a picture that a patient sees, in the patient's language. */
export const FIGURE_WORDS: InjectionKey<Readonly<Ref<FigureWords>>> = Symbol('words of a picture')

export function useFigureWords(): Readonly<Ref<FigureWords>> {
  return inject(FIGURE_WORDS, () => shallowRef(FOR_CLINICIANS), true)
}
