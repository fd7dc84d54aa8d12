/**
 * Draws the pictures that an installed app needs from public/icon.svg: `npm run icons`, after a change of the icon.
 * A maskable picture fills its square, with the mark in the middle, since phones cut it to a circle or a drop.
 */
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findBrowser } from './findBrowser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'public', 'icons')
const PICTURES = [
  { file: 'icon-192.png', size: 192 },
  { file: 'icon-512.png', size: 512 },
  { file: 'maskable-192.png', size: 192, isFull: true },
  { file: 'maskable-512.png', size: 512, isFull: true },
  { file: 'apple-touch-180.png', size: 180, isFull: true },
]

const icon = await readFile(join(root, 'public', 'icon.svg'), 'utf8')
/** Round corners become square ones, and what is drawn shrinks into the circle that no phone cuts. */
const full = icon
  .replace(/ rx="[^"]*"/, '')
  .replace(
    /(<rect[^>]*\/>)([\s\S]*)(<\/svg>)/,
    '$1<g transform="translate(16 16) scale(0.8) translate(-16 -16)">$2</g>$3',
  )

const { name, ...found } = await findBrowser({ root, log: console.log })
const browser = await chromium.launch(found)
const page = await browser.newPage()
await mkdir(folder, { recursive: true })
for (const { file, size, isFull } of PICTURES) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${isFull ? full : icon}`,
  )
  await page.screenshot({ path: join(folder, file), omitBackground: true })
}
await browser.close()
console.log(`Drawn in ${name}: ${PICTURES.map(({ file }) => file).join(', ')}`)
