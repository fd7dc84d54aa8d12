import { describe, expect, it } from 'vitest'
import { DEFAULT_VIEW, readView, writeView } from '@/domain/view'

describe('the view in the address', () => {
  it('keeps which curves are drawn and in whose words verdicts are', () => {
    const view = { ...DEFAULT_VIEW, alternativeCurves: true, plainVerdicts: true }
    expect(writeView(view)).toEqual({ curves: 'alternatives', verdicts: 'plain' })
    expect(readView(writeView(view))).toEqual(view)
  })

  it('takes an unknown word for the default, which is not written', () => {
    expect(readView({ curves: 'all', verdicts: 'clinical' })).toEqual(DEFAULT_VIEW)
    expect(writeView(DEFAULT_VIEW)).toEqual({})
  })
})
