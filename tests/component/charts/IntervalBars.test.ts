import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import IntervalBars from '@/charts/IntervalBars.vue'
import { cellTwin } from '@/charts/cellTwin'
import { MEDICINES, pictureOf } from '../../unit/charts/realPicture'

function bars(outcome = 'withdrawal-adverse') {
  const { row, sets, columns } = pictureOf(outcome, MEDICINES)
  const wrapper = mount(IntervalBars, {
    attachTo: document.body,
    props: { row, sets, columns, credit: undefined },
  })
  return { wrapper, twin: cellTwin(row.outcome, row.cells, columns) }
}

async function untilDrawn(found: () => boolean) {
  await vi.waitFor(async () => {
    await flushPromises()
    expect(found()).toBe(true)
  })
}

afterEach(() => {
  vi.doUnmock('@/charts/intervalBarsChart')
  vi.restoreAllMocks()
})

describe('IntervalBars', () => {
  it('says so and draws without a canvas where the browser bars it, with the table as ever', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    const { wrapper, twin } = bars()
    await untilDrawn(() => wrapper.text().includes('This browser bars the canvas'))
    expect(wrapper.find('canvas').exists()).toBe(false)
    expect(wrapper.findAll('tbody tr')).toHaveLength(twin.rows.length)
    // Three bars, beside the swatch of the legend.
    expect(wrapper.findAll('svg.scene rect[fill*="treatment-"]')).toHaveLength(3)
  })

  it('says so where the chart cannot be loaded, and keeps sentence and table', async () => {
    vi.doMock('@/charts/intervalBarsChart', () => {
      throw new Error('offline')
    })
    const { wrapper, twin } = bars()
    await untilDrawn(() => wrapper.text().includes('The chart could not be loaded'))
    expect(wrapper.get('.reading').text()).toContain('Carbamazepine 30 of 100 (23 to 37)')
    expect(wrapper.findAll('tbody tr')).toHaveLength(twin.rows.length)
  })

  it('describes every mark by its row of the table', () => {
    const { wrapper } = bars('pain-free')
    const labels = wrapper.findAll('.mark-list button').map((mark) => mark.attributes('aria-label'))
    expect(labels).toHaveLength(2)
    expect(labels[0]).toMatch(
      /^Carbamazepine: Result 32 of 100; Range 15 to 54 \(.*\); Patients counted 6 of 19; /,
    )
  })
})
