import { describe, expect, it } from 'vitest'
import { changeNote, summaryOfDiff } from '@/domain/change/changeNote'
import { diffEvidence } from '@/domain/change/evidenceDiff'
import { diffTables } from '@/domain/change/rowChanges'
import { nextVersion, releaseOf, type ShapeChange } from '@/domain/change/releaseRule'
import { verdictChanges } from '@/domain/change/verdictChanges'
import { verdictOfTreatments } from '@/domain/comparability'
import { pairsOf } from '@/domain/compare/pairs'
import { selectableTreatments } from '@/domain/evidence'
import type { Tables } from '@/domain/tables'
import { evidenceWith, findingOf, realEvidence } from '../../../support/evidence'

const SAME: ShapeChange = { filesAdded: [], filesRemoved: [], columnsAdded: [], columnsRemoved: [] }
const HEAD = { title: 'Note', before: 'version 1', after: 'version 2' }
const LEAD = 'wu-2012-botulinum-f1'

function with16Events(tables: Tables): Partial<Tables> {
  const findings = tables.findings.map((row) =>
    row.id === LEAD ? { ...row, armEvents: 16, value: 72.73 } : row,
  )
  return { findings }
}
const without = (id: string) => (tables: Tables) => ({
  findings: tables.findings.filter((row) => row.id !== id),
  headlines: tables.headlines.filter((row) => row.findingId !== id),
})
const diffTo = (change: (tables: Tables) => Partial<Tables>) =>
  diffEvidence(realEvidence(), evidenceWith(change))

