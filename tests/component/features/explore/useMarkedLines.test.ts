import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, shallowRef, useTemplateRef } from 'vue'
import type { ListItem } from '@/features/explore/listItems'
import { useMarkedLines } from '@/features/explore/useMarkedLines'
import type { PlacedLine } from '@/features/explore/useLateMoves'

const row = (id: string, shown: boolean): ListItem => ({
  kind: 'row',
  key: id,
  row: { id } as never,
  shown,
  place: -1,
  match: undefined,
  numberCell: undefined,
})
const heading = (count: number): ListItem => ({
  kind: 'heading',
  key: 'heading',
  heading: 'First line',
  count,
})
const line = (item: ListItem, order?: number): PlacedLine => ({ item, order })

function draw(lines: readonly PlacedLine[]) {
  const drawn = shallowRef(lines)
  let renders = 0
  const list = mount(
    defineComponent(() => {
      const element = useTemplateRef<HTMLElement>('element')
      useMarkedLines(element, drawn)
      const keys = lines.map(({ item }) => item.key)
      return () => {
        renders += 1
        return h(
          'div',
          { ref: 'element' },
          keys.map((key) => h('p', { key, class: 'line' })),
        )
      }
    }),
  )
  const look = () =>
    [...list.element.children].map((child) => [child.className, (child as HTMLElement).style.order])
  return { drawn, look, renders: () => renders }
}

describe('the lines of the list', () => {
  it('are marked as out, and headings without rows with them, and come back', async () => {
    const { drawn, look, renders } = draw([line(heading(1)), line(row('a', true)), line(row('b', false))])
    await nextTick()
    expect(look()).toEqual([
      ['line', ''],
      ['line', ''],
      ['line out', ''],
    ])
    drawn.value = [line(heading(0)), line(row('a', false)), line(row('b', true))]
    await nextTick()
    expect(look().map(([name]) => name)).toEqual(['line out', 'line out', 'line'])
    expect(renders()).toBe(1)
  })

  it('stand where another order shows them until they have moved', async () => {
    const { drawn, look } = draw([line(row('a', true)), line(row('b', true))])
    drawn.value = [line(row('a', true), 1), line(row('b', true), 0)]
    await nextTick()
    expect(look().map(([, order]) => order)).toEqual(['1', '0'])
    drawn.value = [line(row('a', true)), line(row('b', true))]
    await nextTick()
    expect(look().map(([, order]) => order)).toEqual(['', ''])
  })
})
