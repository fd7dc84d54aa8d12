import { verdictOfTreatments } from '@/domain/comparability'
import { askFindings, askRows, askTreatments, idsOf } from '../../../support/ask'
import { outcomeOf, realEvidence, treatmentOf } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'
import { describe, expect, it } from 'vitest'

const ask = (one: string, other: string, outcome: string) =>
  verdictOfTreatments(treatmentOf(one), treatmentOf(other), outcomeOf(outcome), realEvidence())

describe('pairs without a level', () => {
  it('answers class-and-member for a class that can be picked and a drug of it, through a class between them', () => {
    expect(ask('morphine', 'opioids-any', 'pain-relief-any')).toEqual({
      kind: 'class-and-member',
      wider: 'opioids-any',
      treatments: ['morphine', 'opioids-any'],
      outcome: 'pain-relief-any',
    })
  })

  it('gives a level to a treatment and its repeat, since an option above another is no class', () => {
    expect(ask('mvd', 'repeat-mvd', 'pain-relief-any').kind).toBe('level')
  })

  it('gives none to outcomes that describe patients, to one treatment twice, and to what cannot be picked', () => {
    expect(ask('mvd', 'srs', 'age-at-surgery')).toMatchObject({ kind: 'no-verdict', because: 'context' })
    expect(ask('mvd', 'mvd', 'pain-free')).toMatchObject({ because: 'same-treatment' })
    expect(ask('mvd', 'any-surgery', 'pain-free')).toMatchObject({ because: 'not-selectable' })
  })

  it('gives none before the tables it reads have arrived', () => {
    const evidence = { ...realEvidence(), loaded: new Set(['findings', 'treatments'] as const) }
    const verdict = verdictOfTreatments(treatmentOf('mvd'), treatmentOf('srs'), outcomeOf('cost'), evidence)
    expect(verdict).toMatchObject({ kind: 'no-verdict', because: 'not-loaded' })
  })

  it('gives cost a verdict', () => {
    expect(askTreatments('mvd', 'srs', 'cost').level).toBe('head-to-head')
  })
})

