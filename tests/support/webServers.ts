import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deployFiles } from '../../scripts/write-deploy.mjs'

export interface WebServer {
  readonly name: string
  readonly url: string
  readonly close: () => Promise<void>
}

export const SERVER_NAMES = ['nginx', 'Caddy', 'Apache'] as const
export type ServerName = (typeof SERVER_NAMES)[number]

const PROGRAMS: Readonly<Record<ServerName, string>> = { nginx: 'nginx', Caddy: 'caddy', Apache: 'apache2' }
const FOLDERS = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
const APACHE_MODULES = '/usr/lib/apache2/modules'
const NGINX_BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'

/** Where the program of a web server is on this computer, if it is. */
export function programOf(name: ServerName): string | undefined {
  return FOLDERS.map((folder) => join(folder, PROGRAMS[name])).find((path) => existsSync(path))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const isRoot = process.getuid?.() === 0

/** nginx as Debian installs it would read its own sites: this one reads only ours. */
function nginxCommand(folder: string, config: string): readonly string[] {
  const main = `
    ${existsSync(NGINX_BROTLI) ? `load_module ${NGINX_BROTLI};` : ''}
    ${isRoot ? 'user root;' : ''}
    daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr warn;
    events {}
    http {
      access_log off;
      client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
      include ${config};
    }`
  writeFileSync(join(folder, 'main.conf'), main)
  return ['-p', folder, '-e', 'stderr', '-c', join(folder, 'main.conf')]
}

const MODULES = 'mpm_event authz_core headers rewrite deflate filter mime setenvif dir alias'.split(' ')

function apacheCommand(folder: string, config: string, port: number): readonly string[] {
  const main = [
    ...MODULES.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`),
    `ServerRoot ${folder}`,
    `PidFile ${folder}/apache.pid`,
    `DefaultRuntimeDir ${folder}`,
    `ErrorLog ${folder}/error.log`,
    `Listen 127.0.0.1:${port}`,
    'ServerName localhost',
    ...(isRoot ? ['User www-data', 'Group www-data'] : []),
    'TypesConfig /etc/mime.types',
    `Include ${config}`,
  ]
  writeFileSync(join(folder, 'main.conf'), main.join('\n'))
  return ['-X', '-f', join(folder, 'main.conf')]
}

function commandOf(name: ServerName, folder: string, config: string, port: number): readonly string[] {
  if (name === 'nginx') return nginxCommand(folder, config)
  if (name === 'Caddy') return ['run', '--adapter', 'caddyfile', '--config', config]
  return apacheCommand(folder, config, port)
}

async function untilItAnswers(url: string, child: ChildProcess, output: () => string) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The server stopped at once:\n${output()}`)
    const answer = await fetch(url).catch(() => undefined)
    if (answer) return
    await new Promise((later) => setTimeout(later, 100))
  }
  throw new Error(`The server does not answer:\n${output()}`)
}

/**
 * Starts a web server of this computer with the configuration of deploy/, filled in for the build in `dist`, in a
 * folder of its own.
 */
export async function startWebServer(
  name: ServerName,
  dist: string,
  frameAncestors: readonly string[] = [],
): Promise<WebServer> {
  const program = programOf(name)
  if (program === undefined) throw new Error(`${name} is not installed.`)
  const folder = mkdtempSync(join(tmpdir(), 'tn-compare-server-'))
  const port = await freePort()
  const brotli = existsSync(NGINX_BROTLI)
  const files = await deployFiles({ dist, root: dist, listen: String(port), frameAncestors, brotli })
  const file = { nginx: 'nginx.conf', Caddy: 'Caddyfile', Apache: 'apache.conf' }[name]
  const config = join(folder, file)
  // Only this computer, and no administration port of Caddy's.
  const quiet = name === 'Caddy' ? '{\n\tadmin off\n\tauto_https off\n}\n' : ''
  writeFileSync(config, quiet + (files[file] ?? ''))
  const child = spawn(program, commandOf(name, folder, config, port), {
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  })
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const stopped = new Promise<void>((exit) => child.once('exit', () => exit()))
  const close = async () => {
    child.kill('SIGTERM')
    await stopped
    rmSync(folder, { recursive: true, force: true })
  }
  const url = `http://127.0.0.1:${port}`
  try {
    await untilItAnswers(url, child, () => said)
  } catch (error) {
    await close()
    throw error
  }
  return { name, url, close }
}
