import type { InjectionKey, Ref } from 'vue'

/** Whether the page is being printed, for every part of the comparison. */
export const PRINTING: InjectionKey<Readonly<Ref<boolean>>> = Symbol('printing')
