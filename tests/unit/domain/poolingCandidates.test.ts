import type { PoolableFinding } from '@/domain/effectOfFinding'
import { poolFindings } from '@/domain/poolFindings'
import { groupPoolable } from '@/domain/poolingCandidates'
import type { PoolingRules } from '@/domain/poolingRules'
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { makeDifference, makePoolable, RULES } from './poolableFinding'

const idsOf = (groups: readonly (readonly PoolableFinding[])[]) =>
  groups.map((rows) => rows.map((row) => row.id))

describe('groupPoolable', () => {
  it('cuts a mixed set by every facet, larger rows first', () => {
    const groups = groupPoolable(
      [
        makePoolable({ id: 'x1' }),
        makeDifference({ id: 'd1' }),
        makePoolable({ id: 'x2', armN: 200, population: 'mixed' }),
        makePoolable({ id: 'y1', definition: 'partial', armN: 300 }),
        makeDifference({ id: 'd2' }),
      ],
      RULES,
    )
    expect(idsOf(groups)).toEqual([['y1'], ['x2', 'x1'], ['d1', 'd2']])
  })

  it('opens another group for a time that does not go with every member', () => {
    const rules = {
      ...RULES,
      timesCompatible: (a: PoolableFinding, b: PoolableFinding) => a.outcome === b.outcome,
    }
    const early = { ...makePoolable({ id: 'early' }), outcome: 'relief' }
    expect(idsOf(groupPoolable([early, makePoolable({ id: 'late', outcome: 'later' })], rules))).toHaveLength(
      2,
    )
  })

  it('leaves out rows that may never be pooled', () => {
    const rows = [
      makePoolable({ id: 'x', estimateKind: 'pooled' }),
      makePoolable({ id: 'y', definition: 'unstated' }),
    ]
    expect(groupPoolable(rows, RULES)).toEqual([])
  })
})

type Cells = Readonly<Record<string, string>>

function readCells(table: string): readonly Cells[] {
  return Papa.parse<Cells>(readFileSync(`data/${table}.csv`, 'utf8'), { header: true, skipEmptyLines: true })
    .data
}

const textOrNone = (cell = '') => (cell === '' ? undefined : cell)
const numberOrNone = (cell = '') => (cell === '' ? undefined : Number(cell))

interface RealFinding extends PoolableFinding {
  readonly time: string
}

function findingOf(cells: Cells): RealFinding {
  const text = (name: string) => cells[name] ?? ''
  return {
    id: text('id'),
    treatment: text('treatment'),
    comparator: textOrNone(cells['comparator']),
    outcome: text('outcome'),
    cohort: textOrNone(cells['cohort']),
    source: text('source'),
    definition: text('definition'),
    denominator: text('denominator'),
    population: text('population'),
    armDesign: text('arm_design'),
    measure: text('measure'),
    estimateKind: text('estimate_kind'),
    unit: textOrNone(cells['unit']),
    armN: numberOrNone(cells['arm_n']),
    armEvents: numberOrNone(cells['arm_events']),
    value: numberOrNone(cells['value']),
    ciLow: numberOrNone(cells['ci_low']),
    ciHigh: numberOrNone(cells['ci_high']),
    ciLevel: numberOrNone(cells['ci_level']),
    flags: text('flags')
      .split(';')
      .map((flag) => flag.trim()),
    time: `${text('timepoint')} ${text('timepoint_unit')}`,
  }
}

describe('groupPoolable on the evidence in data/', () => {
  const findings = readCells('findings').map(findingOf)
  const statedIn = (table: string) => {
    const stated = new Set(
      readCells(table).flatMap((row) => (row['stated'] === 'yes' ? [row['id'] ?? ''] : [])),
    )
    return (id: string) => (stated.has(id) ? id : undefined)
  }
  const groupOf = new Map(readCells('populations').map((row) => [row['id'] ?? '', row['compatible_group']]))
  const rules: PoolingRules<RealFinding> = {
    definitionKey: statedIn('definitions'),
    denominatorKey: statedIn('denominators'),
    populationGroup: (population) => {
      const group = groupOf.get(population)
      return group === 'none' ? undefined : group
    },
    timesCompatible: (a, b) => a.time === b.time,
    isUsable: () => true,
  }
  const groups = groupPoolable(findings, rules)

  it('finds groups to pool, and refuses those of one cohort', () => {
    const kinds = groups.map((rows) => poolFindings(rows, rules).kind)
    expect(kinds.filter((kind) => kind === 'pooled').length).toBeGreaterThan(2)
    expect(kinds).toContain('refused')
  })

  it('never pools two rows of one cohort, a pooled row, or a share that is no plain count', () => {
    for (const group of groups) {
      const result = poolFindings(group, rules)
      if (result.kind === 'refused') {
        expect(['fewer-than-two-studies', 'only-corrected-counts']).toContain(result.reasons.join())
        continue
      }
      const rows = result.rows.map((row) => row.finding)
      expect(new Set(rows.map((row) => row.cohort ?? row.source)).size).toBe(rows.length)
      for (const key of [
        'treatment',
        'outcome',
        'definition',
        'denominator',
        'armDesign',
        'measure',
      ] as const)
        expect(new Set(rows.map((row) => row[key])).size).toBe(1)
      for (const row of rows) {
        expect(row.armDesign).not.toMatch(/pooled/)
        if (result.scale === 'logit') expect(row.estimateKind).toBe('crude')
      }
      expect(result.rows.length + result.leftOut.length).toBe(group.length)
      expect(result.lower).toBeLessThanOrEqual(result.value)
      expect(result.value).toBeLessThanOrEqual(result.upper)
    }
  })
})
