import { networkNotice, type Network } from '@/app/offlineWords'
import { describe, expect, it } from 'vitest'

const online: Network = {
  isOnline: true,
  state: 'ready',
  version: '1.0.0',
  created: '2026-11-23T00:00:00Z',
}
const kept = { at: new Date(2026, 10, 24, 14, 5).toISOString(), why: 'cut-off' } as const

describe('what every page says about the network', () => {
  it('is nothing while the data come from the server', () => {
    expect(networkNotice(online)).toBeUndefined()
  })

  it('says why kept data are shown, when they were kept, and how old they are', () => {
    expect(networkNotice({ ...online, kept })).toBe(
      'The server cannot be reached. Shown are the data that this computer kept on 24 November 2026 at 14:05: version 1.0.0, of 23 November 2026. Newer ones may be on the server.',
    )
    expect(networkNotice({ ...online, kept, isOnline: false })).toMatch(/^There is no network\. Shown are/)
    expect(networkNotice({ ...online, kept: { ...kept, why: 'slow' } })).toMatch(/takes too long/)
  })

  it('promises only what is kept when the network goes', () => {
    const gone = { ...online, isOnline: false }
    expect(networkNotice(gone)).toMatch(/Everything here works without it/)
    expect(networkNotice({ ...gone, state: 'insecure' })).toMatch(/What is open works without it/)
  })

  it('does not invent a date or version that is not stated', () => {
    const words = networkNotice({ kept: { ...kept, at: 'broken' }, isOnline: true, state: 'ready' })
    expect(words).toMatch(/kept on an earlier day: version not stated, date not stated/)
  })
})
