import { describe, expect, it } from 'vitest'
import { verdictOfFindings } from '@/domain/comparability'
import { comparableSets } from '@/domain/compare/comparableSets'
import { outcomeCell } from '@/domain/compare/outcomeCell'
import { outcomeRow } from '@/domain/compare/outcomeRow'
import { outcomesToShow } from '@/domain/compare/outcomeRows'
import { PHRASES } from '@/domain/phrases'
import { outcomeOf, realEvidence, treatmentOf } from '../../../support/evidence'

const evidence = realEvidence()

function rowOf(outcome: string, treatments: readonly string[]) {
  const cells = treatments.map((id) => outcomeCell(id, outcomeOf(outcome), evidence, []))
  return outcomeRow(outcomeOf(outcome), cells, evidence)
}

const setsOf = (outcome: string, ...treatments: readonly string[]) =>
  comparableSets(rowOf(outcome, treatments), evidence)

const MEDICINES = ['carbamazepine', 'oxcarbazepine', 'lamotrigine'] as const
const PROCEDURES = ['mvd', 'srs', 'balloon-compression', 'rf-thermocoagulation'] as const

describe('comparableSets', () => {
  it('puts numbers together that may be read beside one another, and says how', () => {
    const { sets } = setsOf('withdrawal-adverse', ...MEDICINES)
    expect(sets.map((set) => set.places)).toEqual([[0, 1, 2]])
    expect(sets[0]?.wordsBefore).toEqual([])
    expect(sets[0]?.wordsWithin).toEqual([
      'Carbamazepine and Oxcarbazepine were compared directly: not randomised: the groups may differ.',
      'Carbamazepine, Oxcarbazepine, Lamotrigine were measured alike, not all in one study: the differences may come from the patients.',
    ])
  })

  it('keeps apart what may not be compared, with every reason', () => {
    const { sets } = setsOf('pain-relief-any', ...PROCEDURES)
    expect(sets.map((set) => set.places)).toEqual([[0, 2, 3], [1]])
    expect(sets[1]?.wordsBefore).toEqual([
      'The sources define the outcome differently.',
      'The sources count out of different groups of people.',
      'At least one source does not state the time of the measurement.',
    ])
  })

  it('never lets a number against another treatment pass for one of its arms', () => {
    const { sets } = setsOf('pain-free', 'carbamazepine', 'lamotrigine')
    expect(sets.map((set) => set.places)).toEqual([[0], [1]])
    expect(sets[1]?.wordsBefore).toEqual([
      'One of the numbers already compares Carbamazepine with Lamotrigine; the other is not its partner.',
    ])
  })

  it('keeps what has no number, and what has no axis, for words', () => {
    expect(setsOf('pain-free', ...MEDICINES).undrawn).toEqual([1])
    // 1.9 number needed to treat.
    expect(setsOf('pain-relief-any', ...MEDICINES).undrawn).toEqual([0])
  })

  it('says that the studies are separate, and where other rows go further', () => {
    const { notes } = setsOf('pain-relief-any', ...PROCEDURES)
    expect(notes[0]).toBe(PHRASES.separateStudies)
    expect(notes[1]).toContain('MVD with Radiosurgery (SRS)')
    expect(setsOf('pain-free', 'mvd').notes).toEqual([])
  })

  it('holds for every outcome of the pictures: in a set each two shown numbers reach a level, none twice', () => {
    const groups = [
      MEDICINES,
      PROCEDURES,
      ['ketamine-iv', 'lidocaine-iv', 'opioids-any'],
      ['cbt', 'acupuncture', 'tens'],
    ]
    for (const treatments of groups)
      for (const { outcome } of outcomesToShow([], treatments, evidence)) {
        const row = rowOf(outcome.id, treatments)
        const { sets, undrawn } = comparableSets(row, evidence)
        const places = [...sets.flatMap((set) => set.places), ...undrawn]
        expect([...places].sort()).toEqual(treatments.map((_, place) => place))
        sets.forEach((set, index) => expect(set.wordsBefore.length > 0).toBe(index > 0))
        for (const set of sets)
          for (const a of set.places)
            for (const b of set.places) {
              const [one, other] = [row.cells[a], row.cells[b]]
              if (a >= b || !one?.lead || !other?.lead) continue
              const verdict = verdictOfFindings(
                one.lead.estimate.finding,
                other.lead.estimate.finding,
                treatmentOf(one.treatment),
                treatmentOf(other.treatment),
                outcome,
                evidence,
              )
              expect(verdict).toMatchObject({ kind: 'level' })
              expect(['head-to-head', 'side-by-side']).toContain(verdict.kind === 'level' && verdict.level)
            }
      }
  })
})
