import { describe, expect, test } from 'vitest'

const files = import.meta.glob<{ default: Record<string, unknown> }>('/src/words/*/*.ts', { eager: true })
const part = (path: string) => /\/([a-z]{2})\/(\w+)\.ts$/.exec(path)
const texts = Object.entries(files).flatMap(([path, { default: messages }]) => {
  const found = part(path)
  return found ? [{ language: found[1], name: found[2], messages }] : []
})
const english = texts.filter(({ language }) => language === 'en')

/** The names of the values a message prints, in any order. */
function values(message: unknown): string[] {
  if (!Array.isArray(message)) return []
  return message.flatMap((piece) => (Array.isArray(piece) ? [String(piece[0])] : [])).sort()
}

/** Parts that only a clinician sees are English; every other part has to be there in Spanish, word for word. */
const ENGLISH_ONLY: readonly (string | undefined)[] = []

describe('the languages', () => {
  test('have no message in Spanish that is missing or left over', () => {
    const gaps = english
      .filter(({ name }) => !ENGLISH_ONLY.includes(name))
      .flatMap(({ name, messages }) => {
        const spanish = texts.find((other) => other.language === 'es' && other.name === name)?.messages ?? {}
        const missing = Object.keys(messages).filter((key) => !(key in spanish))
        const extra = Object.keys(spanish).filter((key) => !(key in messages))
        return [
          ...missing.map((key) => `${name}.${key} is missing`),
          ...extra.map((key) => `${name}.${key} is left over`),
        ]
      })
    expect(gaps).toEqual([])
  })

  test('print the same values in both', () => {
    const wrong = english.flatMap(({ name, messages }) => {
      const spanish = texts.find((other) => other.language === 'es' && other.name === name)?.messages ?? {}
      return Object.keys(spanish).filter(
        (key) => values(messages[key]).join() !== values(spanish[key]).join(),
      )
    })
    expect(wrong).toEqual([])
  })
})
