import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'release-data-'))
const [before, folder] = [join(base, 'before'), join(base, 'data')]
afterAll(() => rmSync(base, { recursive: true, force: true }))
beforeEach(() => {
  for (const copy of [before, folder]) {
    rmSync(copy, { recursive: true, force: true })
    cpSync(`${ROOT}data`, copy, { recursive: true })
  }
})

const TIMEOUT = 120_000
const VERSION = (JSON.parse(readFileSync(`${ROOT}data/datapackage.json`, 'utf8')) as { version: string })
  .version
const [major = 0, minor = 0] = VERSION.split('.').map(Number)

interface Description {
  readonly resources: readonly { readonly path: string; readonly bytes?: number }[]
}

function run(
  command: string,
  args: readonly string[],
  cwd = ROOT,
): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, INIT_CWD: '' }
    execFile(command, [...args], { cwd, env, maxBuffer: 1e8 }, (error, stdout, stderr) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
    )
  })
}
const release = (...args: readonly string[]) =>
  run(process.execPath, [`${ROOT}scripts/release-data.mjs`, folder, ...args])

const path = (file: string) => join(folder, file)
const read = (file: string) => readFileSync(path(file), 'utf8')
function edit(file: string, change: (text: string) => string) {
  const text = read(file)
  if (change(text) === text) throw new Error(`the edit of ${file} changes nothing`)
  writeFileSync(path(file), change(text))
}
const newFact = () =>
  edit('disease-facts.csv', (text) => {
    const [, source = ''] = /,([\w-]+),[^,\n]*\n$/.exec(text) ?? []
    return `${text}made-up-fact,made up,"a fact, made up",${source},nowhere\n`
  })

describe('npm run release-data', () => {
  it(
    'writes version, date, history and note',
    async () => {
      newFact()
      const next = `${major}.${minor + 1}.0`
      const args = ['--date', '2026-12-01', '--text', 'One fact, "made up"', '--next-review', '2027-12-01']
      const { status, output } = await release('--old', before, ...args, '--write')
      expect(status, output).toBe(0)
      const { resources, ...said } = JSON.parse(read('datapackage.json')) as Description
      const was: Partial<Description> = JSON.parse(
        readFileSync(join(before, 'datapackage.json'), 'utf8'),
      ) as Description
      expect(said).toEqual({
        ...was,
        resources: undefined,
        version: next,
        created: '2026-12-01T00:00:00Z',
        nextReview: '2027-12-01',
      })
      for (const file of ['changes.csv', 'disease-facts.csv'])
        expect(resources.find((row) => row.path === file)?.bytes).toBe(Buffer.byteLength(read(file)))
      expect(read('changes.csv').trimEnd().split('\n').at(-1)).toBe(
        `${next},2026-12-01,"One fact, ""made up"""`,
      )
      const note = read(`release-notes/${next}.md`)
      expect(note).toMatch(new RegExp(`^# Data ${next}, 2026-12-01\\n`))
      expect(note).toContain(`to version ${next} of 2026-12-01. 1 row added in 1 table.`)
    },
    TIMEOUT,
  )

  it(
    'counts up at the front for a column that is gone',
    async () => {
      const old = join(before, 'claims.csv')
      writeFileSync(old, readFileSync(old, 'utf8').replace('note\n', 'remark\n'))
      const { output } = await release('--old', before)
      expect(output).toContain(`${VERSION} -> ${major + 1}.0.0 (major)`)
      expect(output).toContain('column gone: claims.csv: remark')
    },
    TIMEOUT,
  )

  it(
    'releases nothing from a folder that the check refuses',
    async () => {
      edit('findings.csv', (text) => text.replace(',68.18,', ',6818,'))
      const { status, output } = await release('--old', before, '--write')
      expect(status).toBe(1)
      expect(output).toContain('ERRORS')
      expect(output).toContain('nothing is released')
      expect(JSON.parse(read('datapackage.json'))).toMatchObject({ version: VERSION })
    },
    TIMEOUT,
  )

  it(
    'finds the folder before by itself in a repository, tells what it would do, and writes nothing',
    async () => {
      const git = async (...args: readonly string[]) => {
        const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']
        const { status, output } = await run('git', [...who, ...args], base)
        expect(status, output).toBe(0)
      }
      await git('init', '-q')
      await git('add', 'data')
      await git('commit', '-q', '-m', 'release')
      newFact()
      await git('commit', '-q', '-a', '-m', 'a fact')
      const history = read('changes.csv')
      const { status, output } = await release()
      expect(status, output).toBe(0)
      expect(output).toMatch(/Compared with commit [0-9a-f]{10}/)
      expect(output).toContain(`${VERSION} -> ${major}.${minor + 1}.0 (minor)`)
      expect(output).toContain('- added `made-up-fact`')
      expect(output).toContain('Nothing was written')
      expect(read('changes.csv')).toBe(history)
      expect(existsSync(path('release-notes'))).toBe(false)
      rmSync(join(base, '.git'), { recursive: true })
    },
    TIMEOUT,
  )
})

describe('npm run diff-data', () => {
  it(
    'prints the difference of two folders as Markdown',
    async () => {
      newFact()
      const { status, output } = await run(process.execPath, [`${ROOT}scripts/diff-data.mjs`, before, folder])
      expect(status).toBe(0)
      expect(output).toContain('## On screen\n\nNothing reads differently.')
      expect(output).toContain('### disease-facts.csv\n\n- added `made-up-fact`: made up · a fact, made up')
    },
    TIMEOUT,
  )

  it(
    'says so where a folder is not there',
    async () => {
      const { status, output } = await run(process.execPath, [
        `${ROOT}scripts/diff-data.mjs`,
        before,
        `${base}/none`,
      ])
      expect(status).toBe(1)
      expect(output).toContain('There is nothing to compare')
    },
    TIMEOUT,
  )
})
