import {
  channelOfWindow,
  openClinicianChannel,
  openPatientChannel,
  windowNameOf,
  type ShownState,
} from '@/stores/showChannel'
import { expect, it, vi } from 'vitest'

const stateOf = (number: number): ShownState => ({
  screen: { kind: 'decision', step: 'decision', page: 1, pages: 1, decided: `of consult ${number}` },
  number,
  total: 9,
  theme: 'light',
  language: 'en',
})

function clinician(id: string) {
  const heard = { joined: vi.fn(), left: vi.fn(), asked: vi.fn() }
  return { ...openClinicianChannel(id, heard), heard }
}

function patient(id: string) {
  const heard = { shown: vi.fn(), ended: vi.fn() }
  return { ...openPatientChannel(id, heard), heard }
}

it('tells the windows of one consult and never those of another', async () => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  const [mine, theirs] = [clinician(one), clinician(other)]
  const [myWindow, theirWindow] = [patient(one), patient(other)]
  await vi.waitFor(() => expect(mine.heard.joined).toHaveBeenCalledTimes(1))
  await vi.waitFor(() => expect(theirs.heard.joined).toHaveBeenCalledTimes(1))
  mine.show(stateOf(1))
  theirs.show(stateOf(2))
  myWindow.ask('next')
  await vi.waitFor(() => expect(myWindow.heard.shown).toHaveBeenCalled())
  await vi.waitFor(() => expect(theirWindow.heard.shown).toHaveBeenCalled())
  await vi.waitFor(() => expect(mine.heard.asked).toHaveBeenCalledWith('next'))
  expect(myWindow.heard.shown.mock.calls).toEqual([[stateOf(1)]])
  expect(theirWindow.heard.shown.mock.calls).toEqual([[stateOf(2)]])
  expect(theirs.heard.asked).not.toHaveBeenCalled()
  mine.end()
  await vi.waitFor(() => expect(myWindow.heard.ended).toHaveBeenCalledTimes(1))
  expect(theirWindow.heard.ended).not.toHaveBeenCalled()
  theirWindow.close()
  await vi.waitFor(() => expect(theirs.heard.left).toHaveBeenCalledTimes(1))
  theirs.end()
  myWindow.close()
})

it('knows a window by its name, and no other window', () => {
  const id = crypto.randomUUID()
  expect(channelOfWindow(windowNameOf(id))).toBe(id)
  expect(channelOfWindow('')).toBeUndefined()
  expect(channelOfWindow('tn-compare-show-carbamazepine')).toBeUndefined()
})
