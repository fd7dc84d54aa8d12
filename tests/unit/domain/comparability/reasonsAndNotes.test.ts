import { REASONS, type ReasonId } from '@/domain/comparability/verdict'
import { askFindings, askRows, askTreatments, idsOf } from '../../../support/ask'
import { findingOf } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'
import { describe, expect, it } from 'vitest'

/** One real pair of rows for each reason that lies between two rows; the reason is the only one. */
const BY_ROWS: readonly (readonly [ReasonId, string, string])[] = [
  ['different-time', 'espir-carbamazepine-longterm-f3', 'scilit-1980-baclofen-pilot-f2'],
  ['time-not-stated', 'stajcic-1997-cbz-f5', 'sanchez-larsen-2018-esl-f2'],
  ['different-definition', 'stajcic-1997-cbz-f3', 'sanchez-larsen-2018-esl-f3'],
  ['definition-not-stated', 'shaikh-2011-ltg-f1', 'jinn-2019-lidocaine-magnesium-f3'],
  ['different-denominator', 'espir-carbamazepine-longterm-f3', 'cheshire-2002-gbp-f5'],
  ['denominator-not-stated', 'kanai-2006-lidocaine-nasal-f5', 'jjspc-lidocaine-pump-spray-f2'],
  ['different-population', 'li-2024-electroacupuncture-f5', 'busse-2018-opioids-f1'],
  ['different-estimate-kind', 'sindou-2006-mvd-f1', 'pollock-prgr-98-f1'],
  ['different-measure', 'ang-2023-acupuncture-f3', 'sanchez-larsen-2018-esl-f6'],
  ['no-common-comparator', 'cochrane-2006-nonaed-f2', 'cochrane-2006-nonaed-f3'],
]

describe('reasons', () => {
  it.each(BY_ROWS)('gives %s for %s and %s', (reason, a, b) => {
    expect(askRows(a, b).reasons).toEqual([reason])
  })

  it('gives different-outcome for two results of one study', () => {
    expect(askRows('nanda-2015-mvd-gkrs-f1', 'nanda-2015-mvd-gkrs-f6').reasons).toContain('different-outcome')
  })

  it('gives nothing-found where one of the two has no row on the outcome', () => {
    const verdict = askTreatments('cbt', 'srs', 'pain-free')
    expect(verdict).toMatchObject({
      level: 'not-comparable',
      reasons: ['nothing-found'],
      rows: [],
      notes: [],
    })
  })

  it('gives nothing-found for a finding that is about neither treatment', () => {
    const verdict = askFindings(makeFinding(), makeFinding(), { treatments: ['srs', 'balloon-compression'] })
    expect(verdict.reasons).toEqual(['nothing-found'])
  })

  it('gives unusable-row for the only study of ketamine against lidocaine, and keeps its rows at hand', () => {
    const verdict = askTreatments('ketamine-iv', 'lidocaine-iv', 'pain-intensity')
    expect(verdict.reasons).toEqual(['unusable-row'])
    expect(verdict.comparedWithoutNumber.map((row) => row.source)).toContain(
      'mogahed-2017-ketamine-lidocaine',
    )
  })

  it('gives unusable-row where a row names the other treatment, though that has no row of its own', () => {
    const verdict = askTreatments('ketamine-oral', 'methadone', 'pain-intensity')
    expect(verdict.reasons).toEqual(['unusable-row'])
    expect(idsOf(verdict)).toEqual(['rigo-2017-methadone-ketamine-f1'])
  })

  it.each([
    ['headline_ok is no', { headlineOk: 'no' }],
    ['a flag says so', { flags: ['relapsers-only'] }],
    ['neither a value nor counts are there', { value: undefined }],
    ['only a range is there', { value: undefined, rangeLow: 1, rangeHigh: 2 }],
  ] as const)('gives unusable-row where %s', (_, change) => {
    expect(askFindings(makeFinding(change), makeFinding({ treatment: 'srs' })).reasons).toEqual([
      'unusable-row',
    ])
  })

  it('uses a row without a value whose counts are printed', () => {
    const counts = makeFinding({ value: undefined, armEvents: 0, armN: 20 })
    expect(askFindings(counts, makeFinding({ treatment: 'srs' })).level).toBe('side-by-side')
    expect(askFindings({ ...counts, value: 0 }, makeFinding({ treatment: 'srs' })).level).toBe('side-by-side')
  })

  it('gives before-after for a change without a control group', () => {
    const verdict = askRows('cephalalgia-2009-pgb-pro-f2', 'busse-2018-opioids-f1')
    expect(verdict.reasons).toContain('before-after')
  })

  it('gives unusable-row for a ratio without a comparator', () => {
    const ratio = makeFinding({ measure: 'odds-ratio' })
    const other = makeFinding({
      treatment: 'srs',
      measure: 'odds-ratio',
      comparator: 'placebo',
      armDesign: 'randomised',
    })
    expect(askFindings(ratio, other).reasons).toContain('unusable-row')
  })

  it('gives different-unit for attacks counted per day and over an unknown period', () => {
    expect(askTreatments('carbamazepine', 'botulinum-toxin-a', 'attack-frequency').reasons).toEqual([
      'different-unit',
      'no-common-comparator',
    ])
  })

  it('gives same-patients for one cohort from two sources, arms or contrasts', () => {
    expect(askRows('kanai-2006-lidocaine-nasal-f1', 'niki-2014-lidocaine-oral-f1').reasons).toEqual([
      'definition-not-stated',
      'same-patients',
    ])
    const a = makeFinding({ cohort: 'c' })
    expect(askFindings(a, makeFinding({ treatment: 'srs', cohort: 'c' })).reasons).toEqual(['same-patients'])
    expect(askFindings(a, makeFinding({ treatment: 'srs', cohort: 'd' })).level).toBe('side-by-side')
  })

  it('gives same-patients for two contrasts of one trial at different times', () => {
    const trial = {
      source: 's',
      cohort: 'c',
      measure: 'risk-ratio',
      comparator: 'placebo',
      armDesign: 'randomised',
    } as const
    const a = makeFinding({ ...trial, treatment: 'lamotrigine', timepoint: 4, timepointUnit: 'weeks' })
    const b = makeFinding({ ...trial, treatment: 'baclofen', timepoint: 8, timepointUnit: 'weeks' })
    expect(askFindings(a, b).reasons).toEqual(['same-patients'])
    expect(askFindings({ ...a, timepoint: 8 }, b).level).toBe('head-to-head')
  })

  it('gives different-measure for an arm beside a contrast in which the other treatment is the comparator', () => {
    const contrast = findingOf('goel-ltg-cbz-f1')
    const arm = makeFinding({
      ...contrast,
      id: 'arm',
      treatment: 'pregabalin',
      comparator: undefined,
      source: 's',
      cohort: 's',
    })
    const verdict = askFindings(contrast, arm, { treatments: ['carbamazepine', 'pregabalin'] })
    expect(verdict.reasons).toEqual(['different-measure'])
  })

  it("takes no other treatment's number, in which this one is only the comparator, for the nearest miss", () => {
    const verdict = askTreatments('carbamazepine', 'peripheral-nerve-block', 'pain-free')
    expect(idsOf(verdict)).toEqual(['stajcic-1997-cbz-f5', 'urgent-care-2018-pnb-f2'])
    expect(verdict.reasons).toEqual(['different-definition', 'time-not-stated'])
  })

  it('lists reasons in one order', () => {
    const { reasons } = askRows('carbamazepine-us-label-f1', 'lamictal-mims-label-f1')
    expect(reasons).toEqual(REASONS.filter((reason) => reasons.includes(reason)))
    expect(reasons.length).toBeGreaterThan(2)
  })
})