describe('head-to-head', () => {
  it('uses only the row whose comparator is the other treatment, in either direction', () => {
    const forwards = askTreatments('lamotrigine', 'carbamazepine', 'pain-relief-any')
    const backwards = askTreatments('carbamazepine', 'lamotrigine', 'pain-relief-any')
    expect(forwards).toMatchObject({ level: 'head-to-head', quality: 'not-randomised' })
    expect(idsOf(forwards)).toEqual(['shaikh-2011-ltg-f1'])
    expect(idsOf(backwards)).toEqual(['shaikh-2011-ltg-f1'])
  })

  it('calls a pooled figure of randomised trials randomised', () => {
    expect(askTreatments('topiramate', 'carbamazepine', 'pain-relief-any')).toMatchObject({
      level: 'head-to-head',
      quality: 'randomised',
    })
  })

  it('takes two arms of one controlled study at the same time, though the definition is not stated', () => {
    const verdict = askTreatments('rf-thermocoagulation', 'balloon-compression', 'pain-relief-any')
    expect(idsOf(verdict)).toEqual(['xi-2024-rf-vs-pbc-f1', 'xi-2024-rf-vs-pbc-f2'])
    expect(verdict).toMatchObject({ level: 'head-to-head', quality: 'not-randomised' })
  })

  it('takes two contrasts of one study against the same third', () => {
    const verdict = askRows('dutch-registry-2010-prt-psr-mvd-f1', 'dutch-registry-2010-prt-psr-mvd-f2')
    expect(verdict).toMatchObject({ level: 'head-to-head', via: undefined })
  })

  it('takes two contrasts of one three-armed trial against placebo', () => {
    const verdict = askRows('li-2024-electroacupuncture-f2', 'li-2024-electroacupuncture-f5')
    expect(verdict).toMatchObject({ level: 'head-to-head', quality: 'randomised' })
  })

  it('takes no two arms of one source at different times', () => {
    expect(askRows('noorani-2021-mvd-percutaneous-f5', 'asplund-2016-balloon-glycerol-f1').level).toBe(
      'not-comparable',
    )
    const first = makeFinding({ source: 's', armDesign: 'non-randomised' })
    const second = makeFinding({ treatment: 'srs', source: 's', armDesign: 'non-randomised', timepoint: 1.5 })
    expect(askFindings(first, { ...second, timepoint: 1.005 }).level).toBe('head-to-head')
    expect(askFindings(first, second)).toMatchObject({ level: 'side-by-side', sameClinic: true })
  })

  it('takes no two arms of one study whose words mean different things', () => {
    const study = { source: 's', armDesign: 'randomised' } as const
    const other = makeFinding({ ...study, treatment: 'srs', definition: 'complete-drugs-allowed' })
    expect(askFindings(makeFinding(study), other).reasons).toEqual(['different-definition'])
  })

  it('asks the pair of rows, not the one, where the other arm has a row that was measured at another time', () => {
    const study = { source: 's', armDesign: 'randomised' } as const
    const row = makeFinding({ ...study, comparator: 'srs' })
    const otherArm = makeFinding({ ...study, treatment: 'srs', timepoint: 9 })
    expect(askFindings(row, otherArm).reasons).toEqual(['different-time'])
    expect(askFindings(row, row, { treatments: ['srs', 'mvd'] })).toMatchObject({ oneSidePrinted: true })
  })

  it('takes no printed side of a survey or a pooled figure for a study that compared the two', () => {
    for (const armDesign of ['survey', 'randomised-pooled', 'label-text'] as const) {
      const row = makeFinding({ armDesign, comparator: 'srs' })
      expect(askFindings(row, row, { treatments: ['mvd', 'srs'] }).level).toBe('not-comparable')
    }
  })

  it('takes no two rows of a pooled source: pooled designs, or trials gathered by a systematic review', () => {
    const pooled = { source: 's', armDesign: 'non-randomised-pooled' } as const
    expect(askFindings(makeFinding(pooled), makeFinding({ ...pooled, treatment: 'srs' })).level).toBe(
      'side-by-side',
    )
    const gathered = {
      source: 'zakrzewska-2011-cochrane',
      comparator: 'placebo',
      armDesign: 'randomised',
      measure: 'risk-ratio',
      definition: 'unspecified',
    } as const
    const a = makeFinding({ ...gathered, treatment: 'lamotrigine' })
    const b = makeFinding({ ...gathered, treatment: 'baclofen' })
    expect(askFindings(a, b).level).toBe('not-comparable')
  })

  it('says when the other side is not in the data', () => {
    const verdict = askTreatments('carbamazepine', 'pimozide', 'pain-intensity')
    expect(verdict).toMatchObject({ level: 'head-to-head', oneSidePrinted: true, quality: 'randomised' })
    expect(idsOf(verdict)).toEqual(['lechin-1989-pimozide-f2'])
  })

  it('uses both rows where the other arm has a row of its own', () => {
    const verdict = askTreatments('carbamazepine', 'oxcarbazepine', 'any-adverse')
    expect(verdict.oneSidePrinted).toBe(false)
    expect(idsOf(verdict)).toEqual(['di-stefano-2021-354-f5', 'di-stefano-2021-354-f6'])
  })

  it('never uses a row that compares a treatment with itself', () => {
    const itself = makeFinding({
      treatment: 'srs',
      comparator: 'srs',
      measure: 'risk-ratio',
      armDesign: 'randomised',
    })
    expect(askFindings(makeFinding(), itself).level).toBe('not-comparable')
  })
})

describe('linked', () => {
  it('names the third through which two contrasts of different sources hang together', () => {
    const verdict = askTreatments('oxcarbazepine', 'gabapentin', 'any-adverse')
    expect(verdict).toMatchObject({ level: 'linked', via: 'carbamazepine', quality: undefined })
    expect(idsOf(verdict)).toEqual(['rs4864620-2024-oxc-cbz-f2', 'zhao-2023-gbp-f2'])
  })

  it('links through placebo two contrasts of one review whose trials differ', () => {
    expect(askTreatments('botulinum-toxin-a', 'capsaicin-topical', 'pain-relief-50')).toMatchObject({
      level: 'linked',
      via: 'placebo',
    })
  })

  const contrast = { measure: 'risk-ratio', armDesign: 'randomised', definition: 'at-least-50' } as const
  const linkVia = (comparator: string) =>
    askFindings(
      makeFinding({ ...contrast, treatment: 'lamotrigine', comparator }),
      makeFinding({ ...contrast, treatment: 'baclofen', comparator }),
    )

  it('links through placebo, no treatment, usual care and any treatment, never through other controls', () => {
    for (const third of ['placebo', 'no-treatment', 'usual-care', 'carbamazepine', 'medical-management'])
      expect(linkVia(third)).toMatchObject({ level: 'linked', via: third })
    for (const third of ['control-any', 'active-control'])
      expect(linkVia(third)).toMatchObject({ level: 'not-comparable', reasons: ['no-common-comparator'] })
  })

  it('does not ask the denominators', () => {
    const a = makeFinding({ ...contrast, treatment: 'lamotrigine', comparator: 'placebo' })
    const b = makeFinding({ ...a, id: 'b', treatment: 'baclofen', source: 'b', denominator: 'not-stated' })
    expect(askFindings(a, b).level).toBe('linked')
  })

  it('lets a missing time pass unless the other was measured after minutes or hours', () => {
    const a = makeFinding({
      ...contrast,
      treatment: 'lamotrigine',
      comparator: 'placebo',
      timepoint: undefined,
    })
    const b = makeFinding({
      ...a,
      id: 'b',
      treatment: 'baclofen',
      source: 'b',
      timepoint: 4,
      timepointUnit: 'weeks',
    })
    expect(askFindings(a, b)).toMatchObject({ level: 'linked', notes: ['time-not-stated'] })
    expect(askFindings(a, { ...b, timepointUnit: 'hours' }).reasons).toEqual(['time-not-stated'])
  })

  it('never links contrasts from designs in which nobody was compared', () => {
    const a = makeFinding({ ...contrast, treatment: 'lamotrigine', comparator: 'placebo' })
    const b = makeFinding({
      ...a,
      id: 'b',
      treatment: 'baclofen',
      source: 'b',
      armDesign: 'single-arm-pooled',
    })
    expect(askFindings(a, b)).toMatchObject({ level: 'not-comparable', reasons: ['unusable-row'] })
  })
})

