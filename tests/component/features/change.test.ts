import { diffFolders, type FolderReading } from '@/data/diffFolders'
import { SHOWN_COLUMNS } from '@/data/exportRecords'
import { originOf, shownAsCsv, shownAsJson } from '@/data/exportShown'
import { restoreFormula } from '@/data/exportTable'
import { outcomesToShow } from '@/domain/compare/outcomeRows'
import type { Evidence } from '@/domain/evidence'
import { listRows } from '@/domain/explore/listRow'
import { sectionsBy } from '@/domain/explore/order'
import { selectableTreatments } from '@/domain/evidence'
import BeforeAfter from '@/features/change/BeforeAfter.vue'
import DiffResult from '@/features/change/DiffResult.vue'
import { comparisonRecords } from '@/features/compare/comparisonRecords'
import { buildSection, sectionHeads } from '@/features/compare/sections'
import { listItems } from '@/features/explore/listItems'
import { listRecords } from '@/features/explore/listRecords'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { evidenceWith, realEvidence, treatmentOf } from '../../support/evidence'

const evidence = realEvidence()
const ORIGIN = originOf('Explore', 'http://localhost/?sort=name', undefined)

function listOf(shown: readonly string[]) {
  const items = listItems({
    sections: sectionsBy('name', selectableTreatments(evidence), evidence),
    rows: listRows(evidence),
    shown: new Set(shown),
    ticked: [],
    search: undefined,
    numberCells: new Map(),
  })
  return listRecords(items, new Set(shown), undefined, evidence)
}

function tableOf(ids: readonly string[], differencesOnly = false) {
  const treatments = ids.map(treatmentOf)
  const outcomes = outcomesToShow([], ids, evidence)
  const comparison = {
    treatments,
    outcomes,
    lead: [],
    population: undefined,
    patient: [],
    judged: false,
    complete: true,
    evidence,
  }
  const sections = sectionHeads(outcomes).map((head) => buildSection(head, comparison))
  return comparisonRecords(sections, treatments, differencesOnly, evidence)
}

describe('the list as a file', () => {
  it('holds the treatments that are left, each number with interval, certainty, row and source', () => {
    const records = listOf(['botulinum-toxin-a', 'tens'])
    expect(new Set(records.map(({ treatment_id }) => treatment_id))).toEqual(
      new Set(['botulinum-toxin-a', 'tens']),
    )
    expect(records.find(({ place }) => place === 'Leading benefit')).toMatchObject({
      treatment: 'Botulinum toxin type A',
      kind: 'number',
      shown: '68 of 100',
      value: 68.18,
      interval_level: 95,
      interval_origin: 'worked out from counts',
      interval_shown: '47 to 84 Wilson interval, worked out here from the counts',
      events: 15,
      events_origin: 'reported',
      patients: 22,
      certainty: 'Low certainty',
      finding_id: 'wu-2012-botulinum-f1',
      source_ids: 'wu-2012-botulinum',
    })
    const words = records.find(
      ({ treatment_id, place }) => treatment_id === 'tens' && place === 'Leading benefit',
    )
    expect(words).toMatchObject({ kind: 'words', value: undefined })
    expect(words?.source_ids).toMatch(/./)
    expect(records.some(({ place, source_ids }) => place === 'Guidelines' && source_ids !== '')).toBe(true)
  })

  it('says what is missing in words, and never by a number', () => {
    const all = listOf(selectableTreatments(evidence).map(({ id }) => id))
    const missing = all.filter(({ kind }) => kind === 'missing')
    expect(missing.length).toBeGreaterThan(0)
    for (const record of missing) {
      expect(record.shown).toMatch(/\.$/)
      expect([record.value, record.events, record.interval_low]).toEqual([undefined, undefined, undefined])
    }
  })
})

