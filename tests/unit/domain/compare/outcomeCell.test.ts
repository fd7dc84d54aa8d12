import { describeOtherRows, leadsAfter, leadsWithout } from '@/domain/compare/otherRows'
import { outcomeCell, turnedDirection, wordsOfCell } from '@/domain/compare/outcomeCell'
import { spreadOfOthers } from '@/domain/compare/spreadOfOthers'
import { estimateOf } from '@/domain/estimate'
import { selectableTreatments } from '@/domain/evidence'
import { PHRASES } from '@/domain/phrases'
import { isUsable } from '@/domain/usable'
import { describe, expect, it } from 'vitest'
import { findingOf, outcomeOf, realEvidence } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'

const evidence = realEvidence()
const cell = (treatment: string, outcome: string, chosen: readonly string[] = []) =>
  outcomeCell(treatment, outcomeOf(outcome), evidence, chosen)

const everyCell = selectableTreatments(evidence).flatMap((treatment) =>
  evidence.outcomes.map((outcome) => outcomeCell(treatment.id, outcome, evidence, [])),
)

describe('outcomeCell', () => {
  it('prints the number that leads with counts, time, definition, denominator and comparator', () => {
    const { lead } = cell('botulinum-toxin-a', 'pain-relief-50')
    expect(lead?.text.whole).toBe('68 of 100')
    expect(lead?.detail).toBe('15 of 22 · 12 weeks · At least 50% less pain')
    expect(lead?.basis).toBe('All treated, against Placebo or sham')
  })

  it('says that a denominator is not stated instead of printing two bare words', () => {
    expect(cell('carbamazepine', 'pain-relief-substantial').lead?.basis).toBe('Denominator: not stated')
  })

  it('prints the words of the curators in place of a number where they ask for it', () => {
    const { lead, words, missing } = cell('mvd', 'pain-free')
    expect(lead).toBeUndefined()
    expect(words).toMatch(/may not stand beside others/)
    expect(missing).toBeUndefined()
  })

  it('says nothing found for a benefit and no proof of safety for a harm', () => {
    expect(cell('carbamazepine', 'pain-free-no-meds').missing).toBe('Nothing found in trigeminal neuralgia.')
    expect(cell('carbamazepine', 'facial-numbness').missing).toBe(PHRASES.noHarmFigure)
  })

  it('never says nothing found of a treatment that a row names, be it only as comparator', () => {
    const named = new Set(
      evidence.findings.flatMap((row) => [
        `${row.treatment} ${row.outcome}`,
        `${row.comparator ?? ''} ${row.outcome}`,
      ]),
    )
    const denied = everyCell.filter(
      ({ treatment, outcome, missing }) =>
        missing !== undefined &&
        missing !== PHRASES.figureMayNotStand &&
        !missing.startsWith('Measured in other patients') &&
        named.has(`${treatment} ${outcome.id}`),
    )
    expect(denied).toEqual([])
  })

  it('says whose patients they were where only people with multiple sclerosis were measured', () => {
    const said = 'Measured in other patients: trigeminal neuralgia in multiple sclerosis.'
    const shown = cell('repeat-srs', 'still-pain-free-5y')
    expect(shown.lead).toBeUndefined()
    expect(shown.missing).toBe(said)
    expect(describeOtherRows(shown, evidence).some((row) => row.mayLead)).toBe(true)
  })

  it('gives every cell a number or words, or else a phrase', () => {
    const wrong = everyCell.filter(
      ({ lead, words, missing }) =>
        (lead !== undefined || words !== undefined) === (missing !== undefined) ||
        (lead?.text.whole ?? words ?? missing) === '',
    )
    expect(everyCell).toHaveLength(80 * evidence.outcomes.length)
    expect(wrong).toEqual([])
  })

  it('keeps every row of the cell within reach: the lead and the others are all of them', () => {
    const shown = cell('mvd', 'recurrence')
    const reached = [shown.cell.lead?.finding, ...shown.otherFindings].filter(
      (row) => row?.treatment === 'mvd',
    )
    expect(new Set(reached)).toEqual(new Set(shown.cell.findings))
  })
})

describe('turnedDirection', () => {
  it('warns where a high number is good under an outcome whose low numbers are', () => {
    expect(cell('carbamazepine', 'onset').lead?.turned).toBe('Here higher is better.')
    expect(
      turnedDirection(makeFinding({ flags: ['higher-is-better'] }), outcomeOf('pain-free')),
    ).toBeUndefined()
    expect(turnedDirection(makeFinding({ flags: ['lower-is-better'] }), outcomeOf('quality-of-life'))).toBe(
      'Here lower is better.',
    )
  })
})

