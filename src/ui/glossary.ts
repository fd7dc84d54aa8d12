import type { GlossaryEntry } from '@/domain/tables/background'
import type { InjectionKey, Ref } from 'vue'

/**
 * The glossary, handed down from the frame of the app: a label deep in a table explains its words without every
 * part above it passing the glossary on. Not handed down, or empty: labels are plain text.
 */
export const GLOSSARY: InjectionKey<Readonly<Ref<readonly GlossaryEntry[]>>> = Symbol('glossary')
