import { recordNote, type ToRecord } from '@/domain/handout/recordNote'
import { NO_VISIT } from '@/domain/handout/visit'
import { NO_PATIENT, type Answer, type Patient } from '@/domain/patient/patient'
import { cautionsFor } from '@/domain/patient/patientCautions'
import { setFactors } from '@/domain/patient/setFactors'
import { NO_PREFERENCES } from '@/domain/preferences/preferences'
import { wordsOfRow } from '@/domain/presentation/plainWords'
import { describe, expect, test } from 'vitest'
import { realEvidence } from '../../../support/evidence'

const evidence = realEvidence()
const treatments = ['carbamazepine', 'mvd']
const empty: ToRecord = {
  showing: { evidence, treatments, lead: [], population: undefined, plain: wordsOfRow },
  outcomes: ['recurrence', 'facial-numbness'],
  preferences: NO_PREFERENCES,
  visit: NO_VISIT,
  cautions: [undefined, undefined],
  factors: [],
  takes: [],
  otherMedicines: [],
  date: '23 November 2026',
  dataVersion: '1.0.0',
}

const yes = { kind: 'words', words: ['yes'] } as const
const patient: Patient = {
  ...NO_PATIENT,
  answers: new Map([
    ['hyponatraemia', yes],
    ['glaucoma', yes],
  ]),
}
const set = setFactors(patient, evidence)
const full: ToRecord = {
  ...empty,
  factors: set.map(({ factor }) => factor.label),
  cautions: treatments.map((id) => cautionsFor(id, patient, evidence, set)),
  preferences: {
    ...NO_PREFERENCES,
    criteria: ['facial-numbness', 'open-surgery'],
    weights: new Map([
      ['facial-numbness', 30],
      ['open-surgery', 70],
    ]),
  },
  visit: {
    ...NO_VISIT,
    decided: 'Go on with tablets.',
    questions: ['How long is the wait?'],
    whenToCall: 'A rash.',
  },
}

function section(note: string, head: string): string {
  return note.split('\n\n').find((part) => part.startsWith(head)) ?? ''
}

