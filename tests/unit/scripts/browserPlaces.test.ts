import { expect, it } from 'vitest'
import { installedPlaces, playwrightPlaces } from '../../../scripts/browserPlaces.mjs'

it('looks on Linux in the usual places first and then along the search path', () => {
  const places = installedPlaces('linux', { PATH: '/usr/bin:/home/me/bin' })
  expect(places[0]).toBe('/opt/google/chrome/chrome')
  expect(places).toContain('/home/me/bin/microsoft-edge')
  expect(places.filter((place) => place === '/usr/bin/chromium')).toHaveLength(1)
})

it('looks on a Mac among the applications of everyone and of the user', () => {
  const places = installedPlaces('darwin', { HOME: '/Users/me', PATH: '' })
  expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  expect(places).toContain('/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium')
})

it('looks on Windows for Chrome before Edge, which is always there', () => {
  const env = {
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    Path: 'C:\\bin',
  }
  const places = installedPlaces('win32', env)
  const chrome = places.indexOf('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')
  const edge = places.indexOf('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe')
  expect(chrome).toBe(0)
  expect(edge).toBeGreaterThan(chrome)
  expect(places).toContain('C:\\bin\\chrome.exe')
})

it("looks in Playwright's cache for the newest Chromium first, and for nothing else", () => {
  const names = ['chromium-999', 'chromium-1200', 'chromium_headless_shell-1201', 'firefox-1500', '.links']
  const places = playwrightPlaces('linux', { HOME: '/home/me' }, () => names)
  const versions = [...new Set(places.map((place) => place.split('/')[5]))]
  expect(versions).toEqual(['chromium_headless_shell-1201', 'chromium-1200', 'chromium-999'])
  expect(places).toContain('/home/me/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome')
})

it("looks for Playwright's cache where its own variable says", () => {
  const asked: string[] = []
  playwrightPlaces('linux', { HOME: '/home/me', PLAYWRIGHT_BROWSERS_PATH: '/pw' }, (folder: string) => {
    asked.push(folder)
    return []
  })
  expect(asked).toEqual(['/pw'])
})
