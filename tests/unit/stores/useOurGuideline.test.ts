// @vitest-environment happy-dom
import { useEvidenceStore } from '@/stores/evidence'
import { useSettingsStore } from '@/stores/settings'
import { useOurGuideline } from '@/stores/useOurGuideline'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { realEvidence } from '../../support/evidence'

beforeEach(() => {
  localStorage.clear()
  setActivePinia(createPinia())
  useEvidenceStore().evidence = realEvidence()
})

it('is one of the current guidelines of the data', () => {
  const { guideline, ours, follow } = useOurGuideline()
  expect(ours.value).toBeUndefined()
  follow('dgn-2023-tn')
  expect(guideline.value).toMatchObject({ source: 'dgn-2023-tn', shortName: 'DGN 2023' })
})

it.each(['unheard-of', 'nice-2021-ng193'])('ignores %s, which is no current guideline here', (source) => {
  useSettingsStore().ourGuideline = source
  expect(useOurGuideline().ours.value).toBeUndefined()
})
