import { language, LANGUAGES, type Language } from '@/words/language'
import { defineStore } from 'pinia'
import { reactive, toRefs, watch } from 'vue'

export const THEMES = ['system', 'light', 'dark'] as const
export const TEXT_SIZES = [100, 115, 130] as const
export const DENSITIES = ['calm', 'dense'] as const
export const ON_OFF = ['on', 'off'] as const

export interface Settings {
  theme: (typeof THEMES)[number]
  /** Percent of the browser's own text size. */
  textSize: (typeof TEXT_SIZES)[number]
  density: (typeof DENSITIES)[number]
  /** The source id of the guideline that is followed here: its stance leads. May be unknown to the data. */
  ourGuideline?: string | undefined
  /** Whether factors of a patient are asked for and shown at all. */
  patientFactors: (typeof ON_OFF)[number]
  /** Whom to call in a crisis here, as this user typed it: about the place, not about a patient. */
  crisisContact?: string | undefined
  /** Where this copy of the app can be reached from outside, for links on paper; nothing is linked without it. */
  publicAddress?: string | undefined
  /** The language of what the patient sees. */
  language: Language
}

export const STORAGE_KEY = 'tn-compare-settings'

const STANDARD: Settings = {
  theme: 'system',
  textSize: 100,
  density: 'calm',
  patientFactors: 'on',
  language: 'en',
}

function oneOf<Choice>(choices: readonly Choice[], value: unknown, standard: Choice): Choice {
  return choices.find((choice) => choice === value) ?? standard
}

/** The longest id or line that is believed. */
export const LONGEST_TEXT = 200

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_TEXT ? value : undefined
}

/** Storage can be switched off, full, or hold what an older version wrote: taste is then simply forgotten. */
function readStored(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}')
    const kept = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>
    return {
      theme: oneOf(THEMES, kept['theme'], STANDARD.theme),
      textSize: oneOf(TEXT_SIZES, kept['textSize'], STANDARD.textSize),
      density: oneOf(DENSITIES, kept['density'], STANDARD.density),
      ourGuideline: textOf(kept['ourGuideline']),
      patientFactors: oneOf(ON_OFF, kept['patientFactors'], STANDARD.patientFactors),
      crisisContact: textOf(kept['crisisContact']),
      publicAddress: textOf(kept['publicAddress']),
      language: oneOf(Object.keys(LANGUAGES) as Language[], kept['language'], STANDARD.language),
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
  language.value = settings.language
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
