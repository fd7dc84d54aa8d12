import { setupI18n, type Messages } from '@lingui/core'
import { shallowReactive } from 'vue'
import { language, type Language } from './language'

export type Values = Readonly<Record<string, string | number>>
/** Says one message of a catalogue in the language that is set. */
export type Say<Id extends string> = (id: Id, values?: Values) => string

type Translation = () => Promise<{ default: unknown }>

/**
 * The words of one part of the app. English is there at once; another language is fetched when it is first asked
 * for, and English stands in until it has come, and for good where it has no such message.
 *
 * @param english the catalogue in English (src/words/en), which names every message
 * @param others where the other languages are
 */
export function catalogue<const Words extends Readonly<Record<string, string>>>(
  english: Words,
  others: Partial<Record<Language, Translation>> = {},
) {
  const loaded = shallowReactive(new Map<Language, Messages>([['en', english as unknown as Messages]]))
  const speakers = new Map<Language, ReturnType<typeof setupI18n>>()

  function speaker(of: Language) {
    const messages = loaded.get(of)
    if (!messages) return undefined
    const known = speakers.get(of)
    if (known) return known
    const made = setupI18n({ locale: of, messages: { [of]: { ...loaded.get('en'), ...messages } } })
    speakers.set(of, made)
    return made
  }

  /** Fetches the words of a language; resolves when they are there. Safe to call again. */
  async function load(of: Language): Promise<void> {
    const fetchWords = others[of]
    if (loaded.has(of) || !fetchWords) return
    loaded.set(of, (await fetchWords()).default as Messages)
  }

  function sayIn(of: Language, id: keyof Words & string, values: Values = {}): string {
    const ready = speaker(of) ?? speaker('en')
    return ready?._(id, values) ?? id
  }

  const say: Say<keyof Words & string> = (id, values) => {
    // A language that does not come (no network) leaves English in place.
    if (!loaded.has(language.value)) void load(language.value).catch(() => undefined)
    return sayIn(language.value, id, values)
  }

  return { say, sayIn, load }
}