describe('the comparison as a file', () => {
  it('holds numbers, guidelines, facts, cautions and sources of each column, in the words of the screen', () => {
    const records = tableOf(['mvd', 'srs'])
    const places = records.map(({ place }) => place)
    for (const part of ['Guideline: ', 'Caution: ', 'Sources', 'Route', 'Pain free without medicine'])
      expect(
        places.some((place) => place.startsWith(part)),
        part,
      ).toBe(true)
    expect(
      records.some(({ shown }) => shown === 'No caution recorded here (this is not proof of safety).'),
    ).toBe(true)
    for (const record of records.filter(({ kind }) => kind === 'number')) {
      const finding = evidence.findingById.get(record.finding_id ?? '')
      expect(record.source_ids).toBe(finding?.source)
      if (finding?.value !== undefined) expect(record.value).toBe(finding.value)
    }
  })

  it('leaves out what is hidden because all columns agree', () => {
    expect(tableOf(['mvd', 'srs'], true).length).toBeLessThan(tableOf(['mvd', 'srs']).length)
  })

  it('leaves out what is said for the patient in the room', () => {
    const treatments = ['mvd', 'srs'].map(treatmentOf)
    const rows = [
      { kind: 'patient' as const, id: 'patient-cautions', cells: [undefined, undefined], same: false },
    ]
    const section = { id: 'patient', title: 'For this patient', loading: undefined, rows }
    expect(comparisonRecords([section], treatments, false, evidence)).toEqual([])
  })
})

describe('the file', () => {
  const records = tableOf(['mvd', 'srs'])

  it('reads back as CSV with the version and the address in each line', () => {
    const { data } = Papa.parse<string[]>(shownAsCsv(records, ORIGIN), { skipEmptyLines: true })
    const [header = [], ...lines] = data.map((line) => line.map(restoreFormula))
    expect(header).toEqual([...SHOWN_COLUMNS, 'data_version', 'data_date', 'address'])
    expect(lines).toHaveLength(records.length)
    expect(lines[0]?.slice(-3)).toEqual(['not stated', 'not stated', 'http://localhost/?sort=name'])
    const at = header.indexOf('value')
    expect(lines.map((line) => line[at])).toEqual(records.map(({ value }) => String(value ?? '')))
  })

  it('reads back as JSON, null where nothing is', () => {
    const read = JSON.parse(shownAsJson(records, ORIGIN)) as {
      page: string
      cells: Record<string, unknown>[]
    }
    expect(read.page).toBe('Explore')
    expect(read.cells).toHaveLength(records.length)
    expect(Object.keys(read.cells[0] ?? {})).toEqual([...SHOWN_COLUMNS])
    expect(read.cells.some((cell) => cell.value === null)).toBe(true)
  })
})

describe('DiffResult', () => {
  const folder = (of: Evidence): FolderReading => ({
    evidence: of,
    problems: [],
    info: undefined,
    headers: new Map(),
  })
  const changed = evidenceWith((tables) => ({
    findings: tables.findings.filter((row) => row.id !== 'wu-2012-botulinum-f1'),
    headlines: tables.headlines.filter((row) => row.findingId !== 'wu-2012-botulinum-f1'),
  }))
  const draw = (after: Evidence) =>
    mount(DiffResult, {
      props: {
        diff: diffFolders(folder(evidence), folder(after)),
        name: 'mine',
        versions: { shipped: 'version 1.0.0', chosen: 'version 1.1.0' },
        chosenIsOlder: false,
      },
      global: { plugins: [createPinia()] },
    })

  it('tells what reads differently on screen first, then the rows, and which version comes next', () => {
    const words = draw(changed).text().replaceAll(/\s+/g, ' ')
    expect(words).toContain('2 rows removed in 2 tables.')
    expect(words).toContain('by rule the second number of the version goes up')
    expect(words).toContain('Before: the data on the server, version 1.0.0. After: “mine”, version 1.1.0.')
    expect(words.indexOf('68 of 100')).toBeLessThan(words.indexOf('findings.csv'))
    expect(words).toMatch(/Pregabalin and Botulinum toxin type A.*side by side with care.*not comparable/)
  })

  it('says that nothing differs, and offers no note of nothing', () => {
    const result = draw(evidence)
    expect(result.text()).toContain('No difference.')
    expect(result.text()).not.toContain('release note')
  })

  it('turns the two round when asked', async () => {
    const result = draw(changed)
    const swap = result.findAll('button').find((button) => button.text() === 'Swap the two')
    await swap?.trigger('click')
    expect(result.emitted('update:chosenIsOlder')).toEqual([[true]])
  })
})

it('a long list is cut, with a way to the rest', async () => {
  const rows = Array.from({ length: 60 }, (_, place) => ({
    head: `Row ${place}`,
    what: 'x',
    before: '',
    after: '1',
  }))
  const list = mount(BeforeAfter, { props: { title: 'Numbers', head: 'Treatment', what: 'Where', rows } })
  expect(list.findAll('tbody tr')).toHaveLength(40)
  expect(list.text()).toContain('empty')
  await list.get('button').trigger('click')
  expect(list.findAll('tbody tr')).toHaveLength(60)
})
