import { describe, expect, test } from 'vitest'
import { listRows } from '@/domain/explore/listRow'
import { evidenceWith, readTables, realEvidence } from '../../../support/evidence'
import { FIRST_TABLES } from '@/domain/tables'
import { indexEvidence } from '@/domain/evidence'

const rows = listRows(realEvidence())

describe('a treatment in the list', () => {
  test('all treatments that can be picked have a row', () => {
    expect(rows.size).toBe(80)
  })

  test('a number leads with its definition and time, and a name that says it all needs no definition', () => {
    expect(rows.get('botulinum-toxin-a')?.benefit).toMatchObject({
      kind: 'number',
      definition: 'At least 50% less pain',
      text: { whole: '68 of 100', interval: '47 to 84', time: '12 weeks' },
    })
    expect(rows.get('botulinum-toxin-a')?.harm).toMatchObject({ kind: 'number', definition: undefined })
  })

  test('words stand in place of a number that may not lead, and say whose patients they are about', () => {
    expect(rows.get('cbt')?.benefit).toMatchObject({
      kind: 'words',
      words: 'No TN trial; in other chronic pain the difference was gone at follow-up',
      indirect: expect.stringMatching(/^Measured in other patients: /),
    })
  })

  test('what is missing is a phrase, and the two kinds of missing differ', () => {
    expect(rows.get('morphine')?.harm).toEqual({
      kind: 'missing',
      phrase: 'No harm figure here (this is not proof of safety).',
    })
    const none = evidenceWith(() => ({ findings: [], headlines: [] }))
    expect(listRows(none).get('mvd')?.benefit).toEqual({
      kind: 'missing',
      phrase: 'Nothing found in trigeminal neuralgia.',
    })
    const onlyUnusable = evidenceWith(() => ({ headlines: [] }))
    expect(listRows(onlyUnusable).get('mvd')?.benefit).toEqual({
      kind: 'missing',
      phrase: 'A figure exists but may not stand beside others.',
    })
  })

  test('no ratio and no number needed to treat ever leads', () => {
    for (const { benefit, harm } of rows.values())
      for (const cell of [benefit, harm])
        if (cell.kind === 'number') expect(['ratio', 'number-needed']).not.toContain(cell.estimate.family)
  })

  test('working notes appear nowhere', () => {
    const notes = realEvidence().treatments.flatMap((treatment) => treatment.note ?? [])
    const texts = JSON.stringify(
      [...rows.values()].map(({ benefit, harm, ...row }) => ({
        ...row,
        guidelines: row.guidelines.map((line) => line.stance),
        benefit: 'text' in benefit ? benefit.text : benefit,
        harm: 'text' in harm ? harm.text : harm,
      })),
    )
    expect(notes.length).toBeGreaterThan(0)
    expect(notes.filter((note) => texts.includes(note))).toEqual([])
  })

  test('the tables that arrive first make the same list as all tables', () => {
    const tables = readTables()
    const first = indexEvidence(Object.fromEntries(FIRST_TABLES.map((name) => [name, tables[name]])))
    const early = listRows(first)
    const later = listRows(realEvidence(), early)
    const changed = [...later].filter(([id, row]) => early.get(id) !== row).map(([id]) => id)
    expect(changed).toEqual([])
  })
})
