import type { Problem } from '@/domain/problem'
import DataProblemsBar from '@/features/datacheck/DataProblemsBar.vue'
import { problemPlace, problemsByFile, problemSummary } from '@/features/datacheck/problemWords'
import ProblemTable from '@/features/datacheck/ProblemTable.vue'
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

  it('say where to look, and gather by file', () => {
    expect(problemPlace(cell)).toBe('line 3, column value')
    expect(problemPlace(file)).toBe('')
    expect(problemsByFile([cell, file, sense])).toEqual([
      ['cautions.csv', [file]],
      ['findings.csv', [cell, sense]],
    ])
  })
})

it('lists what is to be mended before what only follows from it', () => {
  const echo: Problem = { ...cell, line: 2, cause: { file: 'treatments.csv', line: 3 } }
  const elsewhere: Problem = { ...echo, file: 'headlines.csv' }
  const later: Problem = { ...cell, file: 'treatments.csv' }
  expect(problemsByFile([elsewhere, echo, later, cell])).toEqual([
    ['findings.csv', [cell, echo]],
    ['treatments.csv', [later]],
    ['headlines.csv', [elsewhere]],
  ])
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

describe('ProblemTable', () => {
  it('tells a curator where, what and how to mend it, with the cell as it stands', () => {
    const table = mount(ProblemTable, { props: { file: 'findings.csv', problems: [cell, sense] } })
    const rows = table.findAll('tbody tr').map((row) => row.findAll('td').map((data) => data.text()))
    expect(rows).toEqual([
      ['line 3, column value', '53%', 'This is not a number.', 'Write 53.', 'left out'],
      ['line 3, column arm_n', 'empty', 'This is not a number.', 'Write 53.', 'kept'],
    ])
  })
})
