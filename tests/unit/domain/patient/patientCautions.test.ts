import {
  actionText,
  conditionOf,
  differText,
  notCountedText,
  nothingOnText,
  restsOnText,
  sharedText,
  summaryText,
  weakText,
  whenText,
} from '@/domain/patient/cautionText'
import {
  cautionsFor,
  isContraindicated,
  isLive,
  type PatientCautions,
} from '@/domain/patient/patientCautions'
import { setFactors } from '@/domain/patient/setFactors'
import { PHRASES } from '@/domain/phrases'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../../support/evidence'
import { makePatient, meeting } from '../../../support/makePatient'

const evidence = realEvidence()
type Known = Parameters<typeof makePatient>[0]
const ask = (treatment: string, known: Known) => cautionsFor(treatment, makePatient(known), evidence)
const selectable = evidence.treatments.filter((row) => row.selectable === 'yes')

function onFactor(cautions: PatientCautions, factor: string) {
  const found = cautions.factors.find((row) => row.factor === factor)
  if (!found) throw new RangeError(`nothing on ${factor}`)
  return found
}

function caution(cautions: PatientCautions, id: string) {
  const all = [...cautions.factors, ...cautions.always].flatMap((row) => row.cautions)
  const found = all.find((row) => row.caution.id.startsWith(`${id}-`))
  if (!found) throw new RangeError(`no caution ${id}`)
  return found
}

describe('cautionsFor', () => {
  it('says nothing of a treatment while nothing is set, and never that it is safe', () => {
    const nothing = ask('carbamazepine', {})
    expect(nothing).toMatchObject({ strictest: undefined, conditional: false, factors: [], nothingOn: [] })
    expect(summaryText(nothing)).toBe(PHRASES.noCaution)
  })

  it('leads with the strictest level and lists every row under its factor', () => {
    const cautions = ask('carbamazepine', {
      answers: { 'multiple-sclerosis': 'yes', maoi: 'yes', falls: 'yes' },
    })
    expect(cautions.strictest).toBe('contraindicated')
    expect(cautions.factors[0]?.factor).toBe('maoi')
    const levels = cautions.factors.map((row) => row.level)
    expect(levels).toContain('caution')
  })

  it('names each factor on which an option has no row', () => {
    const answers = { anticoagulation: 'warfarin type', glaucoma: 'yes' }
    const silent = ask('cbt', { answers })
    expect(silent.strictest).toBeUndefined()
    expect(summaryText(silent)).toBe(PHRASES.noCaution)
    expect(nothingOnText(silent.nothingOn)).toBe(
      'Nothing on “Glaucoma”, “Blood thinners” here (this is not proof of safety).',
    )
    expect(ask('carbamazepine', { answers }).nothingOn).toEqual([])
  })

  it('speaks of every factor that is set for every treatment: by rows, or by name', () => {
    const silent: string[] = []
    for (const factor of evidence.factors.filter((row) => row.showAlways === 'no')) {
      const patient = makePatient({ answers: meeting(factor) })
      const set = setFactors(patient, evidence)
      for (const { id } of selectable) {
        const { factors, nothingOn } = cautionsFor(id, patient, evidence, set)
        const said = [...factors.map((row) => row.label), ...nothingOn]
        if (!said.includes(factor.label)) silent.push(`${id} on ${factor.id}`)
      }
    }
    expect(silent).toEqual([])
  })

  it('shows for each combination the contraindications of each of its parts', () => {
    const combinations = evidence.treatments.filter((row) => row.kind === 'combination')
    expect(combinations.length).toBeGreaterThan(5)
    let shown = 0
    for (const { id, cautionsFrom } of combinations)
      for (const part of cautionsFrom)
        for (const row of evidence.cautionsByTreatment.get(part) ?? []) {
          const factor = evidence.factors.find((one) => one.id === row.factor)
          if (row.level !== 'contraindicated' || !factor || factor.showAlways === 'yes') continue
          const cautions = ask(id, { answers: meeting(factor) })
          expect(cautions.strictest, row.id).toBe('contraindicated')
          const found = onFactor(cautions, row.factor).cautions.find((one) => one.caution.id === row.id)
          expect(found?.takenFrom).toBe(evidence.treatmentById.get(part)?.name)
          shown += 1
        }
    expect(shown).toBeGreaterThan(20)
    const block = ask('carbamazepine-plus-ropivacaine-block', { answers: { maoi: 'yes' } })
    expect(block.strictest).toBe('contraindicated')
    expect(onFactor(block, 'maoi').cautions[0]?.takenFrom).toBe('Carbamazepine')
  })

  it('needs no second step: what the treatments in cautions_from take from others is named by the option too', () => {
    const from = (id: string) => evidence.treatmentById.get(id)?.cautionsFrom ?? []
    for (const { id } of selectable)
      for (const part of from(id))
        for (const further of from(part)) expect([id, ...from(id)]).toContain(further)
  })

  it('lists two sources that differ, and leads with the stricter', () => {
    const row = onFactor(ask('ketamine-iv', { answers: { theophylline: 'yes' } }), 'theophylline')
    expect(row.cautions.map((one) => [one.caution.level, one.caution.source])).toEqual([
      ['contraindicated', 'ketanest-norway'],
      ['avoid', 'mims-ketamax'],
    ])
    expect(differText(row)).toMatch(/^Sources differ/)
    const one = onFactor(ask('tramadol', { takes: ['carbamazepine'] }), 'cyp3a4-inducers')
    expect(differText(one)).toMatch(/^Two levels from one source/)
    expect(
      differText(
        onFactor(ask('cbt', { answers: { 'depression-suicidality': 'yes' } }), 'depression-suicidality'),
      ),
    ).toBeUndefined()
  })
})

