/**
 * `npm start`: builds if needed and serves the app on this computer.
 * `npm start -- --data folder` shows another data folder; PORT=8080 or `--port 8080` asks for that port and no other.
 */
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureBuilt, isBuildFresh } from './build.mjs'
import { startServer } from './serve.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const FIRST_PORT = 4173
const PORTS_TO_TRY = 50

function readOptions() {
  const options = { data: { type: 'string' }, port: { type: 'string' }, host: { type: 'string' } }
  const { values } = parseArgs({ options })
  const wanted = values.port ?? process.env.PORT
  const port = wanted ? Number(wanted) : undefined
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536))
    throw new Error(`"${wanted}" is not a port: give a number from 0 to 65535.`)
  return { data: resolve(values.data ?? join(root, 'data')), host: values.host, port }
}

async function serveOnFreePort({ data, host, port }) {
  const last = port ?? FIRST_PORT + PORTS_TO_TRY - 1
  for (let candidate = port ?? FIRST_PORT; ; candidate += 1) {
    try {
      return await startServer({ dist: join(root, 'dist'), data, host, port: candidate })
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error
      if (candidate >= last)
        throw new Error(`Port ${candidate} is taken: stop what runs there or choose another with PORT.`, {
          cause: error,
        })
    }
  }
}

async function start() {
  const options = readOptions()
  if (!isBuildFresh(root)) console.log('Building the app ...')
  await ensureBuilt(root)
  const server = await serveOnFreePort(options)
  console.log(`TN Compare is at ${server.url}/`)
  console.log('Stop it with Ctrl-C.')
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      server.close().then(() => process.exit(0))
    })
}

start().catch((error) => {
  console.error(error.message)
  process.exit(1)
})
