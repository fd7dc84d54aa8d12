import { estimateOf } from '@/domain/estimate'
import { cellOf, findingsOfCell, isRelative, leadOf, whyItLeads } from '@/domain/headline'
import { isShare } from '@/domain/measure'
import type { Finding, Headline } from '@/domain/tables/findings'
import { selectableTreatments } from '@/domain/evidence'
import { isUsable } from '@/domain/usable'
import { describe, expect, it } from 'vitest'
import { evidenceWith, realEvidence } from '../../support/evidence'
import { makeFinding } from '../../support/makeFinding'

const real = realEvidence()

/** The evidence with only these rows, and only these headlines. */
function evidenceOf(findings: readonly Finding[], headlines: readonly Headline[] = []) {
  return evidenceWith(() => ({ findings, headlines }))
}

function makeHeadline(finding: Finding, given: Partial<Headline> = {}): Headline {
  return {
    treatment: finding.treatment,
    outcome: finding.outcome,
    findingId: finding.id,
    role: 'lead-benefit',
    order: 1,
    show: 'number',
    words: undefined,
    why: undefined,
    ...given,
  }
}

/** The id of the row that leads the cell of the first row when nobody chose one. */
function leading(...findings: readonly Finding[]) {
  const [first] = findings
  return first && cellOf(first.treatment, first.outcome, evidenceOf(findings)).lead?.finding.id
}

describe('findingsOfCell', () => {
  const derived = real.derivedOutcomes.find((row) => row.timeLowMonths < 12 && row.timeHighMonths > 12)
  const at = (timepoint: number | undefined, outcome = 'pain-free') =>
    makeFinding({ outcome, timepoint, timepointUnit: 'months' })

  it('fills a derived outcome with the rows of its parents inside its window, its ends included', () => {
    const rows = [at(10.9), at(11), at(12), at(13), at(13.1), at(undefined)]
    const ids = findingsOfCell('mvd', derived?.id ?? '', evidenceOf(rows)).map((row) => row.id)
    expect(ids).toEqual(rows.slice(1, 4).map((row) => row.id))
  })

  it('counts a year as 12 months there, and takes no other outcome', () => {
    const year = makeFinding({ outcome: 'pain-free-no-meds', timepoint: 1, timepointUnit: 'years' })
    const other = at(12, 'pain-relief-50')
    const ids = findingsOfCell('mvd', derived?.id ?? '', evidenceOf([year, other])).map((row) => row.id)
    expect(ids).toEqual([year.id])
  })

  it('keeps rows that may not stand beside others within reach', () => {
    const barred = makeFinding({ headlineOk: 'no' })
    const cell = cellOf('mvd', barred.outcome, evidenceOf([barred]))
    expect(cell.findings).toEqual([barred])
    expect(cell.lead).toBeUndefined()
  })
})

describe('the rule where nobody chose', () => {
  it('puts shares before other numbers, and ratios last', () => {
    const ratio = makeFinding({ measure: 'risk-ratio', armDesign: 'randomised' })
    const mean = makeFinding({ measure: 'mean', armDesign: 'randomised' })
    const share = makeFinding({ armDesign: 'single-arm' })
    expect(leading(ratio, mean, share)).toBe(share.id)
    expect(leading(ratio, mean)).toBe(mean.id)
  })

  it('then puts the patients of this collection before others, even from a weaker design', () => {
    const indirect = makeFinding({ directness: 'indirect', armDesign: 'randomised' })
    const direct = makeFinding({ armDesign: 'single-arm' })
    expect(leading(indirect, direct)).toBe(direct.id)
  })

  it('then the general group of patients before a special one', () => {
    const special = makeFinding({ population: 'tn-secondary-ms', armDesign: 'randomised' })
    const general = makeFinding({ armDesign: 'single-arm' })
    expect(leading(special, general)).toBe(general.id)
  })

  it('lets people with another cause lead for nobody else, but those who failed a treatment where only they were measured', () => {
    expect(leading(makeFinding({ population: 'tn-secondary-ms' }))).toBeUndefined()
    const failed = makeFinding({ population: 'tn-refractory' })
    expect(leading(failed)).toBe(failed.id)
    const ms = selectableTreatments(real).flatMap(({ id }) =>
      real.outcomes.filter((o) => cellOf(id, o.id, real).lead?.finding.population === 'tn-secondary-ms'),
    )
    expect(ms).toEqual([])
  })

  it('then the better design, the higher certainty, more patients, and the id', () => {
    const randomised = makeFinding({ armDesign: 'randomised', certainty: 'very-low' })
    const surer = makeFinding({ certainty: 'high', armN: 10 })
    const larger = makeFinding({ armN: 500 })
    const unknown = makeFinding({ armN: undefined })
    expect(leading(larger, surer, randomised)).toBe(randomised.id)
    expect(leading(larger, surer)).toBe(surer.id)
    expect(leading(unknown, larger)).toBe(larger.id)
    expect(leading(makeFinding({ id: 'b' }), makeFinding({ id: 'a' }))).toBe('a')
  })

  it('never looks at the size of the number', () => {
    const [a, b] = [makeFinding({ id: 'a', value: 10 }), makeFinding({ id: 'b', value: 90 })]
    expect(leading(a, b)).toBe('a')
    expect(leading({ ...a, value: 90 }, { ...b, value: 10 })).toBe('a')
  })

  it('passes over rows that may not stand', () => {
    const barred = makeFinding({ armDesign: 'randomised', flags: ['subgroup'] })
    const other = makeFinding()
    expect(leading(barred, other)).toBe(other.id)
    expect(leading(barred)).toBeUndefined()
  })
})