describe('condition_text', () => {
  const id = 'c002-ketamine-iv-coronary-disease'
  const answers = { 'coronary-disease': 'yes' }

  it('stands beside the level until the clinician has judged it', () => {
    const open = ask('ketamine-iv', { answers })
    expect(open).toMatchObject({ strictest: 'contraindicated', conditional: true })
    expect(summaryText(open)).toBe('Contraindicated: Coronary heart disease, only if severe')
    expect(isContraindicated(open)).toBe(false)
  })

  it('holds when marked so', () => {
    const held = ask('ketamine-iv', { answers, marks: { [id]: 'applies' } })
    expect(held).toMatchObject({ strictest: 'contraindicated', conditional: false })
    expect(isContraindicated(held)).toBe(true)
    expect(summaryText(held)).toBe(
      'Contraindicated: Coronary heart disease, only if severe (marked: applies)',
    )
  })

  it('is listed and no longer counted when marked as not applying', () => {
    const out = ask('ketamine-iv', { answers, marks: { [id]: 'does-not-apply' } })
    const row = onFactor(out, 'coronary-disease')
    expect(row.cautions.map((one) => one.caution.id)).toContain(id)
    expect(row.level).toBe(row.cautions.filter(isLive)[0]?.caution.level)
    expect(caution(out, 'c002')).toMatchObject({ standing: 'marked-out', mark: 'does-not-apply' })
    expect(out.nothingOn).toEqual([])
  })

  it('carries to the treatments that take the caution over', () => {
    const oral = ask('ketamine-oral', { answers, marks: { [id]: 'does-not-apply' } })
    expect(caution(oral, 'c002')).toMatchObject({
      standing: 'marked-out',
      takenFrom: 'Ketamine, intravenous infusion below anaesthetic dose',
    })
  })

  it('stays beside the level with an extra condition that is not answered', () => {
    expect(summaryText(ask('lamotrigine', { answers: { falls: 'yes' } }))).toBe(
      'Avoid: Falls, Applies only if age 65 or more: not answered; unless no safer choice exists',
    )
  })

  it('is not said where another row holds at the same level without one', () => {
    const bound = onFactor(ask('ketamine-iv', { answers }), 'coronary-disease')
    const [first] = bound.cautions
    if (!first) throw new RangeError('no caution')
    const free = {
      ...first,
      standing: 'applies',
      caution: { ...first.caution, conditionText: undefined },
    } as const
    expect(conditionOf(bound)).toBe('only if severe')
    expect(conditionOf({ ...bound, cautions: [first, free] })).toBeUndefined()
  })

  it('cannot be waved away where the source sets no condition', () => {
    const maoi = evidence.cautions.find(
      (row) => row.treatment === 'carbamazepine' && row.factor === 'maoi' && row.conditionText === undefined,
    )
    const marks = { [maoi?.id ?? '']: 'does-not-apply' } as const
    expect(ask('carbamazepine', { answers: { maoi: 'yes' }, marks }).strictest).toBe('contraindicated')
  })
})

describe('when', () => {
  const count = { 'cns-active-drug-count': 3 }

  it('limits a row to those it is about', () => {
    const old = ask('amitriptyline', { answers: { ...count, age: 70 } })
    expect(caution(old, 'c193')).toMatchObject({ standing: 'applies' })
    expect(onFactor(old, 'three-or-more-cns-active-drugs').level).toBe('avoid')
    const young = ask('amitriptyline', { answers: { ...count, age: 40 } })
    expect(onFactor(young, 'three-or-more-cns-active-drugs').level).toBeUndefined()
    expect(whenText(caution(young, 'c193'))).toBe('Not counted: applies only if age 65 or more')
  })

  it('leaves the name of the factor in sight where it rules out every row on it', () => {
    const young = ask('carbamazepine', { answers: { falls: 'yes', maoi: 'yes', age: 64 } })
    expect(young.strictest).toBe('contraindicated')
    expect(young.nothingOn).toEqual([])
    expect(notCountedText(young.factors)).toBe('Recorded, not counted for this patient: “Falls”.')
    const old = ask('carbamazepine', { answers: { falls: 'yes', maoi: 'yes', age: 65 } })
    expect(notCountedText(old.factors)).toBeUndefined()
  })

  it('is never taken for unmet while its question is not answered', () => {
    const open = ask('amitriptyline', { answers: count })
    expect(open).toMatchObject({ strictest: 'avoid', conditional: true })
    expect(whenText(caution(open, 'c193'))).toBe('Applies only if age 65 or more: not answered')
    expect(summaryText(open)).toBe(
      'Avoid: Three or more medicines acting on the brain, Applies only if age 65 or more: not answered',
    )
  })

  it('tells kinds of blood thinners apart', () => {
    const level = (word: string) =>
      onFactor(ask('phenytoin', { answers: { anticoagulation: word } }), 'anticoagulation').level
    expect(level('direct anticoagulant (DOAC)')).toBe('avoid')
    expect(level('warfarin type')).toBeUndefined()
  })
})

