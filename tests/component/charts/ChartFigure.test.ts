import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import ChartFigure from '@/charts/ChartFigure.vue'
import { twinRowText, type TableTwin } from '@/charts/pictureModel'
import type { Scene } from '@/charts/scene'

const twin: TableTwin = {
  caption: 'Pain free',
  columns: ['Treatment', 'Result', 'Range'],
  rows: [
    ['One', '68 of 100', '47 to 84'],
    ['Two', 'Nothing found.', ''],
    ['Three', '12 of 100', 'Range not reported.'],
  ],
  rowFindingIds: ['f1', undefined, 'f3'],
}

const layout = (width: number): Scene => ({
  width,
  height: 60,
  items: [{ kind: 'text', x: 0, y: 10, text: '68 of 100' }],
  marks: [0, 1, 2].map((row) => ({ row, x: 0, y: 20 * row, width: 50, height: 20 })),
})

const figure = (drawn = true) =>
  mount(ChartFigure, {
    attachTo: document.body,
    props: {
      title: 'Pain free',
      reading: 'One helps 68 of 100.',
      twin,
      layout: drawn ? layout : undefined,
      notes: ['Separate studies: may not be comparable.'],
      fileName: 'pain-free',
    },
  })

describe('ChartFigure', () => {
  it('has its title, its sentence, its notes and the table in the document, though the table is folded', () => {
    const wrapper = figure()
    expect(wrapper.get('figure').attributes('aria-labelledby')).toBe(wrapper.get('h3').attributes('id'))
    expect(wrapper.get('.reading').text()).toBe('One helps 68 of 100.')
    expect(wrapper.get('.notes').text()).toContain('Separate studies')
    expect(
      wrapper.findAll('tbody tr').map((row) => row.findAll('th, td').map((cell) => cell.text())),
    ).toEqual([
      ['One', 'Open the source of: 68 of 100', '47 to 84'],
      ['Two', 'Nothing found.', ''],
      ['Three', 'Open the source of: 12 of 100', 'Range not reported.'],
    ])
  })

  it('opens the finding behind a number of the table, and has no button where there is none', async () => {
    const wrapper = figure()
    const buttons = wrapper.findAll('tbody button')
    expect(buttons).toHaveLength(2)
    await buttons[1]?.trigger('click')
    expect(wrapper.emitted('open')).toEqual([['f3']])
  })

  it('lets arrow keys move over the marks, of which Tab reaches one, and Enter open the source', async () => {
    const wrapper = figure()
    const marks = wrapper.findAll('.mark-list button')
    expect(marks.map((mark) => mark.attributes('aria-label'))).toEqual([
      twinRowText(twin, 0),
      twinRowText(twin, 2),
    ])
    expect(marks.map((mark) => mark.attributes('tabindex'))).toEqual(['0', '-1'])
    await marks[0]?.trigger('keydown', { key: 'ArrowRight' })
    expect(marks.map((mark) => mark.attributes('tabindex'))).toEqual(['-1', '0'])
    expect(document.activeElement).toBe(marks[1]?.element)
    await marks[1]?.trigger('keydown', { key: 'ArrowRight' })
    expect(document.activeElement).toBe(marks[1]?.element)
    await marks[1]?.trigger('click')
    expect(wrapper.emitted('open')).toEqual([['f3']])
  })

  it('says in words what the mark in focus says', async () => {
    const wrapper = figure()
    await wrapper.findAll('.mark-list button')[0]?.trigger('focus')
    expect(wrapper.get('.pointed').text()).toBe('One: Result 68 of 100; Range 47 to 84')
  })

  it('hands the table over to be saved', async () => {
    const wrapper = figure()
    const csv = wrapper.findAll('.exports button').find((button) => button.text() === 'CSV')
    await csv?.trigger('click')
    expect(wrapper.emitted('saveTable')).toEqual([[twin]])
  })

  it('keeps the sentence and the table where there is nothing to draw', () => {
    const wrapper = figure(false)
    expect(wrapper.find('svg.scene').exists()).toBe(false)
    expect(wrapper.findAll('tbody tr')).toHaveLength(3)
    expect(wrapper.findAll('.exports button').map((button) => button.text())).toEqual(['CSV'])
  })
})