describe('the note for the record', () => {
  test('names the medicines that are taken, and those that nothing here was checked for', () => {
    const note = section(
      recordNote({ ...empty, takes: ['Phenytoin'], otherMedicines: ['Zzyxomab'] }),
      'Cautions considered',
    )
    expect(note).toContain('Takes already: Phenytoin.\nTakes Zzyxomab: not in our list: check by hand.')
  })

  test('lists what is shown for every patient, with factors of the patient and without', () => {
    const taken = evidence.treatments.map(({ id }) => cautionsFor(id, patient, evidence, set))
    const [rows] = taken.filter(({ always }) => always.length > 0)
    const caution = rows?.always[0]?.cautions[0]?.caution
    expect(rows && caution).toBeDefined()
    const showing = { ...empty.showing, treatments: [rows?.treatment ?? ''] }
    const cautions = rows ? [rows] : []
    for (const factors of [[], full.factors]) {
      const note = section(recordNote({ ...empty, showing, cautions, factors }), 'Cautions considered')
      expect(note).toContain(caution?.reason.replace(/\.$/, ''))
      expect(note).toContain(`The source says: ${caution?.action.replace(/\.$/, '')}`)
      expect(note).toContain('(shown for every patient)')
    }
  })

  test('tells rows that the answers rule out from no row at all', () => {
    const young: Patient = {
      ...NO_PATIENT,
      answers: new Map<string, Answer>([
        ['falls', yes],
        ['age', { kind: 'number', value: 64 }],
      ]),
    }
    const held = setFactors(young, evidence)
    const note = recordNote({
      ...empty,
      showing: { ...empty.showing, treatments: ['oxcarbazepine', 'cbt'] },
      factors: held.map(({ factor }) => factor.label),
      cautions: ['oxcarbazepine', 'cbt'].map((id) => cautionsFor(id, young, evidence, held)),
    })
    const [oxcarbazepine, cbt] = section(note, 'Cautions considered')
      .split('\n')
      .slice(-3)
      .filter((l) => l.startsWith('  -'))
    expect(oxcarbazepine).toBe(
      '  - Falls: Not counted: applies only if age 65 or more (this is not proof of safety)',
    )
    expect(cbt).toBe('  - Nothing on “Falls” here (this is not proof of safety).')
  })

  test('says of a condition what the clinician marked, whatever else is open', () => {
    const id = 'c182-lamotrigine-falls'
    const open: Patient = {
      ...NO_PATIENT,
      answers: new Map([['falls', yes]]),
      marks: new Map([[id, 'applies']]),
    }
    const held = setFactors(open, evidence)
    const note = recordNote({
      ...empty,
      showing: { ...empty.showing, treatments: ['lamotrigine'] },
      factors: held.map(({ factor }) => factor.label),
      cautions: [cautionsFor('lamotrigine', open, evidence, held)],
    })
    expect(note).toContain(
      'unless no safer choice exists (marked: applies); Applies only if age 65 or more: not answered',
    )
  })

  test('has every section, in order, and says where nothing was noted', () => {
    const note = recordNote(empty)
    expect(note.split('\n\n').map((part) => part.split(/[:,.\n]/)[0])).toEqual([
      'Treatment options discussed',
      'Options discussed',
      'Key figures (sources in brackets)',
      'Cautions considered',
      'What mattered to the patient',
      'Decision',
      'Questions to ask',
      'When to call',
      'Data version 1',
    ])
    expect(note.match(/Nothing noted\./g)).toHaveLength(4)
    expect(section(note, 'Cautions')).toContain('No patient factor was entered, so none was checked.')
  })

  test('gives each key figure with range, counts, time, definition, certainty, remark and source', () => {
    expect(section(recordNote(empty), 'Key figures')).toContain(
      '- Microvascular decompression: 30 of 100 (Range not reported); n 1\u202f185; Time not stated; ' +
        'Any return of pain; All treated; Single-arm series; Low certainty; During the study, median ' +
        'follow-up 6.2 years; not a rate at a fixed time [Barker 1996]',
    )
  })

  test('says what is missing, and which numbers may not be compared', () => {
    const figures = section(recordNote(empty), 'Key figures')
    expect(figures).toContain('- Carbamazepine: No harm figure here (this is not proof of safety).')
    expect(figures).toContain('These numbers may not be compared with one another.')
  })

  test('lists the cautions of the factors that are set, by option, with the action as the source’s', () => {
    const cautions = section(recordNote(full), 'Cautions')
    expect(cautions).toContain('Factors entered: ')
    const rows = full.cautions[0]?.factors.flatMap((factor) => factor.cautions) ?? []
    expect(rows.length).toBeGreaterThan(0)
    for (const { caution } of rows) {
      expect(cautions).toContain(caution.reason.replace(/\.$/, ''))
      expect(cautions).toContain(`The source says: ${caution.action.replace(/\.$/, '')}`)
    }
  })

  test('never lets an option without a row look clean', () => {
    expect(section(recordNote(full), 'Cautions')).toMatch(
      /Microvascular decompression:\n {2}- Nothing on .*not proof of safety/,
    )
  })

  test('lists what mattered with its weight, what was decided and asked, as it was typed', () => {
    const note = recordNote(full)
    expect(section(note, 'What mattered')).toBe(
      'What mattered to the patient:\n- Open surgery: 70 of 100\n- Facial numbness: 30 of 100',
    )
    expect(section(note, 'Decision')).toBe('Decision:\nGo on with tablets.')
    expect(section(note, 'Questions')).toBe('Questions to ask:\n- How long is the wait?')
  })

  test('says the version of the data, or that they have none', () => {
    expect(recordNote(empty)).toMatch(/Data version 1\.0\.0\. .*not reviewed by a clinician yet\.$/)
    expect(recordNote({ ...empty, dataVersion: undefined })).toContain('The data do not say their version.')
  })
})
