import { defineStore } from 'pinia'
import { reactive, toRefs, watch } from 'vue'

export const THEMES = ['system', 'light', 'dark'] as const
export const TEXT_SIZES = [100, 115, 130] as const
export const DENSITIES = ['calm', 'dense'] as const

export interface Settings {
  theme: (typeof THEMES)[number]
  /** Percent of the browser's own text size. */
  textSize: (typeof TEXT_SIZES)[number]
  density: (typeof DENSITIES)[number]
  /** The source id of the guideline that is followed here: its stance leads. May be unknown to the data. */
  ourGuideline?: string | undefined
}

export const STORAGE_KEY = 'tn-compare-settings'

const STANDARD: Settings = { theme: 'system', textSize: 100, density: 'calm' }

function oneOf<Choice>(choices: readonly Choice[], value: unknown, standard: Choice): Choice {
  return choices.find((choice) => choice === value) ?? standard
}

/** The longest id that is believed. */
const LONGEST_ID = 200

/** Storage can be switched off, full, or hold what an older version wrote: taste is then simply forgotten. */
function readStored(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}')
    const kept = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>
    const guideline = kept['ourGuideline']
    const isId = typeof guideline === 'string' && guideline !== '' && guideline.length <= LONGEST_ID
    return {
      theme: oneOf(THEMES, kept['theme'], STANDARD.theme),
      textSize: oneOf(TEXT_SIZES, kept['textSize'], STANDARD.textSize),
      density: oneOf(DENSITIES, kept['density'], STANDARD.density),
      ourGuideline: isId ? guideline : undefined,
    }
  } catch {
    return { ...STANDARD }
  }
}

function store(settings: Settings) {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(settings))
  } catch {
    // Nothing is lost but taste.
  }
}

function show(settings: Settings) {
  const { dataset } = document.documentElement
  if (settings.theme === 'system') delete dataset['theme']
  else dataset['theme'] = settings.theme
  if (settings.textSize === STANDARD.textSize) delete dataset['textSize']
  else dataset['textSize'] = String(settings.textSize)
  dataset['density'] = settings.density
}

/** Taste, and the guideline that is followed here, kept in this browser. Never anything about a patient. */
export const useSettingsStore = defineStore('settings', () => {
  const settings = reactive(readStored())
  show(settings)
  watch(settings, () => {
    show(settings)
    store(settings)
  })
  return toRefs(settings)
})
