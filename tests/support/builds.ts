import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { startServer } from '../../scripts/serve.mjs'
import { listOwnFiles, writeServiceWorker } from '../../tools/offlineFiles.mjs'

const folders: string[] = []
const running = new Set<Awaited<ReturnType<typeof startServer>>>()

afterAll(async () => {
  await Promise.all([...running].map((server) => server.close()))
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A copy of the build without compressed files, to be changed. */
export function copyBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tn-compare-build-'))
  folders.push(folder)
  cpSync(join(inject('repository'), 'dist'), folder, {
    recursive: true,
    filter: (path) => !/\.(br|gz)$/.test(path) && !path.endsWith(`dist${'/'}data`),
  })
  return folder
}

/** Makes of a build what the next one would be: every part under another name, and a mark in the page. */
export async function makeNextBuild(folder: string, mark: string): Promise<void> {
  const assets = join(folder, 'assets')
  const names = readdirSync(assets)
  const renamed = new Map(names.map((name) => [name, `${mark}-${name}`]))
  const known = new RegExp(names.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g')
  for (const path of [join(folder, 'index.html'), ...names.map((name) => join(assets, name))]) {
    const text = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      text.replace(known, (name) => renamed.get(name) ?? name),
    )
  }
  for (const [name, next] of renamed) renameSync(join(assets, name), join(assets, next))
  const page = join(folder, 'index.html')
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('</head>', `<meta name="build" content="${mark}" /></head>`),
  )
  const worker = readFileSync(join(inject('repository'), 'tools', 'serviceWorker.js'), 'utf8')
  writeFileSync(join(folder, 'sw.js'), writeServiceWorker(await listOwnFiles(folder), worker))
}

/** A server that can be stopped and started again at the same address, with other folders. */
export async function serveBuild(dist: string, data: string) {
  let server = await startServer({ dist, data })
  running.add(server)
  const stop = async () => {
    running.delete(server)
    await server.close()
  }
  return {
    url: server.url,
    stop,
    async serve(nextDist: string, nextData: string) {
      if (running.has(server)) await stop()
      server = await startServer({ dist: nextDist, data: nextData, port: server.port })
      running.add(server)
    },
  }
}
