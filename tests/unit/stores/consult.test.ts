// @vitest-environment happy-dom
import { UNDO_TIME, useConsultStore } from '@/stores/consult'
import { useEvidenceStore } from '@/stores/evidence'
import { usePatientStore } from '@/stores/patient'
import { useSettingsStore } from '@/stores/settings'
import { ANSWER_TIME, IDLE_TIME, useIdleClearing } from '@/stores/useIdleClearing'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { realEvidence } from '../../support/evidence'

const YES = { kind: 'words', words: ['yes'] } as const
let consult: ReturnType<typeof useConsultStore>

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  consult = useConsultStore()
})
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

function fillIn() {
  consult.answer('falls', YES)
  consult.take('phenytoin', true)
  consult.addOtherMedicine(' Xarelto ')
  consult.mark('c002-ketamine-iv-coronary-disease', 'applies')
  consult.change({ hideContraindicated: true })
}

describe('the consult', () => {
  it('holds what was said, and forgets what is taken back', () => {
    fillIn()
    expect(consult.patient).toEqual({
      answers: new Map([['falls', YES]]),
      takes: ['phenytoin'],
      otherMedicines: ['Xarelto'],
      marks: new Map([['c002-ketamine-iv-coronary-disease', 'applies']]),
    })
    consult.answer('falls', undefined)
    consult.take('phenytoin', false)
    consult.removeOtherMedicine('Xarelto')
    consult.mark('c002-ketamine-iv-coronary-disease', undefined)
    expect(consult.patient).toEqual({ answers: new Map(), takes: [], otherMedicines: [], marks: new Map() })
  })

  it('writes nothing into storage', () => {
    fillIn()
    consult.newPatient()
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
  })
})

describe('New patient', () => {
  it('clears all of it', () => {
    fillIn()
    consult.newPatient()
    expect(consult.isEmpty).toBe(true)
    expect(consult.consult.hideContraindicated).toBe(false)
    expect(consult.patient.answers.size).toBe(0)
  })

  it('can be undone for ten seconds', () => {
    fillIn()
    const before = consult.consult
    consult.newPatient()
    vi.advanceTimersByTime(UNDO_TIME - 1)
    expect(consult.canUndo).toBe(true)
    consult.undo()
    expect(consult.consult).toBe(before)
    expect(consult.canUndo).toBe(false)
  })

  it('cannot be undone after that', () => {
    fillIn()
    consult.newPatient()
    vi.advanceTimersByTime(UNDO_TIME)
    expect(consult.canUndo).toBe(false)
    consult.undo()
    expect(consult.isEmpty).toBe(true)
  })

  it.each([
    ['answer', () => consult.answer('falls', YES)],
    ['medicine', () => consult.take('phenytoin', true)],
    ['typed medicine', () => consult.addOtherMedicine('Xarelto')],
    ['mark', () => consult.mark('c002-ketamine-iv-coronary-disease', 'applies')],
    ['choice', () => consult.change({ hideContraindicated: true })],
  ])('cannot be undone after the first %s of the next patient', (_, input) => {
    fillIn()
    consult.newPatient()
    input()
    expect(consult.canUndo).toBe(false)
    const now = consult.consult
    consult.undo()
    expect(consult.consult).toBe(now)
  })

  it('offers nothing to undo where nothing was cleared', () => {
    consult.newPatient()
    expect(consult.canUndo).toBe(false)
  })
})

describe('a tab without input', () => {
  const silent = ref(false)
  let idle: ReturnType<typeof useIdleClearing>
  let leave: () => void

  beforeEach(() => {
    silent.value = false
    const wrapper = mount({
      setup() {
        idle = useIdleClearing(silent)
        return () => null
      },
    })
    leave = () => wrapper.unmount()
  })
  afterEach(() => leave())

  const press = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))

  it('is asked about after 15 minutes, and then cleared for good', () => {
    fillIn()
    press()
    vi.advanceTimersByTime(IDLE_TIME - 1)
    expect(idle.asking.value).toBe(false)
    vi.advanceTimersByTime(1)
    expect(idle.asking.value).toBe(true)
    expect(consult.isEmpty).toBe(false)
    vi.advanceTimersByTime(ANSWER_TIME)
    expect(idle.asking.value).toBe(false)
    expect(consult.isEmpty).toBe(true)
    expect(consult.canUndo).toBe(false)
  })

  it('is left alone while there is input', () => {
    fillIn()
    for (let minute = 0; minute < 60; minute += 10) {
      press()
      vi.advanceTimersByTime(10 * 60_000)
    }
    expect(idle.asking.value).toBe(false)
    expect(consult.isEmpty).toBe(false)
  })

  it('keeps the consult only on an answer, not on any key', () => {
    fillIn()
    press()
    vi.advanceTimersByTime(IDLE_TIME)
    press()
    expect(idle.asking.value).toBe(true)
    idle.keep()
    expect(idle.asking.value).toBe(false)
    vi.advanceTimersByTime(IDLE_TIME - 1)
    expect(consult.isEmpty).toBe(false)
  })

  it('is never asked about on a screen that the patient sees, and cleared all the same', () => {
    silent.value = true
    fillIn()
    press()
    vi.advanceTimersByTime(IDLE_TIME + ANSWER_TIME - 1)
    expect(idle.asking.value).toBe(false)
    expect(consult.isEmpty).toBe(false)
    vi.advanceTimersByTime(1)
    expect(consult.isEmpty).toBe(true)
  })

  it('is cleared at once by a computer that wakes up too late', () => {
    fillIn()
    press()
    vi.setSystemTime(Date.now() + IDLE_TIME + ANSWER_TIME)
    press()
    expect(consult.isEmpty).toBe(true)
  })

  it('asks nothing while nothing is set', () => {
    vi.advanceTimersByTime(3 * IDLE_TIME)
    expect(idle.asking.value).toBe(false)
  })
})

describe('what the data say for the patient', () => {
  async function describing() {
    const store = useEvidenceStore()
    store.evidence = realEvidence()
    store.complete = true
    const patient = usePatientStore()
    await patient.load()
    return patient
  }

  it('follows the answers', async () => {
    const patient = await describing()
    expect(patient.cautionsOf('carbamazepine')).toBeUndefined()
    expect(patient.cautionsOf('lidocaine-iv')?.always).toHaveLength(1)
    consult.answer('multiple-sclerosis', YES)
    expect(patient.factorCount).toBe(1)
    expect(patient.population?.id).toBe('tn-secondary-ms')
    expect(patient.cautionsOf('carbamazepine')?.strictest).toBe('caution')
    expect(patient.cautionsOf('cbt')?.nothingOn).toEqual(['Multiple sclerosis'])
  })

  it('is silent, and what was set is forgotten, when it is switched off', async () => {
    const patient = await describing()
    consult.answer('multiple-sclerosis', YES)
    useSettingsStore().patientFactors = 'off'
    await nextTick()
    expect(patient.population).toBeUndefined()
    expect(patient.cautionsOf('lidocaine-iv')).toBeUndefined()
    expect(consult.isEmpty).toBe(true)
  })
})
