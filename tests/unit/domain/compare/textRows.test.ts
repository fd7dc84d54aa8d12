import { conditionInWords } from '@/domain/cautions/knownCautions'
import { cautionRows, wordsOfCautions } from '@/domain/compare/cautionRows'
import { FACT_ROWS, factRow } from '@/domain/compare/factRows'
import { findTreatments } from '@/domain/compare/findTreatments'
import { coreVerdicts, pairsOf, pairVerdicts } from '@/domain/compare/pairs'
import { sourceCounts } from '@/domain/compare/sourceCounts'
import { shortSourceName, sourceAddress, sourceNameOf } from '@/domain/compare/sourceName'
import { stanceRows, wordsOfStatements } from '@/domain/guidelines/stanceRows'
import { indexEvidence, selectableTreatments } from '@/domain/evidence'
import { PHRASES } from '@/domain/phrases'
import { CAUTION_LEVELS } from '@/domain/vocabulary'
import { describe, expect, it } from 'vitest'
import { outcomeOf, realEvidence, treatmentOf } from '../../../support/evidence'

const evidence = realEvidence()

describe('stanceRows', () => {
  const drugs = stanceRows(['carbamazepine', 'lamotrigine'], evidence)

  it('counts only current guidelines on the condition as votes', () => {
    expect(drugs.votes.map((row) => row.source)).toEqual([
      'dgn-2023-tn',
      'bendtsen-2019-ean',
      'nice-cg173',
      'gronseth-2008-aan-efns',
    ])
    expect(drugs.others.map((row) => row.source)).toContain('nice-cks-2013-tn')
    const pain = stanceRows(['opioids-any'], evidence)
    expect(pain.votes.map((row) => row.source)).not.toContain('nice-2021-ng193')
    expect(pain.others.map((row) => row.source)).toContain('nice-2021-ng193')
  })

  it('keeps silence apart from a stance', () => {
    const row = stanceRows(['ketamine-iv'], evidence).votes.find(
      (vote) => vote.source === 'bendtsen-2019-ean',
    )
    expect(row?.cells[0]?.[0]).toMatchObject({ silent: true, stance: 'Not mentioned in the part read' })
  })

  it('says when a document speaks of the class', () => {
    const row = stanceRows(['srs', 'mvd'], evidence).votes.find((vote) => vote.source === 'bendtsen-2019-ean')
    expect(row?.cells[0]?.map((statement) => statement.asClass)).toEqual(['Neuroablative procedures'])
    expect(row?.cells[1]?.[0]?.asClass).toBeUndefined()
  })

  it('leaves a cell empty where the document has no row on the treatment', () => {
    const row = stanceRows(['srs', 'cbt'], evidence).votes.find((vote) => vote.source === 'nice-ipg715')
    expect(row?.cells.map((cell) => cell.length)).toEqual([1, 0])
  })

  it('tells two treatments the same only with the same words', () => {
    const [first, second] = stanceRows(['gabapentin', 'pregabalin'], evidence).votes.find(
      (vote) => vote.source === 'dgn-2023-tn',
    )?.cells ?? [[], []]
    expect(wordsOfStatements(first ?? [])).toBe(wordsOfStatements(second ?? []))
  })
})

describe('factRow', () => {
  it('puts the words of warning before a regimen and its sources behind', () => {
    const [fact] = factRow('regimen', [treatmentOf('ketamine-iv')], evidence).cells
    expect(fact?.before).toMatch(/^Experimental/)
    expect(fact?.text).toBe(treatmentOf('ketamine-iv').regimen)
    expect(fact?.sources).toEqual(treatmentOf('ketamine-iv').regimenSource)
  })

  it('never leaves a cell blank', () => {
    for (const id of FACT_ROWS)
      for (const fact of factRow(id, selectableTreatments(evidence), evidence).cells)
        expect(fact.label ?? fact.text ?? fact.missing).toBeTruthy()
    const [fact] = factRow('duration', [treatmentOf('tens')], evidence).cells
    expect(fact?.missing).toBe(PHRASES.notRead)
  })
})

