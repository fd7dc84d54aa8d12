import { TREATMENT_MARKS } from '@/domain/palette'
import { CERTAINTIES } from '@/domain/vocabulary'
import BaseButton from '@/ui/BaseButton.vue'
import CertaintyMark from '@/ui/CertaintyMark.vue'
import DisclosurePanel from '@/ui/DisclosurePanel.vue'
import EmptyNotice from '@/ui/EmptyNotice.vue'
import FilterGroup, { type ChosenChange } from '@/ui/FilterGroup.vue'
import LoadingNotice from '@/ui/LoadingNotice.vue'
import MissingPhrase from '@/ui/MissingPhrase.vue'
import NoticeBar from '@/ui/NoticeBar.vue'
import ResultMark from '@/ui/ResultMark.vue'
import SearchField from '@/ui/SearchField.vue'
import SourceLink from '@/ui/SourceLink.vue'
import TreatmentMark from '@/ui/TreatmentMark.vue'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'

describe('CertaintyMark', () => {
  it.each(CERTAINTIES.map((certainty, index) => [certainty, 4 - index] as const))(
    'fills squares for %s certainty: %i of 4, with the words beside them',
    (certainty, filled) => {
      const mark = mount(CertaintyMark, { props: { certainty, words: 'Some certainty' } })
      expect(mark.classes()).toContain(`filled-${filled}`)
      expect(mark.attributes('aria-label')).toBe('Some certainty')
      expect(mark.attributes('data-words')).toBe('Some certainty')
    },
  )

  it('says in words that nobody graded it, without squares that would look like the lowest grade', () => {
    const mark = mount(CertaintyMark, { props: { certainty: undefined, words: 'Certainty not graded' } })
    expect(mark.classes()).not.toContain('certainty-mark')
    expect(mark.text()).toBe('Certainty not graded')
  })
})

describe('ResultMark', () => {
  const draw = (controlled: boolean, direct: boolean) => mount(ResultMark, { props: { controlled, direct } })

  it('draws four kinds of results in four ways', () => {
    const drawings = [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ].map(([controlled, direct]) =>
      draw(controlled ?? false, direct ?? false)
        .classes()
        .join(),
    )
    expect(new Set(drawings).size).toBe(4)
  })

  it('is filled for a controlled result and an outline for a single arm', () => {
    expect(draw(true, true).classes()).toContain('controlled')
    expect(draw(false, true).classes()).not.toContain('controlled')
  })

  it('has a dashed edge and says so when other patients were measured', () => {
    expect(draw(true, false).classes()).toContain('indirect')
    expect(draw(true, false).attributes('aria-label')).toContain('measured in other patients')
    expect(draw(true, true).classes()).not.toContain('indirect')
  })

  it('speaks the words of the data where they are given', () => {
    const mark = mount(ResultMark, { props: { controlled: false, direct: true, words: 'Single-arm series' } })
    expect(mark.attributes('aria-label')).toBe('Single-arm series')
  })
})

describe('TreatmentMark', () => {
  it('draws each column in a shape and a colour of its own', () => {
    const marks = TREATMENT_MARKS.map((_, place) => mount(TreatmentMark, { props: { place } }))
    expect(new Set(marks.map((mark) => mark.find('svg > *').html())).size).toBe(TREATMENT_MARKS.length)
    expect(marks.map((mark) => mark.attributes('style'))).toEqual(
      TREATMENT_MARKS.map((_, place) => `color: var(--treatment-${place + 1});`),
    )
  })
})

