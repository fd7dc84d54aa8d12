/** Takes the pictures of the README from the running app on the real data: `npm run screenshots`. */
import { chromium } from 'playwright-core'
import { ensureBuilt } from './build.mjs'
import { findBrowser } from './findBrowser.mjs'
import { startServer } from './serve.mjs'

const PROCEDURES = 'treatments=mvd,srs,balloon-compression,rf-thermocoagulation'
const OPERATIONS = 'treatments=mvd,srs,balloon-compression'
const PICTURES = [
  { name: 'explore', path: '/', width: 1440, height: 900 },
  { name: 'compare', path: `/compare?${PROCEDURES}&outcome=pain-free-no-meds`, width: 1440, height: 1000 },
  {
    name: 'forest',
    path: `/compare?${PROCEDURES}&outcome=facial-numbness&picture=forest`,
    width: 1440,
    height: 1000,
  },
  { name: 'source', path: '/?finding=kondziolka-2010-srs-f8', width: 1440, height: 900 },
  { name: 'explore-dark', path: '/?line=first,second', width: 1024, height: 768, colorScheme: 'dark' },
  { name: 'prepare', path: `/prepare?${OPERATIONS}`, width: 1440, height: 1000 },
  { name: 'take-home', path: `/handout?${OPERATIONS}`, width: 1440, height: 1200 },
  { name: 'compare-phone', path: '/compare?treatments=carbamazepine,oxcarbazepine', width: 390, height: 844 },
]

await ensureBuilt(process.cwd())
const browser = await chromium.launch(await findBrowser())
const app = await startServer({ dist: 'dist', data: 'data', port: 0 })
for (const { name, path, width, height, colorScheme = 'light' } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })
  await page.goto(app.url + path)
  await page.waitForSelector('html[data-ready=all]', { state: 'attached' })
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `docs/screenshots/${name}.png` })
  await page.close()
  console.log(`docs/screenshots/${name}.png`)
}
await browser.close()
await app.close()
