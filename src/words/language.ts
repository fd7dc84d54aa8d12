import { shallowRef } from 'vue'

/** The languages of what a patient can see, each in its own name. The interface of the clinician is English. */
export const LANGUAGES = { en: 'English', es: 'Español' } as const

export type Language = keyof typeof LANGUAGES

/** Languages whose texts no clinician has read yet: every page of them says so. */
export const NOT_REVIEWED: readonly Language[] = ['es']

/** The language of what the patient sees. Set by the settings; read by every catalogue. */
export const language = shallowRef<Language>('en')
