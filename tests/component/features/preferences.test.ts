import OrderList from '@/features/preferences/OrderList.vue'
import WeightSliders from '@/features/preferences/WeightSliders.vue'
import { criterionOf } from '@/domain/preferences/criteria'
import { useEvidenceStore } from '@/stores/evidence'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { realEvidence } from '../../support/evidence'

const picked = ['pain-free', 'facial-numbness', 'open-surgery'].flatMap(
  (id) => criterionOf(id, realEvidence()) ?? [],
)

beforeEach(() => {
  setActivePinia(createPinia())
  void useEvidenceStore()
})

describe('the sliders', () => {
  it('say of an untouched one that it is not weighed, and no number', () => {
    const sliders = mount(WeightSliders, { props: { picked, weights: new Map([['pain-free', 70]]) } })
    const [first, second] = sliders.findAll('input')
    expect(first?.attributes('aria-valuetext')).toBe('70 of 100')
    expect(second?.attributes('aria-valuetext')).toBe('not weighed yet')
    expect(sliders.findAll('li')[1]?.text()).not.toMatch(/\d/)
  })

  it('take a digit as tens, Space as where they stand, and Delete as not weighed', async () => {
    const sliders = mount(WeightSliders, { props: { picked, weights: new Map() } })
    const slider = sliders.findAll('input')[1]
    await slider?.trigger('keydown', { key: '8' })
    await slider?.trigger('keydown', { key: ' ' })
    await slider?.trigger('keydown', { key: 'Delete' })
    expect(sliders.emitted('weigh')).toEqual([
      ['facial-numbness', 80],
      ['facial-numbness', 50],
      ['facial-numbness', undefined],
    ])
  })
})

describe('the order', () => {
  it('moves a line with the arrow keys and says where it went', async () => {
    const list = mount(OrderList, { props: { picked, order: ['pain-free', 'facial-numbness'] } })
    await list.findAll('.handle')[1]?.trigger('keydown', { key: 'ArrowUp' })
    expect(list.emitted('place')).toEqual([['facial-numbness', 0]])
    expect(list.get('[role=status]').text()).toBe('Numbness in the face: place 1 of 2')
    await list.findAll('.handle')[0]?.trigger('keydown', { key: 'ArrowUp' })
    expect(list.emitted('place')).toHaveLength(1)
  })

  it('lists what was not placed apart, and puts it at the end when asked', async () => {
    const list = mount(OrderList, { props: { picked, order: ['pain-free', 'facial-numbness'] } })
    await list.get('ul button').trigger('click')
    expect(list.emitted('place')).toEqual([['open-surgery', 2]])
  })
})