describe('side by side with care', () => {
  it('takes two arms of different studies in which every facet agrees', () => {
    const verdict = askTreatments('pregabalin', 'levetiracetam', 'pain-relief-50')
    expect(verdict).toMatchObject({ level: 'side-by-side', sameClinic: false, reasons: [] })
    expect(idsOf(verdict)).toEqual(['obermann-2008-pgb-f1', 'jorns-2009-lev-f1'])
  })

  it('takes the share of a controlled study as the arm of its own treatment, not of the comparator', () => {
    expect(idsOf(askTreatments('pregabalin', 'botulinum-toxin-a', 'pain-relief-50'))).toContain(
      'wu-2012-botulinum-f1',
    )
    expect(askTreatments('carbamazepine', 'baclofen', 'pain-relief-any')).toMatchObject({
      level: 'not-comparable',
      reasons: ['no-common-comparator'],
    })
  })

  it('takes two rows of one source, even of one cohort, and says that it is the same clinic', () => {
    expect(
      askTreatments('glycerol-rhizolysis', 'repeat-glycerol-rhizolysis', 'response-duration'),
    ).toMatchObject({
      level: 'side-by-side',
      sameClinic: true,
      notes: ['same-cohort'],
    })
  })
})

describe('rows of the same result', () => {
  it('matches one BNI band under two outcomes where one of the rows carries the outcome asked', () => {
    const a = makeFinding({ outcome: 'pain-free', definition: 'bni-i-iiia' })
    const b = makeFinding({ treatment: 'srs', outcome: 'pain-adequate', definition: 'bni-i-iiia' })
    expect(askFindings(a, b, { outcome: 'pain-free' }).level).toBe('side-by-side')
    expect(askFindings(a, b, { outcome: 'pain-adequate' }).level).toBe('side-by-side')
    expect(askFindings(a, b, { outcome: 'pain-relief-substantial' }).reasons).toContain('different-outcome')
    expect(askFindings(a, { ...b, definition: 'bni-i-ii' }).reasons).toContain('different-outcome')
    expect(askFindings(a, { ...b, outcome: 'pain-relief-any' }).reasons).toContain('different-outcome')
  })

  it('does not match two outcomes by a definition that is no BNI band', () => {
    const a = makeFinding({ outcome: 'pain-free', definition: 'complete-off-drugs' })
    const b = makeFinding({ treatment: 'srs', definition: 'complete-off-drugs' })
    expect(askFindings(a, b).reasons).toEqual(['different-outcome'])
  })

  it('makes the derived outcomes from rows within their window, and still asks the definition', () => {
    const a = makeFinding({ timepoint: 11, timepointUnit: 'months' })
    const b = makeFinding({ treatment: 'srs', timepoint: 13, timepointUnit: 'months', outcome: 'pain-free' })
    expect(askFindings(a, b, { outcome: 'still-pain-free-1y' }).level).toBe('side-by-side')
    expect(askFindings(a, b, { outcome: 'pain-free' }).reasons).toEqual(['different-outcome'])
    const late = { ...b, timepoint: 14 }
    expect(askFindings(a, late, { outcome: 'still-pain-free-1y' }).reasons).toEqual(['different-outcome'])
    const other = { ...b, definition: 'complete-drugs-allowed' }
    expect(askFindings(a, other, { outcome: 'still-pain-free-1y' }).reasons).toEqual(['different-definition'])
  })
})
