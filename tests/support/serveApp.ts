import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureBuilt } from '../../scripts/build.mjs'
import { findBrowser } from '../../scripts/findBrowser.mjs'
import { startServer } from '../../scripts/serve.mjs'

/** What `chromium.launch()` is given. */
export interface FoundBrowser {
  readonly name: string
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
  readonly chromiumSandbox: boolean
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the app with the repository's own data is served, without a slash at its end. */
    appUrl: string
    repository: string
    browser: FoundBrowser
  }
}

/**
 * Chromium without a screen still draws a whole window around each page. The lists under its address bar are two
 * web pages of its own, begun anew for every context: a third of all that a test costs, and nothing any test sees.
 * Of two such switches Chromium obeys the last, so what Playwright switches off is named again.
 */
const WITHOUT_ADDRESS_BAR_LISTS = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
]
const BY_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'BlockOriginHeaderModificationOnRedirect',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'Translate',
  'AutoDeElevate',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
]
const SWITCHED_OFF = `--disable-features=${[...BY_PLAYWRIGHT, ...WITHOUT_ADDRESS_BAR_LISTS].join(',')}`

/** Once for all browser tests: a browser, a build of what is there now, and the server of `npm start`. */
export default async function serveApp(project: TestProject) {
  const { root } = project.config
  const browser = await findBrowser({ root, log: (text: string) => process.stdout.write(`${text}\n`) })
  await ensureBuilt(root)
  const server = await startServer({ dist: join(root, 'dist'), data: join(root, 'data') })
  project.provide('appUrl', server.url)
  project.provide('repository', root)
  project.provide('browser', { ...browser, args: [...browser.args, SWITCHED_OFF] })
  return () => server.close()
}
