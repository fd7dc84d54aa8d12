type Messages = Readonly<Record<string, string>>
type Values = Readonly<Record<string, string | number>>

/** Values are asked for where the message has a place for one, and only there. */
type Asked<Text extends string> = Text extends `${string}{${string}` ? [values: Values] : []
type Say<All extends Messages> = <Id extends keyof All & string>(id: Id, ...values: Asked<All[Id]>) => string

/**
 * The words of one part of the clinician's interface, which is English. While the app is built, tested or served for
 * developers, tools/writtenWords.mjs writes each message in the place of its call, so that neither a catalogue nor a
 * library has to arrive before the first page. What a patient sees has several languages: src/words/catalogue.ts.
 *
 * @param messages in the ICU message format, each under its id
 * @returns says a message; the id stands in the call as it is, and is never put together
 */
export function written<const All extends Messages>(messages: All): Say<All> {
  const say = (...[id]: readonly [id: string, ...values: Values[]]): string => {
    throw new Error(`tools/writtenWords.mjs has not written "${messages[id]}" in the place of its call.`)
  }
  return say
}
