import FitNotice from '@/features/handout/FitNotice.vue'
import HandoutForm from '@/features/handout/HandoutForm.vue'
import HandoutSheet from '@/features/handout/HandoutSheet.vue'
import { handoutOf } from '@/domain/handout/handoutPage'
import { NO_VISIT, type Visit } from '@/domain/handout/visit'
import { urgentNotices } from '@/domain/patient/urgent'
import { NO_PREFERENCES } from '@/domain/preferences/preferences'
import { wordsOfRow } from '@/domain/presentation/plainWords'
import type { Showing } from '@/domain/presentation/shownOutcome'
import { mount } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { realEvidence } from '../../support/evidence'

const evidence = realEvidence()
const showing: Showing = {
  evidence,
  treatments: ['carbamazepine', 'mvd'],
  lead: [],
  population: undefined,
  plain: wordsOfRow,
}
const mood = evidence.factors.find((factor) => factor.id === 'depression-suicidality')
const urgent = mood ? urgentNotices([{ factor: mood, causes: [] }], evidence) : []

function sheet(given: { visit?: Partial<Visit>; urgent?: typeof urgent; link?: string } = {}) {
  return mount(HandoutSheet, {
    props: {
      page: handoutOf(showing, ['recurrence', 'facial-numbness'], NO_PREFERENCES),
      visit: { ...NO_VISIT, ...given.visit },
      urgent: given.urgent ?? [],
      link: given.link,
      language: 'en' as const,
      crisisContact: 'Line 112',
      dataVersion: '1.0.0',
      plain: wordsOfRow,
    },
  })
}

describe('the sheet', () => {
  test('prints numbers, and the words where there is none, in every cell', () => {
    const cells = sheet()
      .findAll('tbody td')
      .map((cell) => cell.text())
    expect(cells).toHaveLength(4)
    expect(cells[1]).toMatch(/30 of 100/)
    expect(cells[2]).toBe('Not known. We found no number. This does not mean it is safe.')
    expect(cells.every((text) => text !== '')).toBe(true)
  })

  test('leaves lines to write on where nothing was typed, and prints what was', () => {
    expect(sheet().findAll('.to-write-on').length).toBeGreaterThan(4)
    const typed = sheet({
      visit: { decided: 'Wait.', questions: ['One?', 'Two?', ' '], whenToCall: 'A rash.' },
    })
    expect(typed.text()).toContain('Wait.')
    expect(typed.findAll('li').map((item) => item.text())).toEqual(['One?', 'Two?'])
  })

  test('prints what cannot wait and the crisis contact only when asked to', () => {
    expect(sheet().text()).not.toMatch(/suicid|112/)
    const asked = sheet({ urgent }).text()
    expect(asked).toContain('act on the answer the same day')
    expect(asked).toContain('In a crisis, call: Line 112')
  })

  test('has a code to scan only with a link', () => {
    expect(sheet().find('svg[role="img"]').exists()).toBe(false)
    const linked = sheet({ link: 'https://tn.example.org/compare?treatments=mvd' })
    expect(linked.find('svg[role="img"]').exists()).toBe(true)
    expect(linked.text()).toContain('https://tn.example.org/compare?treatments=mvd')
  })
})

describe('the form', () => {
  const props = {
    visit: NO_VISIT,
    choices: [],
    outcomes: ['recurrence'],
    urgentLabels: [] as readonly string[],
    crisisContact: undefined,
  }

  test('asks the browser to keep nothing of what is typed', () => {
    for (const field of mount(HandoutForm, { props }).findAll('textarea'))
      expect(field.attributes()).toMatchObject({ autocomplete: 'off', spellcheck: 'false', translate: 'no' })
  })

  test('offers to print what cannot wait only where it holds, and unticked', async () => {
    expect(mount(HandoutForm, { props }).text()).not.toContain('Not printed unless ticked')
    const form = mount(HandoutForm, { props: { ...props, urgentLabels: ['Low mood'] } })
    const box = form.get<HTMLInputElement>('.urgent input')
    expect(box.element.checked).toBe(false)
    await box.setValue(true)
    expect(form.emitted('change')).toEqual([[{ printUrgent: true }]])
  })
})

describe('the notice on one page', () => {
  test('says by how much it is too long and which rows save most', async () => {
    const rows = [
      { outcome: 'recurrence', millimetres: 12 },
      { outcome: 'stroke', millimetres: 20 },
    ]
    const notice = mount(FitNotice, { props: { fit: { density: 'bare', over: 9, rows }, evidence } })
    expect(notice.text()).toContain('Too long for one page by 9 mm')
    expect(notice.findAll('button').map((button) => button.text())).toEqual(['Stroke', 'Pain coming back'])
    await notice.get('button').trigger('click')
    expect(notice.emitted('leaveOut')).toEqual([['stroke']])
  })
})
