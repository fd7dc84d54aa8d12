import { hundredPeople } from '@/domain/hundredPeople'
import { estimateOf } from '@/domain/estimate'
import { wordsOfRow } from '@/domain/presentation/plainWords'
import type { ShownCell } from '@/domain/presentation/screen'
import { shownCell } from '@/domain/presentation/shownCell'
import { cellsOf } from '@/domain/presentation/shownOutcome'
import type { Evidence } from '@/domain/evidence'
import type { Finding } from '@/domain/tables/findings'
import { describe, expect, it } from 'vitest'
import { findingOf, outcomeOf, realEvidence } from '../../../support/evidence'
import { leadsForPatients } from '../../../support/leadsForPatients'

const evidence = realEvidence()
const leads = leadsForPatients(evidence)

function shown(finding: Finding, of: Evidence = evidence): ShownCell | undefined {
  const showing = { evidence: of, treatments: [finding.treatment], lead: [finding.id], population: undefined }
  const [cell] = cellsOf(outcomeOf(finding.outcome), { ...showing, plain: wordsOfRow })
  return cell && shownCell(cell, of, wordsOfRow)
}

describe('the caveat of a number', () => {
  it('has been put in plain words for every number that may lead a cell, or is all said by other columns', () => {
    expect(leads.length).toBeGreaterThan(250)
    const coded = new Set(evidence.findingRemarks.map((row) => row.finding))
    const withCaveat = leads.filter((finding) => finding.caveat !== undefined)
    expect(withCaveat.filter(({ id }) => !coded.has(id)).map(({ id }) => id)).toEqual([])
  })

  it('is said in those words beside the number', () => {
    expect(shown(findingOf('andersen-2022-erenumab-f4'))).toMatchObject({
      remarks: ['At least as common with a dummy treatment', 'After one dose only'],
      askUs: false,
    })
  })

  it('sends the patient to the clinician where nobody has put it in plain words', () => {
    const without = { ...evidence, findingRemarks: [] }
    const finding = findingOf('andersen-2022-erenumab-f4')
    expect(shown(finding, without)).toMatchObject({ remarks: [], askUs: true })
    const silent = leads.find((row) => row.caveat === undefined)
    expect(silent && shown(silent, without)).toMatchObject({ askUs: false })
  })

  it('is never itself on a patient screen', () => {
    const told = leads.flatMap((finding) => JSON.stringify(shown(finding)))
    expect(leads.filter(({ caveat }, at) => caveat !== undefined && told[at]?.includes(caveat))).toEqual([])
  })

  it('is not lost where it makes a number mean something else', () => {
    // Placebo did as much, people were left out, nobody like the patient, only a first result: each must be said.
    const SAID: readonly (readonly [RegExp, RegExp])[] = [
      [/^Placebo \d|; placebo \d/i, /dummy treatment/],
      [/which flatters/, /looks better/],
      [/not lasting|First result/, /may not last/],
      [/^None (seen )?in/, /does not mean it cannot happen/],
      [/added to other/i, /Other medicines/],
      [/[Mm]eeting abstract/, /short report/],
    ]
    const lost = leads.flatMap((finding) => {
      const cell = shown(finding)
      if (cell?.kind !== 'people') return []
      const told = [...cell.remarks, cell.against ? `Than with ${cell.against.name.toLowerCase()}` : ''].join(
        '. ',
      )
      return SAID.filter(([caveat, plain]) => caveat.test(finding.caveat ?? '') && !plain.test(told)).map(
        ([caveat]) => `${finding.id}: ${String(caveat)}`,
      )
    })
    expect(lost).toEqual([])
  })
})

describe('the time of a number', () => {
  const timeOf = (id: string) => {
    const cell = shown(findingOf(id))
    return cell?.kind === 'people' ? cell.time.kind : undefined
  }

  it('is not called unknown beside a remark that tells it', () => {
    expect(timeOf('barker-1996-mvd-f3')).toBe('in-remarks')
    expect(timeOf('mcnicol-2013-opioids-f1')).toBe('in-remarks')
    expect(timeOf('andersen-2022-mvd-f1')).toBe('not-stated')
    expect(timeOf('barker-1996-mvd-f1')).toBe('after')
    const telling = evidence.remarks.filter(({ saysWhen }) => saysWhen === 'yes')
    const denied = leads.filter((finding) => {
      const cell = shown(finding)
      return (
        cell?.kind === 'people' &&
        cell.time.kind === 'not-stated' &&
        telling.some(({ plainText }) => cell.remarks.includes(plainText))
      )
    })
    expect(denied.map(({ id }) => id)).toEqual([])
  })

  it('is told by every remark that speaks of how long people were followed', () => {
    const speaking = evidence.remarks.filter(({ plainText }) =>
      /followed for|last seen|studies of (up to )?\w+ (to \w+ )?weeks/.test(plainText),
    )
    expect(speaking.length).toBeGreaterThan(8)
    expect(speaking.filter(({ saysWhen }) => saysWhen !== 'yes')).toEqual([])
  })
})

describe('a number that rests on few people', () => {
  it('says how few, and says nothing where many were studied or something else was counted', () => {
    expect(shown(findingOf('turk-2005-botulinum-f1'))).toMatchObject({ fewPeople: 8 })
    expect(shown(findingOf('barker-1996-mvd-f1'))).toMatchObject({ fewPeople: undefined })
    const perProcedure = leads.filter(
      ({ denominator }) => evidence.denominatorRoleById.get(denominator)?.countsPeople !== 'yes',
    )
    const people = perProcedure.filter(
      (row) => hundredPeople(estimateOf(row, evidence), evidence).kind === 'people',
    )
    expect(people.length).toBeGreaterThan(0)
    for (const row of people) expect(shown(row)).toMatchObject({ fewPeople: undefined })
  })
})
