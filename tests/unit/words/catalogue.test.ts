import { catalogue } from '@/words/catalogue'
import { common } from '@/words/common'
import { language } from '@/words/language'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(() => {
  language.value = 'en'
})

describe('a catalogue', () => {
  test('says plurals of its language', async () => {
    expect(common.say('people', { count: 1 })).toBe('1 person')
    expect(common.say('people', { count: 2 })).toBe('2 people')
    await common.load('es')
    language.value = 'es'
    expect(common.say('people', { count: 1 })).toBe('1 persona')
    expect(common.say('people', { count: 2 })).toBe('2 personas')
  })

  test('writes numbers as the language does', async () => {
    await common.load('es')
    expect(common.sayIn('en', 'people', { count: 12345 })).toBe('12,345 people')
    expect(common.sayIn('es', 'people', { count: 12345 })).toBe('12.345 personas')
  })

  test('speaks English until the other language has come, and where it has no such message', async () => {
    const half = catalogue(
      { known: 'known', rest: 'only English' },
      {
        es: () => Promise.resolve({ default: { known: 'conocido' } }),
      },
    )
    language.value = 'es'
    expect(half.say('known')).toBe('known')
    await half.load('es')
    expect(half.say('known')).toBe('conocido')
    expect(half.say('rest')).toBe('only English')
  })

  test('stays English when the other language cannot be had', async () => {
    const cut = catalogue({ known: 'known' }, { es: () => Promise.reject(new Error('no network')) })
    language.value = 'es'
    expect(cut.say('known')).toBe('known')
    await Promise.resolve()
    expect(cut.say('known')).toBe('known')
  })
})
