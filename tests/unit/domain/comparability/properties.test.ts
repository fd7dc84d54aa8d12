import { cpuUsage } from 'node:process'
import { readdirSync, readFileSync } from 'node:fs'
import {
  islands,
  network,
  summaryOfPair,
  verdictOfFindings,
  verdictOfTreatments,
} from '@/domain/comparability'
import type { LevelVerdict, Verdict } from '@/domain/comparability'
import { indexEvidence, selectableTreatments } from '@/domain/evidence'
import type { Finding } from '@/domain/tables/findings'
import { LEVELS } from '@/domain/comparability/verdict'
import fc from 'fast-check'
import { readTables, realEvidence, treatmentOf } from '../../../support/evidence'
import { describe, expect, it, vi } from 'vitest'

// Every pair is asked: the machine that runs the tests may be busy with others.
vi.setConfig({ testTimeout: 60_000 })

const evidence = realEvidence()
const treatments = selectableTreatments(evidence)
const core = evidence.outcomes.filter((outcome) => outcome.core === 'yes')
const pairs = treatments.flatMap((one, index) =>
  treatments.slice(index + 1).map((other) => [one, other] as const),
)

/** Time of the processor, so that other work on the machine does not count. */
function millisecondsSince(start: NodeJS.CpuUsage): number {
  return cpuUsage(start).user / 1000
}

function turnedRound(verdict: Verdict): Verdict {
  const [one, other] = verdict.treatments
  const names = { treatments: [other, one] as const }
  return verdict.kind === 'level'
    ? { ...verdict, ...names, rows: [...verdict.rows].reverse() }
    : { ...verdict, ...names }
}

const withSortedUnused = (verdict: Verdict): Verdict =>
  verdict.kind === 'level'
    ? {
        ...verdict,
        comparedWithoutNumber: [...verdict.comparedWithoutNumber].sort((a, b) => (a.id < b.id ? -1 : 1)),
      }
    : verdict

/** What every answer with a level must hold, whatever the pair. */
function faultsOf(verdict: LevelVerdict): readonly string[] {
  const { level, reasons, rows, notes } = verdict
  const holds = {
    'a known level': LEVELS.includes(level),
    'reasons where and only where nothing is comparable': (level === 'not-comparable') === reasons.length > 0,
    'no reason twice': new Set(reasons).size === reasons.length,
    'no note twice': new Set(notes).size === notes.length,
    'rows unless nothing was found': reasons.includes('nothing-found') ? rows.length === 0 : rows.length > 0,
    'a third where and only where linked': (level === 'linked') === (verdict.via !== undefined),
    'a quality where and only where head-to-head':
      (level === 'head-to-head') === (verdict.quality !== undefined),
    'only usable rows': level === 'not-comparable' || rows.every((row) => row.headlineOk !== 'no'),
  }
  return Object.entries(holds).flatMap(([rule, kept]) => (kept ? [] : [rule]))
}

