import PatientPanel from '@/features/factors/PatientPanel.vue'
import TreatmentCautions from '@/features/factors/TreatmentCautions.vue'
import { useConsultStore } from '@/stores/consult'
import { useEvidenceStore } from '@/stores/evidence'
import { usePatientStore } from '@/stores/patient'
import PatientCautionLine from '@/ui/PatientCautionLine.vue'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { realEvidence } from '../../support/evidence'

const said = (word: string) => ({ kind: 'words', words: [word] }) as const

beforeEach(() => localStorage.clear())
afterEach(() => document.body.replaceChildren())

async function start() {
  const pinia = createPinia()
  const store = useEvidenceStore(pinia)
  store.evidence = realEvidence()
  store.state = 'ready'
  store.complete = true
  const patient = usePatientStore(pinia)
  await patient.load()
  return { consult: useConsultStore(pinia), patient, global: { plugins: [pinia] } }
}

describe('the way back after New patient', () => {
  it.each(['Search the questions', 'Name of a medicine'])(
    'ends with the first letter typed under “%s”, kept or not',
    async (label) => {
      const { consult, global } = await start()
      const wrapper = mount(PatientPanel, { global, attachTo: document.body })
      await wrapper
        .findAll('summary, button')
        .find((part) => part.text().startsWith('Takes already'))
        ?.trigger('click')
      await flushPromises()
      consult.answer('glaucoma', said('yes'))
      consult.newPatient()
      await flushPromises()
      expect(consult.canUndo).toBe(true)
      const id = wrapper
        .findAll('label')
        .find((row) => row.text() === label)
        ?.attributes('for')
      await wrapper.get(`[id="${id}"]`).setValue('w')
      expect(consult.canUndo).toBe(false)
      wrapper.unmount()
    },
  )
})

describe('the cautions of a treatment, in short', () => {
  it('say where a row stands for several answers, and keep the condition beside the level once it is marked', async () => {
    const { consult, patient, global } = await start()
    consult.answer('anticoagulation', said('warfarin type'))
    consult.mark('c107-carbamazepine-anticoagulation', 'applies')
    const drawer = mount(TreatmentCautions, { props: { treatment: 'carbamazepine' }, global })
    expect(drawer.text()).toContain('One row for all of these answers: warfarin type; direct anticoagulant')
    const cautions = patient.cautionsOf('carbamazepine')
    if (!cautions) throw new RangeError('no cautions')
    const line = mount(PatientCautionLine, { props: { cautions, name: 'Carbamazepine' } })
    expect(line.text()).toContain(
      'Blood thinners, DOAC: avoid; warfarin: check INR closely (marked: applies)',
    )
  })

  it('keep in sight what an answer rules out, beside a level that holds', async () => {
    const { consult, patient, global } = await start()
    consult.answer('falls', said('yes'))
    consult.answer('maoi', said('yes'))
    consult.answer('age', { kind: 'number', value: 64 })
    const cautions = patient.cautionsOf('carbamazepine')
    if (!cautions) throw new RangeError('no cautions')
    const line = mount(PatientCautionLine, {
      props: { cautions, name: 'Carbamazepine', every: true },
      global,
    })
    expect(line.text()).toContain('Recorded, not counted for this patient: “Falls”.')
  })

  it('say in the list what the level rests on', async () => {
    const { consult, patient, global } = await start()
    consult.answer('coronary-disease', said('yes'))
    const cautions = patient.cautionsOf('ketamine-oral')
    if (!cautions) throw new RangeError('no cautions')
    const line = mount(PatientCautionLine, { props: { cautions, name: 'Ketamine' }, global })
    expect(line.text()).toContain('only if severe (taken from Ketamine, intravenous infusion')
  })
})
