import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { describe, expect, it } from 'vitest'
import { messageExpression, placesOf } from '../../../tools/messageCode.mjs'
import { messagesOf } from '../../../tools/writtenWords.mjs'

const read = (files: Record<string, unknown>) => Object.entries(files as Record<string, string>)
const CATALOGUES = read(
  import.meta.glob('/src/words/interface/*.ts', { query: '?raw', import: 'default', eager: true }),
)
const SOURCES = read(
  import.meta.glob(['/src/**/*.{vue,ts}', '!/src/words/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

const parts = CATALOGUES.filter(([path]) => !path.endsWith('/written.ts')).map(([path, code]) => ({
  part: /(\w+)\.ts$/.exec(path)?.[1] ?? '',
  messages: messagesOf(code),
}))
const all = parts.flatMap(({ part, messages }) =>
  Object.entries(messages).map(([id, message]) => ({ part, id, message })),
)

/** What the written code says, with each value the same number. */
function written(message: string, count: number): unknown {
  const names = placesOf(message)
  const code = messageExpression(message, Object.fromEntries(names.map((name) => [name, name])))
  return new Function(...names, `return ${code}`)(...names.map(() => count))
}

/** What the library of the patient's words would say. */
function spoken(message: string, count: number): string {
  const i18n = setupI18n({ locale: 'en', messages: { en: { message: compileMessage(message) } } })
  return i18n._('message', Object.fromEntries(placesOf(message).map((name) => [name, count])))
}

describe('the words of the clinician’s interface', () => {
  it('are read from every catalogue', () => {
    expect(parts.length).toBeGreaterThan(15)
    expect(parts.filter(({ messages }) => Object.keys(messages).length === 0)).toEqual([])
  })

  it.each([0, 1, 2, 999])('read as the message library would print them with %d', (count) => {
    const wrong = all.filter(({ message }) => written(message, count) !== spoken(message, count))
    expect(wrong).toEqual([])
  })

  it('are each said somewhere', () => {
    const unused = parts.flatMap(({ part, messages }) => {
      const users = SOURCES.filter(([, code]) => code.includes(`'@/words/interface/${part}'`))
      return Object.keys(messages).filter((id) => !users.some(([, code]) => code.includes(`('${id}'`)))
    })
    expect(unused).toEqual([])
  })

  it('stand once in their catalogue', () => {
    const twice = all.filter((one) =>
      all.some((two) => two.part === one.part && two.message === one.message && two.id !== one.id),
    )
    expect(twice).toEqual([])
  })
})
