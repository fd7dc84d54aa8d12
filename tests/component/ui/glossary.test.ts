import { GLOSSARY } from '@/ui/glossary'
import GlossaryTerm from '@/ui/GlossaryTerm.vue'
import GlossaryText from '@/ui/GlossaryText.vue'
import { placeBeside } from '@/ui/placeBeside'
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { h, shallowRef } from 'vue'

const ENTRIES = [{ term: 'odds ratio', plainDefinition: 'Compares the odds.' }]
const words = () => document.querySelector('[role=tooltip]')?.textContent

afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

describe('GlossaryText', () => {
  const show = (text: string, entries: typeof ENTRIES) =>
    mount(() => h('p', h(GlossaryText, { text })), {
      global: { provide: { [GLOSSARY as symbol]: shallowRef(entries) } },
    })

  it('turns a term into a control and leaves the text as it reads', () => {
    const text = show('An odds ratio, adjusted', ENTRIES)
    expect(text.text()).toBe('An odds ratio, adjusted')
    expect(text.get('button').text()).toBe('odds ratio')
  })

  it('is plain text while the glossary has not arrived, or where nobody hands it down', () => {
    expect(show('odds ratio', []).find('button').exists()).toBe(false)
    expect(mount(GlossaryText, { props: { text: 'odds ratio' } }).html()).toBe('odds ratio')
  })
})

describe('GlossaryTerm', () => {
  const term = () =>
    mount(GlossaryTerm, {
      props: { words: 'odds ratio', definition: 'Compares the odds.' },
      attachTo: document.body,
    })

  it('explains on focus, ties the words to the term, and closes when the focus leaves', async () => {
    const button = term().get('button')
    expect(words()).toBeUndefined()
    await button.trigger('focus')
    expect(words()).toBe('Compares the odds.')
    expect(button.attributes('aria-describedby')).toBe(document.querySelector('[role=tooltip]')?.id)
    await button.trigger('blur')
    expect(words()).toBeUndefined()
  })

  it('explains under the pointer, also when it moves on to the words', async () => {
    const wrapper = term()
    await wrapper.get('.glossary-term').trigger('mouseenter')
    expect(words()).toBe('Compares the odds.')
    await wrapper.get('.glossary-term').trigger('mouseleave')
    expect(words()).toBeUndefined()
  })

  it('stays open after the tap that focused it, and closes on the next', async () => {
    vi.useFakeTimers()
    const button = term().get('button')
    await button.trigger('focus')
    await button.trigger('click')
    expect(words()).toBe('Compares the odds.')
    vi.advanceTimersByTime(1000)
    await button.trigger('click')
    expect(words()).toBeUndefined()
  })

  it('closes on Escape, and keeps that key from what it stands in', async () => {
    const button = term().get('button')
    await button.trigger('focus')
    const escape = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true, bubbles: true })
    const heard = vi.fn()
    document.addEventListener('keydown', heard)
    button.element.dispatchEvent(escape)
    document.removeEventListener('keydown', heard)
    expect(escape.defaultPrevented).toBe(true)
    expect(heard).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(words()).toBeUndefined())
  })
})

describe('the place of the words', () => {
  const view = { width: 400, height: 600 }
  const size = { width: 200, height: 80 }

  it('is right below the term, so that the pointer can move across', () => {
    expect(placeBeside({ left: 50, top: 100, bottom: 120 }, size, view)).toEqual({ left: 50, top: 120 })
  })

  it('stays inside the window at its right edge', () => {
    expect(placeBeside({ left: 380, top: 100, bottom: 120 }, size, view).left).toBe(192)
  })

  it('is above the term where there is no room below', () => {
    expect(placeBeside({ left: 50, top: 560, bottom: 580 }, size, view).top).toBe(480)
  })
})
