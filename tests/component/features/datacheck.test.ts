import type { ReportEntry } from '@/data/checkEvidence'
import type { Problem } from '@/domain/problem'
import DataProblemsBar from '@/features/datacheck/DataProblemsBar.vue'
import { problemSummary } from '@/features/datacheck/problemWords'
import ReportList from '@/features/datacheck/ReportList.vue'
import { entryCells, reportSummary } from '@/features/datacheck/reportWords'
import { mount, RouterLinkStub } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'

const cell: Problem = {
  type: 'cell/type',
  file: 'findings.csv',
  line: 3,
  column: 'value',
  cell: '53%',
  message: 'This is not a number.',
  mending: 'Write 53.',
  rowLeftOut: true,
}
const sense: Problem = { ...cell, type: 'row/sense', column: 'arm_n', cell: '', rowLeftOut: false }
const file: Problem = {
  type: 'file/missing',
  file: 'cautions.csv',
  message: 'The table could not be fetched.',
  mending: 'Put it into the folder.',
  rowLeftOut: false,
}

describe('the words for data problems', () => {
  it('count a row once, however much is wrong in it', () => {
    expect(problemSummary([cell, { ...cell, column: 'ci_low' }])).toBe(
      '1 row of the data left out, because something in it is wrong.',
    )
    expect(problemSummary([cell, { ...cell, line: 4 }])).toBe(
      '2 rows of the data left out, because something in them is wrong.',
    )
  })

  it('name a file that could not be read, and keep apart what was only noticed', () => {
    expect(problemSummary([file, sense])).toBe(
      'Could not be read: cautions.csv. What it holds is missing here. 1 thing in the data to look at.',
    )
  })
})

describe('DataProblemsBar', () => {
  const draw = (problems: readonly Problem[]) =>
    mount(DataProblemsBar, {
      props: { problems, list: '/data-check' },
      global: { stubs: { RouterLink: RouterLinkStub } },
    })

  it('is not there while nothing is wrong', () => {
    expect(draw([]).find('.notice-bar').exists()).toBe(false)
  })

  it('says what is wrong and leads to the list', () => {
    const bar = draw([cell])
    expect(bar.text()).toContain('1 row of the data left out')
    expect(bar.findComponent(RouterLinkStub).props('to')).toBe('/data-check')
    expect(bar.find('.fault').exists()).toBe(false)
    expect(draw([file]).find('.fault').exists()).toBe(true)
  })
})

const entry: ReportEntry = {
  rule: 'share/events',
  severity: 'error',
  file: 'findings.csv',
  line: 3,
  row: 'smith-2020-f1',
  column: 'value',
  cell: '53',
  message: '5 of 10 is 50 percent, and the row says 53.',
  mending: 'Compare the row with its source.',
  also: [],
}
const known: ReportEntry = { ...entry, line: 4, accepted: 'The page prints 53.' }
const advice: ReportEntry = { ...entry, severity: 'advice', file: 'cautions.csv', cell: '' }

describe('the words of the report', () => {
  it('count by degree, and what is accepted apart', () => {
    expect(reportSummary([])).toBe('Nothing is wrong in the data, as far as the rules can tell.')
    expect(reportSummary([entry, known, advice])).toBe(
      'Found: 1 error, 1 piece of advice. 1 thing is known and accepted.',
    )
    expect(reportSummary([known, known])).toContain('2 things are known and accepted.')
  })

  it('give every part of an entry a cell of the exported table', () => {
    expect(entryCells(known)).toEqual([
      'error',
      'share/events',
      'findings.csv',
      '4',
      'smith-2020-f1',
      'value',
      '53',
      '5 of 10 is 50 percent, and the row says 53.',
      'Compare the row with its source.',
      'The page prints 53.',
    ])
  })
})

describe('ReportList', () => {
  it('tells degree, place, cell and mending by file, and the reason in place of the mending where accepted', () => {
    const list = mount(ReportList, { props: { entries: [entry, known, advice] } })
    expect(list.findAll('h2').map((head) => head.text())).toEqual(['findings.csv 2', 'cautions.csv 1'])
    const [first, second, third] = list.findAll('li').map((item) => item.text())
    for (const part of ['Error', entry.message, entry.mending, 'line 3, column value', 'smith-2020-f1', '53'])
      expect(first).toContain(part)
    expect(second).toContain('Accepted')
    expect(second).toContain('The page prints 53.')
    expect(second).not.toContain(entry.mending)
    expect(third).toContain('empty')
  })
})