describe('cellOf', () => {
  const [strong, weak] = [makeFinding({ armDesign: 'randomised' }), makeFinding()]

  it("leads with the curators' headline before the rule", () => {
    const cell = cellOf('mvd', weak.outcome, evidenceOf([strong, weak], [makeHeadline(weak)]))
    expect(cell).toMatchObject({ chosenBy: 'curators', lead: { finding: { id: weak.id } } })
  })

  it("leads with a reader's choice before both, unless that row may not stand", () => {
    const barred = makeFinding({ headlineOk: 'no' })
    const evidence = evidenceOf([strong, weak, barred], [makeHeadline(weak)])
    expect(cellOf('mvd', weak.outcome, evidence, [strong.id])).toMatchObject({
      chosenBy: 'reader',
      lead: { finding: { id: strong.id } },
    })
    expect(cellOf('mvd', weak.outcome, evidence, [barred.id]).chosenBy).toBe('curators')
  })

  it('prints only words where the curators ask for words, and still keeps the rows', () => {
    const headline = makeHeadline(weak, { show: 'words', words: 'Early figure only' })
    const cell = cellOf('mvd', weak.outcome, evidenceOf([strong, weak], [headline]))
    expect(cell).toMatchObject({ lead: undefined, words: 'Early figure only', chosenBy: 'curators' })
    expect(cell.findings).toHaveLength(2)
  })

  it('prints the number with its words where the curators give both', () => {
    const headline = makeHeadline(weak, { words: 'None from this condition' })
    const cell = cellOf('mvd', weak.outcome, evidenceOf([weak], [headline]))
    expect(cell).toMatchObject({ lead: { finding: { id: weak.id } }, words: 'None from this condition' })
  })

  it('falls back on the rule where the headline may not stand', () => {
    const barred = makeFinding({ headlineOk: 'no' })
    const cell = cellOf('mvd', weak.outcome, evidenceOf([weak, barred], [makeHeadline(barred)]))
    expect(cell).toMatchObject({ chosenBy: 'rule', lead: { finding: { id: weak.id } } })
  })

  it('never leads with a row that may not stand, in any cell of the data', () => {
    for (const treatment of real.treatments)
      for (const outcome of real.outcomes) {
        const { lead } = cellOf(treatment.id, outcome.id, real)
        if (lead) expect(isUsable(lead.finding), lead.finding.id).toBe(true)
      }
  })
})

describe('whyItLeads', () => {
  it('names directness, design, patients and rows on the same patients', () => {
    const lead = makeFinding({ armDesign: 'randomised', armN: 22, cohort: 'c' })
    const evidence = evidenceOf([lead, makeFinding({ cohort: 'c' }), makeFinding()])
    const cell = cellOf('mvd', lead.outcome, evidence)
    expect(whyItLeads(estimateOf(lead, evidence), cell, evidence)).toBe(
      'Chosen because: direct, randomised trial, n 22, same patients as 1 other row.',
    )
  })

  it('says when the number of patients is not stated, and does not take rows without a cohort for one', () => {
    const lead = makeFinding({ directness: 'indirect', armN: undefined })
    const evidence = evidenceOf([lead, makeFinding({ directness: 'indirect', id: 'zz' })])
    const words = whyItLeads(estimateOf(lead, evidence), cellOf('mvd', lead.outcome, evidence), evidence)
    expect(words).toBe(
      'Chosen because: measured in other patients, single-arm series, number of patients not stated.',
    )
  })
})

describe('leadOf', () => {
  it('never leads with a ratio or a number needed, in any treatment of the data', () => {
    for (const { id } of selectableTreatments(real))
      for (const side of ['benefit', 'harm'] as const) {
        const lead = leadOf(id, side, real)
        if (lead.estimate) expect(isRelative(lead.estimate.finding), id).toBe(false)
      }
  })

  it('prints as a number only shares of patients, in the data as they are', () => {
    for (const { id } of selectableTreatments(real)) {
      const { estimate } = leadOf(id, 'benefit', real)
      if (estimate) expect(isShare(estimate.finding.measure), id).toBe(true)
    }
  })

  it('takes the lead before a benefit, and passes over a ratio without words', () => {
    const ratio = makeFinding({ measure: 'risk-ratio', outcome: 'pain-relief-50' })
    const share = makeFinding()
    const headlines = [makeHeadline(share, { role: 'benefit' }), makeHeadline(ratio)]
    expect(leadOf('mvd', 'benefit', evidenceOf([ratio, share], headlines)).finding?.id).toBe(share.id)
  })

  it("prints the curators' words in place of a number that is no share", () => {
    const mean = makeFinding({ measure: 'mean' })
    const headlines = [makeHeadline(mean, { words: 'Scores fell' })]
    const lead = leadOf('mvd', 'benefit', evidenceOf([mean], headlines))
    expect(lead).toMatchObject({ estimate: undefined, words: 'Scores fell', finding: { id: mean.id } })
  })

  it('knows nothing found from a figure that may not stand', () => {
    const barred = makeFinding({ headlineOk: 'no', outcome: 'pain-free' })
    expect(leadOf('mvd', 'benefit', evidenceOf([barred]))).toMatchObject({
      finding: undefined,
      figureExists: true,
    })
    expect(leadOf('mvd', 'harm', evidenceOf([barred])).figureExists).toBe(false)
  })

  it('leaves no treatment without a lead whose rows may stand', () => {
    for (const { id } of selectableTreatments(real)) {
      if (leadOf(id, 'benefit', real).finding) continue
      const rows = real.findingsByTreatment.get(id) ?? []
      const usable = rows.filter(
        (row) =>
          isUsable(row) && real.outcomeById.get(row.outcome)?.domain === 'benefit' && isShare(row.measure),
      )
      expect(
        usable.map((row) => row.id),
        id,
      ).toEqual([])
    }
  })
})
