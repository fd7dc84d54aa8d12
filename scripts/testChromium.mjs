/**
 * The Chromium that the npm package @sparticuz/chromium carries, for Linux x64 with no browser and no right to
 * install one. Only its files are used: its default flags switch the browser's web security off.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { arePackagesInstalled, installPackages } from './packages.mjs'

const escapeXml = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The package's own list names folders of the service it was made for. */
const fontList = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${escapeXml(join(folder, 'fonts'))}</dir>
  <cachedir>${escapeXml(join(folder, 'fonts-cache'))}</cachedir>
</fontconfig>
`

async function unpack(packed, extract, folder) {
  const source = (name) => [
    createReadStream(join(packed, name)),
    createBrotliDecompress({ chunkSize: 2 ** 21 }),
  ]
  const folderOf = (name) => pipeline(...source(name), extract(folder, { chown: false }))
  await Promise.all([
    pipeline(...source('chromium.br'), createWriteStream(join(folder, 'chromium'), { mode: 0o755 })),
    folderOf('fonts.tar.br'),
    folderOf('al2023.tar.br'),
    folderOf('swiftshader.tar.br'),
  ])
}

/**
 * Installs and unpacks it under tools/chromium/, once.
 *
 * @param {string} root
 * @param {(text: string) => void} [log] told before a download
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>} `env` is what it needs beside the usual
 * @throws Error when the package cannot be installed or unpacked
 */
export async function installTestChromium(root, log = () => {}) {
  const tool = join(root, 'tools', 'chromium')
  if (!arePackagesInstalled(tool)) {
    log('No browser is installed: getting the Chromium of an npm package for the tests (once, 70 MB) ...')
    await installPackages(tool)
  }
  const folder = join(tool, 'node_modules', '.unpacked')
  const executablePath = join(folder, 'chromium')
  if (!(await stat(executablePath).catch(() => undefined))) {
    const half = `${folder}-${process.pid}`
    await rm(half, { recursive: true, force: true })
    await mkdir(half, { recursive: true })
    const { extract } = createRequire(join(tool, 'package.json'))('tar-fs')
    await unpack(join(tool, 'node_modules', '@sparticuz', 'chromium', 'bin'), extract, half)
    await writeFile(join(half, 'fonts.conf'), fontList(folder))
    await rm(folder, { recursive: true, force: true })
    await rename(half, folder)
  }
  return { executablePath, env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: folder } }
}
