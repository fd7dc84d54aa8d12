import { handoutOf } from '@/domain/handout/handoutPage'
import { wordsOfRow } from '@/domain/presentation/plainWords'
import { estimateOf } from '@/domain/estimate'
import { hundredPeople } from '@/domain/hundredPeople'
import { NO_PREFERENCES } from '@/domain/preferences/preferences'
import { cellsOf, type Showing } from '@/domain/presentation/shownOutcome'
import { describe, expect, test } from 'vitest'
import { findingOf, outcomeOf, realEvidence } from '../../../support/evidence'

const evidence = realEvidence()
const showing: Showing = {
  evidence,
  treatments: ['carbamazepine', 'mvd', 'srs'],
  lead: [],
  population: undefined,
  plain: wordsOfRow,
}
const OUTCOMES = ['facial-numbness', 'pain-free', 'recurrence']
const page = handoutOf(showing, OUTCOMES, NO_PREFERENCES)

describe('the page to take home', () => {
  test('names the options in plain words, in the order of the address', () => {
    expect(page.options.map(({ name }) => name)).toEqual([
      'Carbamazepine tablets',
      'Surgery to move a vessel off the nerve (MVD)',
      'Focused radiation (Gamma Knife, CyberKnife)',
    ])
  })

  test('has results before side effects, each in the order chosen', () => {
    expect(page.rows.map((row) => [row.outcome.id, row.side])).toEqual([
      ['pain-free', 'result'],
      ['recurrence', 'result'],
      ['facial-numbness', 'side-effect'],
    ])
  })

  test('prints the number that leads in Compare, or says why there is none: no cell is blank', () => {
    for (const row of page.rows) {
      const cells = cellsOf(outcomeOf(row.outcome.id), showing)
      row.cells.forEach(({ shown }, place) => {
        const lead = cells[place]?.lead
        const people = lead && hundredPeople(lead.estimate, evidence)
        if (people?.kind === 'people') expect(shown).toMatchObject({ kind: 'people', count: people.count })
        else expect(shown.kind).toBe('missing')
      })
    }
  })

  test('gives each number its source, and the caveat only in the plain words of its remarks', () => {
    const finding = findingOf('barker-1996-mvd-f3')
    expect(hundredPeople(estimateOf(finding, evidence), evidence)).toMatchObject({ count: 30 })
    const cell = page.rows.find((row) => row.outcome.id === 'recurrence')?.cells[1]
    expect(page.notes.find((note) => note.number === cell?.note)?.source).toBe('Barker 1996')
    expect(cell?.shown).toMatchObject({
      remarks: [
        'People were followed for different lengths of time',
        'Half of them were followed for more than 6 years',
      ],
    })
    expect(JSON.stringify(page)).not.toContain(finding.caveat)
  })

  test('prints no word of the curators in place of a number that may not stand', () => {
    const cell = page.rows[0]?.cells[1]
    expect(cell?.shown).toEqual({ kind: 'missing', why: 'may-not-stand' })
    const words = evidence.headlines.flatMap((row) => row.words ?? [])
    expect(words.filter((text) => JSON.stringify(page).includes(text))).toEqual([])
  })

  test('gives what was not found no note, and numbers the notes as they come', () => {
    expect(page.rows[2]?.cells[0]).toMatchObject({
      shown: { kind: 'missing', why: 'no-harm-figure' },
      note: undefined,
    })
    expect(page.notes.map(({ number }) => number)).toEqual(page.notes.map((_, index) => index + 1))
  })

  test('tells what was weighed, heaviest first, in plain words, and nothing that was not', () => {
    const preferences = {
      ...NO_PREFERENCES,
      criteria: ['blood-tests', 'facial-numbness', 'pain-free'],
      weights: new Map([
        ['blood-tests', 20],
        ['facial-numbness', 80],
      ]),
    }
    expect(handoutOf(showing, OUTCOMES, preferences).mattered).toEqual([
      { words: 'Numbness in the face', weight: 80 },
      { words: 'Blood tests', weight: 20 },
    ])
    expect(page.mattered).toEqual([])
  })

  test('gives no weight where things were only put in order', () => {
    const preferences = {
      ...NO_PREFERENCES,
      by: 'order' as const,
      criteria: ['pain-free'],
      order: ['pain-free'],
    }
    expect(handoutOf(showing, OUTCOMES, preferences).mattered).toEqual([
      { words: 'No pain at all, with or without tablets', weight: undefined },
    ])
  })
})
