import { failed, noteFailedParts } from '@/app/failedParts'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, defineComponent } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

const Page = defineComponent({ template: '<p />', render: () => null })
const app = createApp(Page)
const missing = new TypeError('Failed to fetch dynamically imported module')
const router = createRouter({
  history: createMemoryHistory(),
  routes: [
    { path: '/', component: Page },
    { path: '/missing', component: () => Promise.reject(missing) },
  ],
})
noteFailedParts(app, router)

/** As the build's own loader tells it. */
const tellNotFetched = () =>
  window.dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload: missing }))

beforeEach(() => {
  failed.value = undefined
})

describe('a part of the app that fails', () => {
  it('is told when a page cannot be fetched, and the page before stays', async () => {
    tellNotFetched()
    await router.push('/')
    await router.push('/missing').catch(() => undefined)
    expect(failed.value).toBe('part')
    expect(router.currentRoute.value.path).toBe('/')
  })

  it('is not told when it was only fetched ahead of its use', () => {
    tellNotFetched()
    expect(failed.value).toBeUndefined()
  })

  it('is told, and reported, when something on the page breaks', () => {
    const reported = vi.fn()
    vi.stubGlobal('reportError', reported)
    const broken = new Error('broken')
    app.config.errorHandler?.(broken, null, 'render function')
    expect(failed.value).toBe('page')
    expect(reported).toHaveBeenCalledWith(broken)
    vi.unstubAllGlobals()
  })
})
