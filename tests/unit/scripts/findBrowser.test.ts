import { describe, expect, it } from 'vitest'
import { findBrowser } from '../../../scripts/findBrowser.mjs'

const CHROME = '/opt/google/chrome/chrome'
const CHROMIUM = '/usr/bin/chromium'
const PLAYWRIGHT = '/home/me/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome'
const PACKAGE = '/repo/tools/chromium/chromium'

interface Scene {
  /** The browsers on disk. */
  readonly present?: readonly string[]
  /** Those of them that do not start. */
  readonly broken?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly skip?: readonly ('installed' | 'playwright' | 'package' | 'system')[]
  readonly isRoot?: boolean
  readonly hasApt?: boolean
  readonly platform?: NodeJS.Platform
  readonly arch?: string
  readonly packageFails?: string
}

function look(scene: Scene = {}) {
  const {
    present = [],
    broken = [],
    isRoot = false,
    hasApt = false,
    platform = 'linux',
    arch = 'x64',
  } = scene
  const steps: string[] = []
  const browser = findBrowser({
    env: { HOME: '/home/me', PATH: '/usr/local/bin:/usr/bin', ...scene.env },
    root: '/repo',
    skip: scene.skip ?? [],
    log: () => undefined,
    machine: {
      platform,
      arch: arch as typeof process.arch,
      isRoot,
      hasApt,
      isFile: (path: string) => present.includes(path),
      listFolder: (folder: string) =>
        folder === '/home/me/.cache/ms-playwright' ? ['chromium-1100', 'chromium-1200', 'ffmpeg-1011'] : [],
      showsAPage: ({ executablePath }: { executablePath: string }) => {
        steps.push(executablePath)
        return Promise.resolve(!broken.includes(executablePath))
      },
      installTestChromium: () => {
        steps.push('npm ci')
        if (scene.packageFails) return Promise.reject(new Error(scene.packageFails))
        return Promise.resolve({
          executablePath: PACKAGE,
          env: { LD_LIBRARY_PATH: '/repo/lib', FONTCONFIG_PATH: '/repo' },
        })
      },
      installWithApt: () => {
        steps.push('apt-get')
        return Promise.resolve({ executablePath: CHROMIUM })
      },
    },
  })
  return { browser, steps }
}

describe('the order in which a browser is looked for', () => {
  it('takes the one of TN_COMPARE_BROWSER before any other', async () => {
    const present = ['/my/browser', CHROME, PLAYWRIGHT]
    const found = await look({ present, env: { TN_COMPARE_BROWSER: '/my/browser' } }).browser
    expect([found.name, found.executablePath]).toEqual(['environment', '/my/browser'])
  })

  it('does not quietly take another when TN_COMPARE_BROWSER is wrong', async () => {
    const env = { TN_COMPARE_BROWSER: '/my/browser' }
    await expect(look({ present: [CHROME], env }).browser).rejects.toThrow(
      '/my/browser, which does not exist',
    )
    const broken = ['/my/browser']
    await expect(look({ present: ['/my/browser', CHROME], broken, env }).browser).rejects.toThrow(
      'does not start',
    )
  })

  it('takes an installed one before the one of Playwright', async () => {
    expect((await look({ present: [PLAYWRIGHT, CHROME] }).browser).executablePath).toBe(CHROME)
    expect((await look({ present: [PLAYWRIGHT] }).browser).name).toBe('playwright')
  })

  it('passes over one that does not start', async () => {
    const { browser, steps } = look({ present: [CHROME, CHROMIUM], broken: [CHROME] })
    expect((await browser).executablePath).toBe(CHROMIUM)
    expect(steps).toEqual([CHROME, CHROMIUM])
  })

  it('gets the one of the npm package before it installs anything on the system', async () => {
    const { browser, steps } = look({ isRoot: true, hasApt: true })
    const found = await browser
    expect([found.name, found.env.LD_LIBRARY_PATH, found.env.FONTCONFIG_PATH]).toEqual([
      'package',
      '/repo/lib',
      '/repo',
    ])
    expect(steps).toEqual(['npm ci', PACKAGE])
  })

  it('installs the system package last, on Debian or Ubuntu as root', async () => {
    const { browser, steps } = look({ isRoot: true, hasApt: true, broken: [PACKAGE] })
    expect((await browser).name).toBe('system')
    expect(steps).toEqual(['npm ci', PACKAGE, 'apt-get', CHROMIUM])
    const onArm = look({ isRoot: true, hasApt: true, arch: 'arm64' })
    expect((await onArm.browser).name).toBe('system')
    expect(onArm.steps).toEqual(['apt-get', CHROMIUM])
  })

  it('leaves out what it is told to', async () => {
    const skip = ['installed', 'playwright'] as const
    expect((await look({ present: [CHROME, PLAYWRIGHT], skip }).browser).name).toBe('package')
  })
})

describe('when there is none', () => {
  it.each([
    ['a user without root whose package does not start', { broken: [PACKAGE], hasApt: true }],
    ['a Mac', { platform: 'darwin' as const }],
    ['Windows', { platform: 'win32' as const }],
    ['no network', { packageFails: 'npm ci failed\nECONNREFUSED' }],
  ])('fails with one sentence that says what to do: %s', async (_, scene: Scene) => {
    const error = await look(scene).browser.catch((reason: unknown) => reason)
    expect(String(error)).toMatch(
      /^Error: There is no browser .*: install Chrome.*TN_COMPARE_BROWSER to the path of one\.$/,
    )
  })
})

describe('what it is started with', () => {
  it('has no sandbox only for root', async () => {
    const asUser = await look({ present: [CHROME] }).browser
    expect([asUser.args.includes('--no-sandbox'), asUser.chromiumSandbox]).toEqual([false, true])
    const asRoot = await look({ present: [CHROME], isRoot: true }).browser
    expect([asRoot.args.includes('--no-sandbox'), asRoot.chromiumSandbox]).toEqual([true, false])
  })

  it('never weakens what a page is protected by', async () => {
    for (const scene of [{ present: [CHROME], isRoot: true }, {}]) {
      const { args } = await look(scene).browser
      expect(args.join(' ')).not.toMatch(/web-security|site-isolation|insecure|single-process|IsolateOrigins/)
    }
  })
})
