/**
 * Writes configuration for web servers into deploy/ready/ from the templates in deploy/, the headers of headers.mjs
 * and the page as it is built now:
 *
 *   npm run write-deploy -- --root /var/www/tn-compare --listen 8080 --server-name tn.example.org
 *   npm run write-deploy -- --frame-ancestors "https://records.example.org https://other.example.org"
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  ASK_AGAIN,
  contentPolicy,
  inlineStyleHashes,
  LONG_CACHE,
  RECORD_FILE,
  RECORD_PATH,
  recordOrigins,
  securityHeaders,
} from './headers.mjs'

const TEMPLATES = fileURLToPath(new URL('../deploy/', import.meta.url))

const inXml = (value) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** How one header is written in the language of each server. */
const LINES = {
  'nginx.conf': (name, value) => `    add_header ${name} "${value}" always;`,
  Caddyfile: (name, value) => `\t\t${name} "${value}"`,
  'apache.conf': (name, value) => `    Header always set ${name} "${value}"`,
  'web.config': (name, value) => `        <add name="${name}" value="${inXml(value)}" />`,
  _headers: (name, value) => `  ${name}: ${value}`,
}

/** Servers on which the policy has a line of its own, since it differs from page to page. */
const POLICY_APART = new Set(['nginx.conf', 'Caddyfile', 'apache.conf'])

function headerLines(server, policy) {
  const all = { ...securityHeaders(), 'Content-Security-Policy': policy }
  if (POLICY_APART.has(server)) delete all['Content-Security-Policy']
  const cached = server === 'web.config' ? { ...all, 'Cache-Control': ASK_AGAIN } : all
  return Object.entries(cached)
    .map(([name, value]) => LINES[server](name, value))
    .join('\n')
}

/** Words that would break out of a quoted value of a configuration file. */
function plain(value, name) {
  if (/["'\\{}\s;$<>]/.test(value))
    throw new Error(`${name} has a character that cannot stand there: ${value}`)
  return value
}

/**
 * @param {string} template with `{{name}}` where a value goes
 * @param {Readonly<Record<string, string>>} values
 * @throws Error for a name that has no value
 */
function fill(template, values) {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => {
    if (values[name] === undefined) throw new Error(`The template asks for ${name}.`)
    return values[name]
  })
}

/**
 * @param {object} options
 * @param {string} options.dist the built app
 * @param {string} [options.root] where the server finds the built app
 * @param {string} [options.listen] port
 * @param {string} [options.serverName]
 * @param {readonly string[]} [options.frameAncestors] origins that may show the app in a frame
 * @param {boolean} [options.brotli] whether nginx has the module that sends ready-made brotli
 * @returns {Promise<Readonly<Record<string, string>>>} the text of each configuration by the name of its file
 */
export async function deployFiles({
  dist,
  root = '/var/www/tn-compare',
  listen = '8080',
  serverName = '_',
  frameAncestors = [],
  brotli = true,
}) {
  const hashes = inlineStyleHashes(await readFile(join(dist, 'index.html'), 'utf8'))
  const origins = recordOrigins(await readFile(join(dist, RECORD_FILE), 'utf8').catch(() => '{"systems":[]}'))
  const policy = contentPolicy(hashes, { frameAncestors })
  const values = {
    policy,
    recordPolicy: contentPolicy(hashes, { frameAncestors, recordOrigins: origins }),
    recordPath: RECORD_PATH,
    recordFile: RECORD_FILE,
    askAgain: ASK_AGAIN,
    longCache: LONG_CACHE,
    root: plain(root, 'root'),
    listen: plain(listen, 'listen'),
    serverName: plain(serverName === '_' ? 'localhost' : serverName, 'server-name'),
    address: serverName === '_' ? `:${listen}` : plain(serverName, 'server-name'),
    brotli: brotli ? '    brotli_static on;\n' : '',
    brotliNote: brotli
      ? '# "brotli_static" needs the module (Debian: libnginx-mod-http-brotli-static); or write it with --no-brotli.'
      : '# Written without brotli: nginx sends the ready-made gzip files.',
  }
  const files = {}
  for (const server of Object.keys(LINES)) {
    const template = await readFile(join(TEMPLATES, `${server}.template`), 'utf8')
    files[server] = fill(template, { ...values, headers: headerLines(server, policy) })
  }
  return files
}

async function main() {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      dist: { type: 'string', default: 'dist' },
      out: { type: 'string', default: join(TEMPLATES, 'ready') },
      root: { type: 'string' },
      listen: { type: 'string' },
      'server-name': { type: 'string' },
      'frame-ancestors': { type: 'string', default: '' },
      brotli: { type: 'boolean', default: true },
    },
  })
  const files = await deployFiles({
    dist: values.dist,
    ...(values.root ? { root: values.root } : {}),
    ...(values.listen ? { listen: values.listen } : {}),
    ...(values['server-name'] ? { serverName: values['server-name'] } : {}),
    frameAncestors: values['frame-ancestors'].split(/[\s,]+/).filter(Boolean),
    brotli: values.brotli,
  })
  await mkdir(values.out, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(values.out, name), text)
  const fixed = (await readdir(TEMPLATES)).filter((name) => name === '_redirects')
  for (const name of fixed) await writeFile(join(values.out, name), await readFile(join(TEMPLATES, name)))
  console.log(`Written to ${values.out}: ${[...Object.keys(files), ...fixed].join(', ')}`)
}

const isCommand = process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)
if (isCommand)
  await main().catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
