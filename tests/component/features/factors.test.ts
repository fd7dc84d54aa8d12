import PatientLayer from '@/features/factors/PatientLayer.vue'
import { useConsultStore } from '@/stores/consult'
import { useEvidenceStore } from '@/stores/evidence'
import { usePatientStore } from '@/stores/patient'
import { useSettingsStore } from '@/stores/settings'
import { flushPromises, mount, type DOMWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { realEvidence } from '../../support/evidence'

const YES = { kind: 'words', words: ['yes'] } as const
let close: () => void = () => undefined

beforeEach(() => localStorage.clear())
afterEach(() => {
  close()
  document.body.replaceChildren()
})

async function open({ patientScreen = false } = {}) {
  const pinia = createPinia()
  const store = useEvidenceStore(pinia)
  store.evidence = realEvidence()
  store.state = 'ready'
  store.complete = true
  const patient = usePatientStore(pinia)
  const consult = useConsultStore(pinia)
  const wrapper = mount(PatientLayer, {
    props: { patientScreen },
    global: { plugins: [pinia] },
    attachTo: document.body,
  })
  close = () => wrapper.unmount()
  await patient.load()
  patient.panelOpen = true
  await flushPromises()
  const words = () => wrapper.text().replace(/\s+/g, ' ')
  return { wrapper, patient, consult, settings: useSettingsStore(pinia), words }
}

type Opened = Awaited<ReturnType<typeof open>>

function question({ wrapper }: Opened, label: string): DOMWrapper<Element> {
  const found = wrapper.findAll('fieldset.question').find((field) => field.get('.label').text() === label)
  if (!found) throw new RangeError(`no question ${label}`)
  return found
}

async function choose(opened: Opened, label: string, answer: string) {
  const option = question(opened, label)
    .findAll('label')
    .find((row) => row.text() === answer)
  await option?.get('input').setValue(true)
}

describe('the panel', () => {
  it('asks nothing at first and says that not asked is no answer', async () => {
    const opened = await open()
    expect(opened.words()).toContain('A question that was not asked is not a “no”')
    const states = question(opened, 'Multiple sclerosis').findAll('label')
    expect(states.map((row) => row.text())).toEqual(['Not asked', 'Yes', 'No'])
    expect((states[0]?.get('input').element as HTMLInputElement).checked).toBe(true)
  })

  it('sets a factor, says so in words, and takes it back', async () => {
    const opened = await open()
    await choose(opened, 'Multiple sclerosis', 'Yes')
    expect(opened.patient.factorCount).toBe(1)
    expect(opened.wrapper.get('.set-list').text()).toContain('Multiple sclerosis: yes')
    await choose(opened, 'Multiple sclerosis', 'Not asked')
    expect(opened.patient.factorCount).toBe(0)
    await choose(opened, 'Multiple sclerosis', 'No')
    expect(opened.patient.factorCount).toBe(0)
    await opened.wrapper.get('.set-list button').trigger('click')
    expect(opened.consult.patient.answers.size).toBe(0)
  })

  it('reads an age, and refuses what is none', async () => {
    const opened = await open()
    const field = question(opened, 'Age').get('input')
    await field.setValue('72')
    expect(opened.words()).toContain('Age: 72 years sets Age 65 or over')
    await field.setValue('172')
    expect(question(opened, 'Age').text()).toContain('A whole number from 0 to 120')
    expect(opened.consult.patient.answers.has('age')).toBe(false)
    expect((field.element as HTMLInputElement).value).toBe('172')
  })

  it('says on what the collection has no rows', async () => {
    const { words } = await open()
    for (const label of ['Fertility', 'Antiplatelet medicines', 'MRI not done', 'Carbamazepine failed'])
      expect(words()).toContain(`${label}: we have no rows on this`)
  })

  it('asks about pre-eclampsia only in pregnancy', async () => {
    const opened = await open()
    const search = opened.wrapper.get('.search input')
    await search.setValue('pre-eclampsia')
    expect(opened.words()).toContain('No question here has these words')
    opened.consult.answer('pregnancy', { kind: 'words', words: ['pregnant'] })
    await flushPromises()
    expect(question(opened, 'Pre-eclampsia').exists()).toBe(true)
  })

  it('marks a question that only a no sets', async () => {
    const opened = await open()
    await opened.wrapper.get('.search input').setValue('stay calm')
    expect(question(opened, 'Cannot answer during a procedure (if no)').exists()).toBe(true)
  })
})

describe('a yes to mood', () => {
  it('opens the words of the source and the crisis contact at once', async () => {
    const opened = await open()
    opened.settings.crisisContact = 'Crisis line 999'
    await choose(opened, 'Depression or suicidal thoughts', 'Yes')
    await flushPromises()
    const dialog = opened.wrapper.get('.urgent')
    expect(dialog.text()).toContain('The source says: Ask every patient about mood')
    expect(dialog.text()).toContain('act on the answer the same day')
    expect(dialog.text()).toContain('Crisis contact: Crisis line 999')
  })

  it('lets the contact be set there while there is none, and comes back to the words', async () => {
    const opened = await open()
    await choose(opened, 'Depression or suicidal thoughts', 'Yes')
    await flushPromises()
    const dialog = () => opened.wrapper.get('.urgent')
    expect(dialog().text()).toContain('No crisis contact is set.')
    await dialog().get('.set').trigger('click')
    const field = () => dialog().get<HTMLInputElement>('.field input')
    expect(document.activeElement).toBe(field().element)
    expect(dialog().text()).toContain('act on the answer the same day')

    await field().setValue('Crisis line 999')
    await field().trigger('keydown', { key: 'Escape' })
    await flushPromises()
    expect(opened.settings.crisisContact).toBeUndefined()
    expect(document.activeElement).toBe(dialog().get('.set').element)

    await dialog().get('.set').trigger('click')
    await field().setValue('Crisis line 999')
    await dialog().get('.field').trigger('submit')
    await flushPromises()
    expect(opened.settings.crisisContact).toBe('Crisis line 999')
    expect(dialog().text()).toContain('Crisis contact: Crisis line 999')
    expect(document.activeElement).toBe(dialog().get('.set').element)
  })

  it('shows nothing on a screen that the patient sees', async () => {
    const opened = await open({ patientScreen: true })
    opened.consult.answer('depression-suicidality', YES)
    await flushPromises()
    expect(opened.words()).toBe('')
  })
})

describe('the cautions of a treatment', () => {
  it('are listed with reason, action, source and weakness, and can be marked', async () => {
    const opened = await open()
    opened.patient.panelOpen = false
    opened.consult.answer('coronary-disease', YES)
    opened.patient.openTreatment = 'ketamine-oral'
    await flushPromises()
    const drawer = opened.wrapper.get('.treatment-cautions')
    expect(drawer.text()).toContain('Contraindicated, only if severe')
    expect(drawer.text()).toContain('The source says: do not use in severe coronary')
    expect(drawer.text()).toContain('Taken from Ketamine, intravenous')
    const mark = drawer.findAll('.marks label').find((row) => row.text() === 'Does not apply')
    await mark?.get('input').setValue(true)
    expect(drawer.text()).toContain('(marked: does not apply)')
    expect(opened.consult.patient.marks.size).toBe(1)
  })

  it('name the factors on which there is nothing, and close with a new patient', async () => {
    const opened = await open()
    opened.consult.answer('glaucoma', YES)
    opened.patient.openTreatment = 'cbt'
    await flushPromises()
    expect(opened.wrapper.get('.treatment-cautions').text()).toContain('Nothing on “Glaucoma” here')
    opened.consult.newPatient()
    await flushPromises()
    expect(opened.wrapper.find('.treatment-cautions').exists()).toBe(false)
  })
})