describe('cautionRows', () => {
  it('puts the strictest rows first, and the strictest caution first in a cell that has two', () => {
    const rows = cautionRows(['carbamazepine', 'lamotrigine'], evidence)
    const levels = rows.map((row) => CAUTION_LEVELS.indexOf(row.strictest))
    expect(levels).toEqual([...levels].sort((a, b) => a - b))
    const liver = rows.find((row) => row.factor === 'hepatic-impairment')
    expect(liver?.cells[0]?.map((known) => known.caution.level)).toEqual(['contraindicated', 'caution'])
  })

  it('loses no caution, and takes over those of the treatments named, saying from where', () => {
    const listed = cautionRows(['morphine'], evidence).flatMap((row) => row.cells[0] ?? [])
    const expected = ['morphine', 'opioids-strong', 'opioids-any'].flatMap(
      (id) => evidence.cautionsByTreatment.get(id) ?? [],
    )
    expect(new Set(listed.map((known) => known.caution))).toEqual(new Set(expected))
    for (const { caution, takenFrom } of listed)
      expect(takenFrom).toBe(
        caution.treatment === 'morphine' ? undefined : treatmentOf(caution.treatment).name,
      )
  })

  it('leaves the cell of a treatment without a caution empty, for the phrase to be said', () => {
    const row = cautionRows(['carbamazepine', 'cbt'], evidence).find(({ factor }) => factor === 'pregnancy')
    expect(row?.cells[0]?.length).toBeGreaterThan(0)
    expect(row?.cells[1]).toEqual([])
    expect(wordsOfCautions([])).toBe('')
  })
})

describe('conditionInWords', () => {
  it.each([
    [undefined, undefined],
    ['age>=65', 'age 65 or more'],
    ['anticoagulation=choice:direct anticoagulant (DOAC)', 'direct anticoagulant (DOAC)'],
    ['age<55', 'age below 55'],
    ['something else', 'something else'],
  ])('reads %s as %s', (when, words) => {
    expect(conditionInWords(when)).toBe(words)
  })
})

describe('findTreatments', () => {
  it('finds brand names, and puts beginnings of names first', () => {
    expect(findTreatments('tegre', evidence)[0]?.id).toBe('carbamazepine')
    expect(findTreatments('gaba', evidence).map((treatment) => treatment.id)).toEqual(
      expect.arrayContaining(['gabapentin', 'pregabalin']),
    )
    expect(findTreatments('gaba', evidence)[0]?.id).toBe('gabapentin')
  })

  it('offers only what can be picked and is not there yet', () => {
    expect(findTreatments('', evidence)).toHaveLength(80)
    expect(findTreatments('', evidence, ['mvd'])).toHaveLength(79)
    expect(findTreatments('any-surgery', evidence)).toEqual([])
    expect(findTreatments('no such thing', evidence)).toEqual([])
  })
})

describe('sources', () => {
  it('counts numbers by source, the source with the most first', () => {
    const counts = sourceCounts('mvd', evidence)
    const total = counts.reduce((sum, source) => sum + source.findings.length, 0)
    expect(total).toBe(evidence.findingsByTreatment.get('mvd')?.length)
    expect(counts[0]?.findings.length).toBeGreaterThanOrEqual(counts.at(-1)?.findings.length ?? 0)
  })

  it('names a source by its first author and year, and points to its DOI first', () => {
    const source = evidence.sourceById.get('garcia-2023-continuous-ketamine')
    expect(source && shortSourceName(source)).toBe('Garcia 2023')
    expect(source && sourceAddress(source)).toBe('https://doi.org/10.7759/cureus.35638')
  })

  it('does without a name while the sources have not arrived', () => {
    expect(sourceNameOf('garcia-2023-continuous-ketamine', indexEvidence({}))).toBe('its source')
  })
})

describe('pairs', () => {
  it('judges every two columns once, in their order', () => {
    expect(pairsOf(['a', 'b', 'c'])).toEqual([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ])
    const six = ['carbamazepine', 'oxcarbazepine', 'lamotrigine', 'mvd', 'srs', 'cbt'].map(treatmentOf)
    expect(pairVerdicts(six, outcomeOf('pain-free'), evidence)).toHaveLength(15)
  })

  it('counts each core outcome once', () => {
    const { verdicts, counts } = coreVerdicts(treatmentOf('mvd'), treatmentOf('srs'), evidence)
    const core = evidence.outcomes.filter((outcome) => outcome.core === 'yes').length
    expect(verdicts).toHaveLength(core)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(core)
  })
})