describe('notes', () => {
  it('says that two kinds of the condition differ', () => {
    expect(askTreatments('mvd', 'internal-neurolysis', 'recurrence').notes).toContain(
      'populations-differ-within-tn',
    )
  })

  it('says instead, of two procedures, that one group had failed an earlier treatment', () => {
    const { notes } = askTreatments('mvd', 'repeat-mvd', 'pain-relief-any')
    expect(notes).toContain('failed-earlier-treatment')
    expect(notes).not.toContain('populations-differ-within-tn')
    const refractory = { population: 'tn-refractory' }
    const a = makeFinding({ treatment: 'carbamazepine' })
    expect(askFindings(a, makeFinding({ treatment: 'srs', ...refractory })).notes).toEqual([
      'populations-differ-within-tn',
    ])
    expect(
      askFindings(makeFinding(refractory), makeFinding({ treatment: 'srs', ...refractory })).notes,
    ).toEqual([])
  })

  it('says that a pooled figure stands beside one study', () => {
    expect(askTreatments('carbamazepine', 'ketamine-iv', 'any-adverse').notes).toContain('pooled-with-single')
  })

  it('says that rows share a cohort, side by side only', () => {
    const rows = { source: 's', cohort: 'c' } as const
    const a = makeFinding(rows)
    const b = makeFinding({ treatment: 'srs', ...rows })
    expect(askFindings(a, b).notes).toEqual(['same-cohort'])
    const controlled = { armDesign: 'randomised' } as const
    expect(askFindings({ ...a, ...controlled }, { ...b, ...controlled }).notes).toEqual([])
  })

  it('says that other patients were measured, and that certainty is very low', () => {
    expect(askTreatments('carbamazepine', 'oxcarbazepine', 'hyponatraemia').notes).toContain(
      'indirect-population',
    )
    const low = makeFinding({ treatment: 'srs', certainty: 'very-low', directness: 'indirect' })
    expect(askFindings(makeFinding(), low).notes).toEqual(['indirect-population', 'very-low-certainty'])
  })

  it('says that a link is not randomised; head-to-head that is its quality', () => {
    expect(askTreatments('oxcarbazepine', 'gabapentin', 'any-adverse').notes).toContain('not-randomised')
    expect(askTreatments('mvd', 'srs', 'recurrence').notes).not.toContain('not-randomised')
  })

  it('says that a used row has no time, unless the number is itself a time', () => {
    expect(askTreatments('mvd', 'srs', 'recurrence').notes).toContain('time-not-stated')
    expect(askTreatments('mvd', 'rf-thermocoagulation', 'mortality').notes).toContain('time-not-stated')
    expect(
      askTreatments('glycerol-rhizolysis', 'balloon-compression', 'response-duration').notes,
    ).not.toContain('time-not-stated')
  })

  it('names the definition that was taken as another one', () => {
    expect(askTreatments('srs', 'medical-management', 'still-pain-free-5y').notes).toContain(
      'bni-i-as-complete-off-drugs',
    )
    const band = { definition: 'bni-i' }
    expect(askFindings(makeFinding(band), makeFinding({ treatment: 'srs', ...band })).notes).toEqual([])
  })

  it('says that operations are mixed, and that one side is not printed', () => {
    expect(askTreatments('repeat-mvd', 'internal-neurolysis', 'pain-free').notes).toContain(
      'mixed-operations',
    )
    expect(askTreatments('phenytoin-iv', 'lacosamide-iv', 'any-adverse').notes).toContain('one-side-printed')
  })

  it('gives none to what is not comparable', () => {
    const indirect = makeFinding({ treatment: 'srs', directness: 'indirect', timepoint: 9 })
    expect(askFindings(makeFinding(), indirect).notes).toEqual([])
  })
})