describe('diffEvidence', () => {
  it('finds nothing between the data and themselves', () => {
    const diff = diffTo(() => ({}))
    expect(diff).toEqual({ tables: [], numbers: [], verdicts: [], cautions: [] })
    expect(summaryOfDiff(diff)).toBe('Nothing changed.')
    expect(changeNote(diff, SAME, HEAD)).toContain('Nothing reads differently.')
    expect(releaseOf(diff, SAME)).toBe('none')
  })

  it('names a changed number cell by cell, and both places where it stands on screen', () => {
    const diff = diffTo(with16Events)
    expect(diff.tables).toEqual([
      expect.objectContaining({
        file: 'findings.csv',
        added: [],
        removed: [],
        reordered: false,
        changed: [
          {
            row: expect.objectContaining({ key: LEAD }) as unknown,
            cells: [
              { column: 'arm_events', before: '15', after: '16' },
              { column: 'value', before: '68.18', after: '72.73' },
            ],
          },
        ],
      }),
    ])
    expect(diff.numbers.map(({ place }) => place)).toEqual([
      'Leading benefit',
      'At least 50 percent less pain',
    ])
    expect(diff.numbers[1]).toMatchObject({
      name: 'Botulinum toxin type A',
      before: '68 of 100 · 47 to 84, from counts · 15 of 22',
      after: '73 of 100 · 52 to 87, from counts · 16 of 22',
    })
    expect(diff.verdicts).toEqual([])
    expect(releaseOf(diff, SAME)).toBe('minor')
  })

  it('tells a trailing zero that a source does or does not print', () => {
    const printed = realEvidence().findings.find((row) => row.value === 30)
    if (!printed) throw new RangeError('no finding of 30 in data/')
    const [change] = diffTables(
      { findings: [{ ...printed, pValue: '0.80' }] },
      { findings: [{ ...printed, pValue: '0.8' }] },
    )
    expect(change?.changed[0]?.cells).toEqual([{ column: 'p_value', before: '0.80', after: '0.8' }])
  })

  it('tells rows that came, went and moved, and never the words of a working note', () => {
    const [first, second, third] = realEvidence().outcomes
    if (!first || !second || !third) throw new RangeError('too few outcomes')
    const [change] = diffTables(
      { outcomes: [first, second] },
      { outcomes: [{ ...second, note: 'secret' }, first, third] },
    )
    expect(change).toMatchObject({ reordered: true, removed: [], added: [{ key: third.id }] })
    expect(change?.changed[0]?.cells[0]).toMatchObject({ column: 'note' })
    expect(JSON.stringify(change)).not.toContain('secret')
  })

  it('names the pairs that may stand side by side no more once their row is gone', () => {
    const diff = diffTo(without(LEAD))
    const told = diff.verdicts.filter(({ levelChanged }) => levelChanged)
    expect(told.map(({ names, before, after }) => [...names, before, after])).toEqual([
      ['Pregabalin', 'Botulinum toxin type A', 'side by side with care', 'not comparable'],
      ['Levetiracetam', 'Botulinum toxin type A', 'side by side with care', 'not comparable'],
    ])
    expect(diff.numbers.some(({ after }) => after.includes('of 100'))).toBe(true)
  })

  it('tells every verdict that changes, and no other, whatever the change', () => {
    const changes: readonly ((tables: Tables) => Partial<Tables>)[] = [
      without('wu-2012-botulinum-f1'),
      (tables) => ({ findings: tables.findings.filter((_, place) => place % 40 !== 7) }),
      (tables) => ({
        findings: tables.findings.map((row, place) =>
          place % 25 === 3 ? { ...row, definition: 'unspecified' } : row,
        ),
      }),
      (tables) => ({ populations: tables.populations.map((row) => ({ ...row, compatibleGroup: 'none' })) }),
    ]
    const before = realEvidence()
    const levelIn = (evidence: typeof before, one: string, other: string, outcome: string) => {
      const [a, b] = [evidence.treatmentById.get(one), evidence.treatmentById.get(other)]
      const asked = evidence.outcomeById.get(outcome)
      if (!a || !b || !asked) throw new RangeError(outcome)
      const verdict = verdictOfTreatments(a, b, asked, evidence)
      return verdict.kind === 'level' ? verdict.level : verdict.kind
    }
    const asked = before.outcomes.filter((_, place) => place % 9 === 0).map((row) => row.id)
    for (const change of changes) {
      const after = evidenceWith(change)
      const told = new Set(
        verdictChanges(before, after, diffTables(before, after)).map(
          ({ treatments, outcome }) => `${treatments.join(' ')} ${outcome}`,
        ),
      )
      for (const [one, other] of pairsOf(selectableTreatments(before)))
        for (const outcome of asked)
          if (levelIn(before, one.id, other.id, outcome) !== levelIn(after, one.id, other.id, outcome))
            expect(told).toContain(`${one.id} ${other.id} ${outcome}`)
    }
  }, 60_000)

  it('passes a caution on to the treatments that take it over', () => {
    const caution = realEvidence().cautions.find((row) => row.level === 'contraindicated')
    const diff = diffTo((tables) => ({ cautions: tables.cautions.filter((row) => row !== caution) }))
    expect(diff.cautions).toContainEqual(
      expect.objectContaining({
        treatment: caution?.treatment,
        factor: caution?.factor,
        before: 'Contraindicated',
        after: 'No caution recorded',
      }),
    )
  })

  it('tells a treatment that comes or goes by what leads it, once', () => {
    const diff = diffTo((tables) => ({
      treatments: tables.treatments.map((row) =>
        row.id === 'carbamazepine' ? { ...row, selectable: 'no' as const } : row,
      ),
    }))
    const told = diff.numbers.filter(({ treatment }) => treatment === 'carbamazepine')
    expect(told.map(({ place, after }) => [place, after])).toEqual([
      ['Leading benefit', 'Not among the treatments'],
      ['Leading harm', 'Not among the treatments'],
    ])
  })

  it('takes a second or two at most on the whole collection', () => {
    const start = performance.now()
    diffTo((tables) => ({ findings: tables.findings.map((row) => ({ ...row, locator: `${row.locator} ` })) }))
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('changeNote', () => {
  it('is Markdown in which no text of the data can do more than be read', () => {
    const diff = diffTo((tables) => ({
      glossary: [
        ...tables.glossary,
        { term: 'a`b', plainDefinition: '# <img src=x> [link](http://x) *bold*\n- item' },
      ],
    }))
    const note = changeNote(diff, SAME, HEAD)
    expect(note).toContain("- added `a'b`: \\# \\<img src=x\\> \\[link\\](http://x) \\*bold\\* - item")
  })

  it('tells files and columns that came or went', () => {
    const shape = { ...SAME, columnsRemoved: ['findings.csv: arm_n'], filesAdded: ['burdens.csv'] }
    const note = changeNote(
      diffTo(() => ({})),
      shape,
      HEAD,
    )
    expect(note).toContain('- column gone: findings.csv: arm_n')
    expect(note).toContain('- new file burdens.csv')
  })
})

describe('the rule for versions', () => {
  const gloss = (tables: Tables) => ({
    glossary: tables.glossary.map((row) => ({ ...row, plainDefinition: `${row.plainDefinition}.` })),
  })
  const relabel = (tables: Tables) => ({
    outcomes: tables.outcomes.map((row) => ({ ...row, plainLabel: `${row.plainLabel} ` })),
  })

  it('is patch for words, minor for facts and what is new, major for what is gone', () => {
    expect(releaseOf(diffTo(gloss), SAME)).toBe('patch')
    expect(releaseOf(diffTo(relabel), SAME)).toBe('patch')
    expect(
      releaseOf(
        diffTo((tables) => ({ ...gloss(tables), ...with16Events(tables) })),
        SAME,
      ),
    ).toBe('minor')
    expect(releaseOf(diffTo(gloss), { ...SAME, columnsAdded: ['a.csv: b'] })).toBe('minor')
    expect(releaseOf(diffTo(gloss), { ...SAME, columnsRemoved: ['a.csv: b'] })).toBe('major')
    expect(releaseOf(diffTo(gloss), { ...SAME, filesRemoved: ['a.csv'] })).toBe('major')
  })

  it('counts the words that stand in place of a number as a fact, and its own history not at all', () => {
    const words = diffTo((tables) => ({
      headlines: tables.headlines.map((row) => (row.words ? { ...row, words: `${row.words}!` } : row)),
    }))
    expect(releaseOf(words, SAME)).toBe('minor')
    expect(
      releaseOf(
        diffTo(() => ({ changes: [] })),
        SAME,
      ),
    ).toBe('none')
  })

  it.each([
    ['1.2.3', 'major', '2.0.0'],
    ['1.2.3', 'minor', '1.3.0'],
    ['1.2.3', 'patch', '1.2.4'],
    ['1.2.3', 'none', '1.2.3'],
  ] as const)('makes of %s by %s %s', (version, release, next) => {
    expect(nextVersion(version, release)).toBe(next)
  })

  it('refuses a version that it cannot count up', () => {
    expect(() => nextVersion('2026-11', 'minor')).toThrow(RangeError)
  })
})

it('rests on the row it says it rests on', () => expect(findingOf(LEAD).armEvents).toBe(15))
