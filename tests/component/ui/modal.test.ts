import BaseDialog from '@/ui/BaseDialog.vue'
import BaseDrawer from '@/ui/BaseDrawer.vue'
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'

afterEach(() => document.body.replaceChildren())

function pressTab(target: Element | null, shiftKey = false) {
  const event = new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, cancelable: true })
  target?.dispatchEvent(event)
  return event
}

describe.each([
  ['BaseDrawer', BaseDrawer],
  ['BaseDialog', BaseDialog],
])('%s', (_, component) => {
  function open() {
    const button = document.createElement('button')
    document.body.append(button)
    button.focus()
    const wrapper = mount(component, {
      props: { title: 'The source' },
      slots: { default: '<a href="/one">One</a><a href="/two">Two</a>' },
      attachTo: document.body,
    })
    return { button, wrapper, dialog: wrapper.find('dialog').element }
  }

  it('opens as a modal dialog that is named by its title', () => {
    const { wrapper, dialog } = open()
    const title = wrapper.find('h2')
    expect(dialog.open).toBe(true)
    expect(dialog.getAttribute('aria-modal')).toBe('true')
    expect(dialog.getAttribute('aria-labelledby')).toBe(title.element.id)
    expect(title.text()).toBe('The source')
  })

  it('takes the focus to its title and gives it back to what opened it', () => {
    const { button, wrapper } = open()
    expect(document.activeElement).toBe(wrapper.find('h2').element)
    wrapper.unmount()
    expect(document.activeElement).toBe(button)
  })

  it('leaves closing to its owner, on Escape and on the button', async () => {
    const { wrapper, dialog } = open()
    const escape = new Event('cancel', { cancelable: true })
    dialog.dispatchEvent(escape)
    expect(escape.defaultPrevented).toBe(true)
    await wrapper.find('button.close').trigger('click')
    expect(wrapper.emitted('close')).toHaveLength(2)
    expect(dialog.open).toBe(true)
  })

  it('keeps the focus going round inside', () => {
    const { wrapper } = open()
    const stops = wrapper.findAll<HTMLElement>('a, button').map((stop) => stop.element)
    const [first, last] = [stops[0], stops.at(-1)]
    last?.focus()
    expect(pressTab(last ?? null).defaultPrevented).toBe(true)
    expect(document.activeElement).toBe(first)
    expect(pressTab(first ?? null, true).defaultPrevented).toBe(true)
    expect(document.activeElement).toBe(last)
  })
})