describe('FilterGroup', () => {
  const choices = [
    { id: 'a', label: 'First', count: 3 },
    { id: 'b', label: 'Second', count: 0 },
    { id: 'c', label: 'Third', count: 12 },
  ]
  const draw = (chosen: readonly string[]) =>
    mount(FilterGroup, { props: { label: 'Line', choices, chosen } })
  /** What each change makes of what is chosen by then. */
  const chosenFrom = (group: ReturnType<typeof draw>, now: readonly string[]) =>
    (group.emitted<[ChosenChange]>('change') ?? []).map(([change]) => change(now))

  it('names its checkboxes with their label and count', () => {
    const group = draw(['c'])
    expect(group.find('legend').text()).toBe('Line')
    expect(group.findAll('label').map((label) => label.text())).toEqual(['First3', 'Second0', 'Third12'])
    expect(group.findAll('input').map((box) => box.element.checked)).toEqual([false, false, true])
  })

  it('answers in the order of the menu, whatever was ticked first', async () => {
    const group = draw(['c'])
    await group.findAll('input')[0]?.trigger('change')
    expect(chosenFrom(group, ['c'])).toEqual([['a', 'c']])
  })

  it('adds to what was chosen by then, when a second click comes before the first is drawn', async () => {
    const group = draw([])
    await group.findAll('input')[0]?.trigger('change')
    expect(chosenFrom(group, ['b'])).toEqual([['a', 'b']])
  })

  it('unticks, and clears', async () => {
    const group = draw(['a', 'c'])
    await group.findAll('input')[0]?.trigger('change')
    await group.find('button.clear').trigger('click')
    expect(chosenFrom(group, ['a', 'c'])).toEqual([['c'], []])
  })

  it('says how many are chosen when it is closed', () => {
    expect(draw(['a', 'c']).find('summary').text()).toBe('Line2 chosen')
    expect(draw([]).find('summary').text()).toBe('Line')
  })
})

describe('SearchField', () => {
  it('has a label and gives each change', async () => {
    const field = mount(SearchField, { props: { label: 'Search treatments', value: '' } })
    const input = field.find('input')
    expect(field.find('label').attributes('for')).toBe(input.attributes('id'))
    await input.setValue('teg')
    expect(field.emitted('change')).toEqual([['teg']])
  })

  it('is cleared by its button, and by Escape, which then closes nothing else', async () => {
    let escaped = 0
    const field = mount(
      { components: { SearchField }, template: '<div><SearchField label="Search" value="teg" /></div>' },
      { attachTo: document.body },
    )
    field.element.addEventListener('keydown', () => (escaped += 1))
    const search = field.findComponent(SearchField)
    await search.find('input').trigger('keydown', { key: 'Escape' })
    await search.find('button').trigger('click')
    expect(search.emitted('change')).toEqual([[''], ['']])
    expect(escaped).toBe(0)
    field.unmount()
  })
})

describe('SourceLink', () => {
  it('asks to open its finding and says so to a screen reader', async () => {
    const link = mount(SourceLink, {
      props: { finding: 'f1', label: 'Microvascular decompression' },
      slots: { default: '68 of 100' },
    })
    expect(link.text()).toBe('68 of 100, Microvascular decompression, open the source')
    await link.trigger('click')
    expect(link.emitted('open')).toEqual([['f1']])
  })
})

describe('the small parts', () => {
  it('BaseButton is a button that submits nothing, and can stay on', async () => {
    const button = mount(BaseButton, { props: { pressed: true }, slots: { default: 'Differences only' } })
    expect(button.attributes()).toMatchObject({ type: 'button', 'aria-pressed': 'true' })
    await button.trigger('click')
    expect(button.emitted('click')).toHaveLength(1)
  })

  it('BaseButton does not call itself a switch when it is none', () => {
    expect(mount(BaseButton).attributes('aria-pressed')).toBeUndefined()
  })

  it('DisclosurePanel opens and tells its owner', async () => {
    const panel = mount(DisclosurePanel, {
      props: { label: 'Why', hint: '3 reasons' },
      slots: { default: 'Since' },
    })
    const details = panel.find('details')
    details.element.open = true
    await details.trigger('toggle')
    expect(panel.emitted('update:open')).toEqual([[true]])
    expect(panel.find('summary').text()).toBe('Why3 reasons')
  })

  it('NoticeBar speaks and can be dismissed', async () => {
    const bar = mount(NoticeBar, { props: { canDismiss: true }, slots: { default: 'Something' } })
    expect(bar.attributes('role')).toBe('status')
    await bar.find('button').trigger('click')
    expect(bar.emitted('dismiss')).toHaveLength(1)
  })

  it('EmptyNotice and LoadingNotice say in words what they are', () => {
    expect(mount(EmptyNotice, { props: { title: 'No treatment fits' } }).text()).toBe('No treatment fits')
    const loading = mount(LoadingNotice, { props: { rows: 3, words: 'Loading the list' } })
    expect(loading.find('[role="status"]').text()).toBe('Loading the list')
    expect(loading.findAll('li')).toHaveLength(3)
    expect(loading.find('ul').attributes('aria-hidden')).toBe('true')
  })

  it('MissingPhrase prints its phrase, never a blank', () => {
    expect(mount(MissingPhrase, { props: { phrase: 'Time not stated.' } }).text()).toBe('Time not stated.')
  })
})
