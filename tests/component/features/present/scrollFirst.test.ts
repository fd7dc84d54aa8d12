import { scrollFirst } from '@/features/present/scrollFirst'
import { expect, it } from 'vitest'

/** A screen of 500 pixels whose words are as high as given. */
function screenOf(height: number) {
  const root = document.createElement('div')
  root.innerHTML = '<section class="patient-screen"><div class="body"></div></section>'
  const body = root.querySelector<HTMLElement>('.body')
  if (!body) throw new Error('There is no body.')
  Object.defineProperty(body, 'clientHeight', { get: () => 500 })
  Object.defineProperty(body, 'scrollHeight', { get: () => height })
  const asked: string[] = []
  return {
    body,
    asked,
    act: scrollFirst(
      () => root,
      (what) => void asked.push(what),
    ),
  }
}

it('goes through a step that is higher than the screen before it leaves it, both ways', () => {
  const { body, asked, act } = screenOf(1100)
  act('next')
  expect(body.scrollTop).toBe(425)
  act('next')
  expect(body.scrollTop).toBe(600)
  expect(asked).toEqual([])
  act('next')
  expect(asked).toEqual(['next'])
  act('previous')
  act('previous')
  expect(body.scrollTop).toBe(0)
  act('previous')
  expect(asked).toEqual(['next', 'previous'])
})

it('leaves a step that fits at once, and never holds back what is no step', () => {
  const fitting = screenOf(500)
  fitting.act('next')
  expect(fitting.asked).toEqual(['next'])
  const long = screenOf(1100)
  for (const what of ['blank', 'last', 'leave'] as const) long.act(what)
  expect(long.asked).toEqual(['blank', 'last', 'leave'])
})
