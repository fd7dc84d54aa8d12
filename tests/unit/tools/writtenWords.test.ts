import { describe, expect, it } from 'vitest'
import { writeWords } from '../../../tools/writtenWords.mjs'

const MESSAGES = {
  clear: 'Clear “all” & "it\'s" <b>',
  shownOf: '{shown} of {all} shown',
  rows: '{count, plural, one {# row} other {# rows}} here',
  none: 'none',
}
const IMPORT = `import { say } from '@/words/interface/explore'\n`
const messagesFor = () => Promise.resolve(MESSAGES)

const module = async (code: string) => (await writeWords(IMPORT + code, false, messagesFor))?.toString()

/** The markup of a component after its words were written into it. */
async function markup(template: string) {
  const component = `<script setup lang="ts">\n${IMPORT}</script>\n<template>${template}</template>`
  const written = (await writeWords(component, true, messagesFor))?.toString() ?? ''
  return /<template>(.*)<\/template>/s.exec(written)?.[1]
}

/** What a module says when it runs. */
async function saidBy(expression: string, values: Readonly<Record<string, unknown>> = {}) {
  const code = (await module(`export default ${expression}`))?.replace('export default', 'return')
  return new Function(...Object.keys(values), code ?? '')(...Object.values(values)) as unknown
}

describe('the words of the interface, written where they are said', () => {
  it('stand in a script as they are, signs of JavaScript and all', async () => {
    expect(await saidBy(`say('clear')`)).toBe(MESSAGES.clear)
  })

  it('hold their values, and values that are themselves said', async () => {
    expect(
      await saidBy(`say('shownOf', { shown, all: a ? say('none') : b })`, { shown: 3, a: true, b: 0 }),
    ).toBe('3 of none shown')
  })

  it('have the form of their number, and numbers as English writes them', async () => {
    const rows = (count: number) => saidBy(`say('rows', { count: list.length })`, { list: { length: count } })
    expect(await Promise.all([0, 1, 2, 1234].map(rows))).toEqual([
      '0 rows here',
      '1 row here',
      '2 rows here',
      '1,234 rows here',
    ])
  })

  it('take a count that is worked out as a whole', async () => {
    expect(await saidBy(`say('rows', { count: none ?? 1 })`, { none: undefined })).toBe('1 row here')
    expect(await saidBy(`say('rows', { count: some ? 1 : 2 })`, { some: false })).toBe('2 rows here')
  })

  it('are refused where a template repeats or takes slots, which is no place to say them', async () => {
    await expect(markup(`<p v-for="row of say('none')" :key="row">x</p>`)).rejects.toThrow(
      'neither an expression',
    )
  })

  it('leave nothing of the catalogue to be fetched', async () => {
    expect(await module(`say('none')`)).not.toMatch(/import|say/)
  })

  it('are text and attributes in a template, so that Vue has nothing to work out', async () => {
    expect(await markup(`<p :title="say('clear')">{{ say('none') }}</p>`)).toBe(
      '<p title="Clear “all” &amp; &quot;it\'s&quot; &lt;b&gt;">none</p>',
    )
  })

  it('leave only the values of a template to be worked out', async () => {
    expect(await markup(`<p>{{ say('shownOf', { shown, all: f(all) }) }}</p>`)).toBe(
      '<p>{{ shown }} of {{ f(all) }} shown</p>',
    )
  })

  it('may be a part of an expression, a handler or a bound attribute', async () => {
    expect(
      await markup(
        `<a v-for="a in b" :b="[say('none')]" @c="d = say('none')">{{ e ? say('none') : '' }}</a>`,
      ),
    ).toBe(`<a v-for="a in b" :b="['none']" @c="d = 'none'">{{ e ? 'none' : '' }}</a>`)
  })

  it.each([
    ['names no message', `say('nothing')`],
    ['names no message', `say(id)`],
    ['has no value for all', `say('shownOf', { shown })`],
    ['has no place for more', `say('none', { more })`],
  ])('are refused when a call %s', async (message, call) => {
    await expect(module(call)).rejects.toThrow(message)
  })

  it('leave a module alone that says none', async () => {
    expect(
      await writeWords(`import { say } from '@/words/common'\nsay('none')`, false, messagesFor),
    ).toBeUndefined()
  })
})