describe('a row that stands for several answers', () => {
  const warfarin = { anticoagulation: 'warfarin type' }

  it('says that its level does not follow the answer, and keeps its words beside the level when marked', () => {
    const row = caution(ask('carbamazepine', { answers: warfarin }), 'c107')
    expect(sharedText(row)).toBe(
      'One row for all of these answers: warfarin type; direct anticoagulant (DOAC); other. Its level does not follow which of them was given: read what the source says.',
    )
    const marks = { [row.caution.id]: 'applies' } as const
    expect(summaryText(ask('carbamazepine', { answers: warfarin, marks }))).toBe(
      'Avoid: Blood thinners, DOAC: avoid; warfarin: check INR closely (marked: applies)',
    )
  })

  it('says nothing of the kind where the row tells them apart, or the question has one answer that counts', () => {
    const doac = ask('phenytoin', { answers: { anticoagulation: 'direct anticoagulant (DOAC)' } })
    expect(sharedText(caution(doac, 'c108'))).toBeUndefined()
    const heart = ask('ketamine-iv', { answers: { 'coronary-disease': 'yes' } })
    expect(sharedText(caution(heart, 'c002'))).toBeUndefined()
  })
})

describe('what the strictest level rests on', () => {
  it('is told with it: another treatment, or only a weak source', () => {
    const oral = ask('ketamine-oral', { answers: { 'coronary-disease': 'yes' } })
    expect(restsOnText(onFactor(oral, 'coronary-disease'))).toBe(
      'taken from Ketamine, intravenous infusion below anaesthetic dose',
    )
    const old = ask('lamotrigine', { answers: { falls: 'yes', age: 80 } })
    expect(restsOnText(onFactor(old, 'falls'))).toBe('only a weak source')
    const maoi = ask('carbamazepine', { answers: { maoi: 'yes' } })
    expect(restsOnText(onFactor(maoi, 'maoi'))).toBeUndefined()
  })
})

describe('medicines that are taken', () => {
  it('raise cautions of other treatments', () => {
    expect(ask('lidocaine-iv', { takes: ['phenytoin'] }).strictest).toBe('contraindicated')
    expect(ask('lamotrigine', { takes: ['valproate'] }).strictest).toBe('caution')
    expect(ask('gabapentin', { takes: ['morphine'], answers: { age: 70 } }).strictest).toBe('avoid')
  })

  it('are no addition to themselves', () => {
    const itself = ask('duloxetine', { takes: ['duloxetine'] })
    expect(itself).toMatchObject({ factors: [], nothingOn: [], takesIt: true })
    const second = ask('duloxetine', { takes: ['duloxetine', 'tramadol'] })
    expect(second.factors.map((row) => row.factor)).toEqual(['serotonergic-drugs'])
  })
})

describe('weak sources', () => {
  it('are named, and said where nothing else supports the caution', () => {
    const lidocaine = caution(ask('lidocaine-iv', { takes: ['phenytoin'] }), 'c049')
    expect(weakText(lidocaine)).toBe("Rests only on a weak source: one children's hospital protocol")
    const gabapentin = ask('gabapentin', { takes: ['morphine'] })
    expect(weakText(caution(gabapentin, 'c134'))).toMatch(
      /^This source is weak \(.+\); a sound one says as much\.$/,
    )
    expect(weakText(caution(gabapentin, 'c229'))).toBeUndefined()
  })

  it('do not lean on a sound source that asks for less, or only under an open condition', () => {
    const theophylline = ask('ketamine-iv', { answers: { theophylline: 'yes' } })
    for (const id of theophylline.factors.flatMap((row) =>
      row.cautions.map((one) => one.caution.id.slice(0, 4)),
    ))
      expect(caution(theophylline, id).onlyWeak).toBe(true)
  })
})

describe('factors that are always shown', () => {
  it('stand with their treatments whoever the patient is, and do not count as cautions of the patient', () => {
    const lidocaine = ask('lidocaine-iv', {})
    expect(lidocaine.always.map((row) => [row.factor, row.level])).toEqual([
      ['unmonitored-setting', 'contraindicated'],
    ])
    expect(lidocaine.strictest).toBeUndefined()
    expect(ask('lidocaine-magnesium-iv', {}).always[0]?.cautions[0]?.takenFrom).toBe('Lidocaine, intravenous')
  })
})

describe('actions', () => {
  it('are the words of the source', () => {
    expect(actionText('do not use')).toBe('The source says: do not use')
  })
})