describe('describeOtherRows', () => {
  it('lists rows that may lead before those that stand only under their source', () => {
    const rows = describeOtherRows(cell('carbamazepine', 'pain-relief-any'), evidence)
    const may = rows.map((row) => row.mayLead)
    expect(may).toContain(true)
    expect(may).toContain(false)
    expect(may.lastIndexOf(true)).toBeLessThan(may.indexOf(false))
    for (const row of rows) if (row.mayLead) expect(isUsable(row.estimate.finding)).toBe(true)
  })

  it('never lets a row lead that belongs to the treatment it was compared with', () => {
    const rows = describeOtherRows(cell('carbamazepine', 'pain-free'), evidence)
    const foreign = rows.filter((row) => row.asComparator)
    expect(foreign.length).toBeGreaterThan(0)
    expect(foreign.every((row) => !row.mayLead)).toBe(true)
  })
})

describe('a reader who lets another row lead', () => {
  const shown = cell('lamotrigine', 'pain-free')
  const other = describeOtherRows(shown, evidence).find((row) => row.mayLead)?.estimate.finding.id ?? ''

  it('finds it in the cell, and a second choice replaces the first', () => {
    const leads = leadsAfter(['elsewhere'], shown, other, evidence)
    expect(leads).toEqual(['elsewhere', other])
    expect(cell('lamotrigine', 'pain-free', leads).lead?.estimate.finding.id).toBe(other)
    const first = shown.lead?.estimate.finding.id ?? ''
    expect(leadsAfter(leads, shown, first, evidence)).toEqual(['elsewhere', first])
  })

  it('can give the cell back', () => {
    expect(leadsWithout(['elsewhere', other], shown, evidence)).toEqual(['elsewhere'])
  })
})

describe('spreadOfOthers', () => {
  const estimate = (given: Parameters<typeof makeFinding>[0]) => estimateOf(makeFinding(given), evidence)

  it('runs from the smallest to the largest of the other shares', () => {
    const others = [estimate({ value: 17 }), estimate({ value: 2 }), estimate({ value: 9 })]
    expect(spreadOfOthers(estimate({ value: 5 }), others, evidence)).toBe('3 other rows: 2 to 17 of 100')
    expect(spreadOfOthers(estimate({ value: 5 }), others.slice(0, 1), evidence)).toBe('Other row: 17 of 100')
  })

  it('says when other patients are among them', () => {
    const others = [estimate({ value: 17 }), estimate({ value: 2, directness: 'indirect' })]
    expect(spreadOfOthers(estimate({}), others, evidence)).toBe(
      '2 other rows: 2 to 17 of 100, other patients among them',
    )
  })

  it('says so of people with multiple sclerosis beside others, and of what is not counted per person', () => {
    expect(cell('repeat-srs', 'facial-numbness').spread).toBe(
      'Other row: 39 of 100, other patients among them',
    )
    expect(cell('phenytoin-iv', 'any-adverse').spread).toBe('Other row: 15 of 100, not counted per person')
    expect(cell('glycerol-rhizolysis', 'facial-numbness').spread).toBe(
      '6 other rows: 5 to 75 of 100, not all counted per person',
    )
  })

  it('leaves out ratios, and says nothing where no other share is there', () => {
    const ratio = estimate({ measure: 'risk-ratio', value: 1.4 })
    expect(spreadOfOthers(estimate({}), [ratio], evidence)).toBeUndefined()
    expect(spreadOfOthers(ratio, [estimate({})], evidence)).toBeUndefined()
  })

  it('is printed for harms only', () => {
    expect(cell('srs', 'facial-numbness').spread).toMatch(/^\d+ other rows: .* of 100/)
    expect(cell('srs', 'pain-free-no-meds').spread).toBeUndefined()
  })
})

describe('wordsOfCell', () => {
  it('differs when any printed part differs', () => {
    expect(wordsOfCell(cell('mvd', 'recurrence'))).not.toBe(wordsOfCell(cell('srs', 'recurrence')))
    expect(wordsOfCell(cell('cbt', 'facial-numbness'))).toBe(wordsOfCell(cell('tens', 'facial-numbness')))
    const finding = findingOf('wu-2012-botulinum-f1')
    expect(wordsOfCell(cell('botulinum-toxin-a', 'pain-relief-50'))).toContain(String(finding.armEvents))
  })
})
