import { NO_VISIT, type Visit } from '@/domain/handout/visit'
import { NO_PATIENT, type Answer, type Mark, type Patient } from '@/domain/patient/patient'
import { NO_PREFERENCES, type Preferences } from '@/domain/preferences/preferences'
import { NO_PREPARATION, type Preparation } from '@/domain/presentation/preparation'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

/** Everything about the patient in the room. One object, so that one step clears all of it and one brings it back. */
export interface Consult {
  readonly patient: Patient
  /** Treatments that are contraindicated for this patient are left out of the list. */
  readonly hideContraindicated: boolean
  readonly preferences: Preferences
  readonly preparation: Preparation
  readonly visit: Visit
}

const EMPTY: Consult = {
  patient: NO_PATIENT,
  hideContraindicated: false,
  preferences: NO_PREFERENCES,
  preparation: NO_PREPARATION,
  visit: NO_VISIT,
}

/** How long "New patient" can be undone, in milliseconds. */
export const UNDO_TIME = 10_000

function withEntry<Value>(entries: ReadonlyMap<string, Value>, key: string, value: Value | undefined) {
  const changed = new Map(entries)
  if (value === undefined) changed.delete(key)
  else changed.set(key, value)
  return changed
}

/**
 * The consult: in the memory of this tab and nowhere else. Nothing of it goes into the address, into storage, over
 * the network, or into a message of the console.
 */
export const useConsultStore = defineStore('consult', () => {
  const consult = shallowRef<Consult>(EMPTY)
  /** What "New patient" cleared, for as long as it can be brought back. */
  const cleared = shallowRef<Consult>()
  /** Grows with each patient, so that a field can tell that what was typed into it belongs to another one. */
  const round = shallowRef(0)
  /** Grows with each sign of life that this window cannot see for itself, such as a clicker in the second window. */
  const signs = shallowRef(0)
  let undoTimer: ReturnType<typeof setTimeout> | undefined

  const patient = computed(() => consult.value.patient)
  const isEmpty = computed(() => consult.value === EMPTY)
  const canUndo = computed(() => cleared.value !== undefined)

  /** Also called for what is typed and not yet kept: it is about the next patient. */
  function forgetCleared() {
    clearTimeout(undoTimer)
    cleared.value = undefined
  }

  /** Any input is about the next patient: from here on, the one before cannot come back. */
  function change(part: Partial<Consult>) {
    forgetCleared()
    consult.value = { ...consult.value, ...part }
  }

  function changePatient(part: Partial<Patient>) {
    change({ patient: { ...patient.value, ...part } })
  }

  /** `undefined`: not asked. */
  function answer(question: string, given: Answer | undefined) {
    changePatient({ answers: withEntry(patient.value.answers, question, given) })
  }

  function mark(caution: string, said: Mark | undefined) {
    changePatient({ marks: withEntry(patient.value.marks, caution, said) })
  }

  function take(treatment: string, takes: boolean) {
    const others = patient.value.takes.filter((id) => id !== treatment)
    changePatient({ takes: takes ? [...others, treatment] : others })
  }

  function addOtherMedicine(name: string) {
    const typed = name.trim()
    if (typed === '' || patient.value.otherMedicines.includes(typed)) return
    changePatient({ otherMedicines: [...patient.value.otherMedicines, typed] })
  }

  function removeOtherMedicine(name: string) {
    changePatient({ otherMedicines: patient.value.otherMedicines.filter((other) => other !== name) })
  }

  /** Forgets all of it at once, with no way back. */
  function clear() {
    forgetCleared()
    consult.value = EMPTY
    round.value += 1
  }

  /** Clears all of it. For ten seconds, and until something is said of the next patient, it can be brought back. */
  function newPatient() {
    const before = consult.value
    clear()
    if (before === EMPTY) return
    cleared.value = before
    undoTimer = setTimeout(forgetCleared, UNDO_TIME)
  }

  function noteSign() {
    signs.value += 1
  }

  function undo() {
    if (!cleared.value) return
    const before = cleared.value
    forgetCleared()
    consult.value = before
  }

  return {
    consult,
    patient,
    isEmpty,
    canUndo,
    round,
    signs,
    noteSign,
    forgetCleared,
    change,
    answer,
    mark,
    take,
    addOtherMedicine,
    removeOtherMedicine,
    clear,
    newPatient,
    undo,
  }
})
