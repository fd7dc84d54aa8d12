// @vitest-environment happy-dom
import { STORAGE_KEY, useSettingsStore } from '@/stores/settings'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'

const root = document.documentElement

function open() {
  setActivePinia(createPinia())
  return useSettingsStore()
}

beforeEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

describe('settings', () => {
  it('start as the system and the browser wish', () => {
    const settings = open()
    expect(settings.$state).toEqual({
      theme: 'system',
      textSize: 100,
      density: 'calm',
      patientFactors: 'on',
      language: 'en',
    })
    expect(root.dataset['theme']).toBeUndefined()
    expect(root.dataset['textSize']).toBeUndefined()
  })

  it('are worn by the page at once and remembered', async () => {
    const settings = open()
    settings.theme = 'dark'
    settings.textSize = 130
    settings.density = 'dense'
    await nextTick()
    expect(root.dataset).toMatchObject({ theme: 'dark', textSize: '130', density: 'dense' })
    expect(open().$state).toMatchObject({ theme: 'dark', textSize: 130, density: 'dense' })
  })

  it('forget what an older version or another hand wrote', () => {
    localStorage.setItem(STORAGE_KEY, '{"theme":"pink","textSize":"130","density":"dense"}')
    expect(open().$state).toMatchObject({ theme: 'system', textSize: 100, density: 'dense' })
    localStorage.setItem(STORAGE_KEY, '{broken')
    expect(open().$state).toMatchObject({ theme: 'system', textSize: 100, density: 'calm' })
  })

  it('work without storage', async () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const settings = open()
    settings.theme = 'light'
    await nextTick()
    expect(root.dataset['theme']).toBe('light')
  })

  it('keep nothing but taste', async () => {
    const settings = open()
    settings.theme = 'dark'
    await nextTick()
    expect(Object.keys(localStorage)).toEqual([STORAGE_KEY])
    expect(Object.keys(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as object).sort()).toEqual([
      'density',
      'language',
      'patientFactors',
      'textSize',
      'theme',
    ])
  })
})

describe('the guideline that is followed here', () => {
  it('is remembered, and left out of storage until one is chosen', async () => {
    const settings = open()
    settings.ourGuideline = 'nice-cg173'
    await nextTick()
    expect(open().ourGuideline).toBe('nice-cg173')
  })

  it.each(['{"ourGuideline":7}', '{"ourGuideline":""}', `{"ourGuideline":"${'x'.repeat(300)}"}`])(
    'is forgotten where %s stands in storage',
    (stored) => {
      localStorage.setItem(STORAGE_KEY, stored)
      expect(open().ourGuideline).toBeUndefined()
    },
  )
})

describe('the part about a patient', () => {
  it('can be switched off, and stays so', async () => {
    const settings = open()
    settings.patientFactors = 'off'
    await nextTick()
    expect(open().patientFactors).toBe('off')
  })

  it('remembers whom to call in a crisis here', async () => {
    const settings = open()
    expect(settings.crisisContact).toBeUndefined()
    settings.crisisContact = 'Crisis line 999'
    await nextTick()
    expect(open().crisisContact).toBe('Crisis line 999')
  })
})