describe('the verdict of two treatments', () => {
  it('answers every pair of treatments and every core outcome, in a few seconds', () => {
    const started = cpuUsage()
    const counts: Record<string, number> = {}
    const faults: string[] = []
    for (const [one, other] of pairs)
      for (const outcome of core) {
        const verdict = verdictOfTreatments(one, other, outcome, evidence)
        const key = verdict.kind === 'level' ? verdict.level : verdict.kind
        counts[key] = (counts[key] ?? 0) + 1
        if (verdict.kind === 'level') faults.push(...faultsOf(verdict))
      }
    expect(faults).toEqual([])
    expect(treatments).toHaveLength(80)
    expect(counts).toEqual({
      'head-to-head': 50,
      linked: 13,
      'side-by-side': 69,
      'not-comparable': 44_024,
      'class-and-member': 84,
    })
    expect(millisecondsSince(started)).toBeLessThan(5000)
  })

  it('is symmetric: swapping the treatments only changes the order of names and rows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.constantFrom(...evidence.outcomes),
        ([one, other], outcome) => {
          const there = verdictOfTreatments(one, other, outcome, evidence)
          const back = verdictOfTreatments(other, one, outcome, evidence)
          expect(withSortedUnused(turnedRound(back))).toEqual(withSortedUnused(there))
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('is the same whatever the order of the rows, and when asked again', () => {
    const tables = readTables()
    const reversed = indexEvidence({ ...tables, findings: [...tables.findings].reverse() })
    for (const [one, other] of pairs.slice(0, 600))
      for (const outcome of core.slice(0, 6)) {
        const verdict = withSortedUnused(verdictOfTreatments(one, other, outcome, evidence))
        expect(withSortedUnused(verdictOfTreatments(one, other, outcome, reversed))).toEqual(verdict)
        expect(withSortedUnused(verdictOfTreatments(one, other, outcome, evidence))).toEqual(verdict)
      }
  })

  it('judges all pairs of six treatments on all outcomes within 50 ms', () => {
    const six = [
      'mvd',
      'srs',
      'balloon-compression',
      'rf-thermocoagulation',
      'carbamazepine',
      'lamotrigine',
    ].map(treatmentOf)
    const fresh = indexEvidence(readTables())
    const judge = () => {
      const started = cpuUsage()
      six.forEach((one, index) =>
        six
          .slice(index + 1)
          .forEach((other) =>
            fresh.outcomes.forEach((outcome) => verdictOfTreatments(one, other, outcome, fresh)),
          ),
      )
      return millisecondsSince(started)
    }
    judge()
    expect(Math.min(judge(), judge(), judge())).toBeLessThan(50)
  })
})

const OTHER_NUMBERS: readonly (keyof Finding)[] = ['value', 'armEvents', 'comparatorEvents']

/** The same findings with other numbers: what is missing stays missing. */
function withOtherNumbers(seed: number) {
  const tables = readTables()
  const change = (row: Finding): Finding => ({
    ...row,
    ...Object.fromEntries(
      OTHER_NUMBERS.flatMap((key, index) =>
        row[key] === undefined ? [] : [[key, (seed * 7919 + index * 31 + row.id.length) % 101]],
      ),
    ),
    ciLow: undefined,
    ciHigh: seed,
    rangeLow: seed,
    rangeHigh: undefined,
    pValue: String(seed),
  })
  return indexEvidence({ ...tables, findings: tables.findings.map(change) })
}

/** A row that throws when an interval, a range or a p value is read. */
function guarded(finding: Finding): Finding {
  const forbidden = new Set([
    'ciLow',
    'ciHigh',
    'ciLevel',
    'rangeLow',
    'rangeHigh',
    'pValue',
    'note',
    'caveat',
  ])
  return new Proxy(finding, {
    get(row, key) {
      if (forbidden.has(String(key))) throw new Error(`read ${String(key)}`)
      return Reflect.get(row, key)
    },
  })
}

const shape = (verdict: Verdict) =>
  verdict.kind === 'level'
    ? { ...verdict, rows: verdict.rows.map((row) => row.id), comparedWithoutNumber: [] }
    : verdict

describe('the size of a number', () => {
  it('never changes a verdict', () => {
    for (const seed of [0, 42]) {
      const other = withOtherNumbers(seed)
      for (const [one, another] of pairs.filter((_, index) => index % 5 === seed % 5))
        for (const outcome of core)
          expect(shape(verdictOfTreatments(one, another, outcome, other))).toEqual(
            shape(verdictOfTreatments(one, another, outcome, evidence)),
          )
    }
  })

  it('is asked of intervals, ranges and p values nowhere', () => {
    const tables = readTables()
    const watched = indexEvidence({ ...tables, findings: tables.findings.map(guarded) })
    for (const [one, other] of pairs.filter((_, index) => index % 7 === 0))
      expect(() => summaryOfPair(one, other, watched)).not.toThrow()
    expect(() => [network(watched), islands(watched)]).not.toThrow()
  })
})

describe('the verdict of two findings', () => {
  const byTreatment = new Map(
    [...evidence.findingsByTreatment].filter(([id]) => treatments.some((treatment) => treatment.id === id)),
  )
  const finding = fc.constantFrom(...[...byTreatment.values()].flat())

  it('is total and symmetric for any two rows of the data', () => {
    fc.assert(
      fc.property(finding, finding, (a, b) => {
        const [one, other] = [treatmentOf(a.treatment), treatmentOf(b.treatment)]
        const outcome = evidence.outcomeById.get(a.outcome)
        if (!outcome) throw new Error(a.outcome)
        const there = verdictOfFindings(a, b, one, other, outcome, evidence)
        const back = verdictOfFindings(b, a, other, one, outcome, evidence)
        expect(turnedRound(back)).toEqual(there)
        if (there.kind === 'level') expect(faultsOf(there)).toEqual([])
      }),
      { numRuns: 4000 },
    )
  })

  it('agrees with the verdict of the treatments on the rows that won', () => {
    for (const [one, other] of pairs)
      for (const outcome of core) {
        const verdict = verdictOfTreatments(one, other, outcome, evidence)
        if (verdict.kind !== 'level' || verdict.reasons.includes('nothing-found')) continue
        const [a, b = a] = verdict.rows
        if (!a || !b) throw new Error('no rows')
        const again = verdictOfFindings(a, b, one, other, outcome, evidence)
        expect({ ...again, comparedWithoutNumber: [] }).toEqual({ ...verdict, comparedWithoutNumber: [] })
      }
  })
})

describe('the code of the comparison', () => {
  const folder = new URL('../../../../src/domain/', import.meta.url)
  const files = [
    'comparability.ts',
    'verdictWords.ts',
    'verdictLexicon.ts',
    ...readdirSync(new URL('comparability/', folder)).map((file) => `comparability/${file}`),
  ]
  /** Words of the rule itself that happen to be ids as well. */
  const OWN_WORDS = new Set(['other'])

  it('knows no disease: holds no id of the data', () => {
    const ids = [
      ...evidence.treatments,
      ...evidence.outcomes,
      ...evidence.definitions,
      ...evidence.denominators,
      ...evidence.populations,
      ...evidence.sources,
    ]
      .map((row) => row.id)
      .filter((id) => !OWN_WORDS.has(id))
    for (const file of files) {
      const code = readFileSync(new URL(file, folder), 'utf8')
      const strings = [...code.matchAll(/['"`]([^'"`\n]+)['"`]/g)].map((match) => match[1] ?? '')
      expect(strings.filter((string) => ids.includes(string))).toEqual([])
      expect(code).not.toMatch(/\b(TN|BNI|trigeminal|neuralgia|bni-|tn-)/)
    }
  })
})
