import { catalogue } from './catalogue'
import english from './en/presentation'
import numbers from './en/presentationNumbers'
import sureness from './en/presentationSureness'
import type { Language } from './language'

/** The frame and the steps of a patient's screen. */
export const presentation = catalogue(english, { es: () => import('./es/presentation') })
/** Numbers on a patient's screen, and what is said where there is none. */
export const presentationNumbers = catalogue(numbers, { es: () => import('./es/presentationNumbers') })
/** How sure the numbers are, and how far treatments were compared. */
export const presentationSureness = catalogue(sureness, { es: () => import('./es/presentationSureness') })

/** How many characters a message has in the language that is set, without the values it prints. */
export function wordLength(message: string): number {
  const part =
    message in numbers ? presentationNumbers : message in sureness ? presentationSureness : undefined
  return part ? (part.say as (id: string) => string)(message).length : 0
}

/** Fetches all words of a patient's screen. */
export async function loadPresentation(language: Language): Promise<void> {
  await Promise.all(
    [presentation, presentationNumbers, presentationSureness].map((part) => part.load(language)),
  )
}
