import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'check-data-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function checkData(...args: string[]): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [`${ROOT}scripts/check-data.mjs`, ...args],
      { cwd: ROOT },
      (error, stdout, stderr) =>
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
    )
  })
}

describe('npm run check-data', () => {
  it('ends well on the shipped folder and says what it read', async () => {
    const { status, output } = await checkData()
    expect(output.trim()).toMatch(/^\d+ files, [\d,]+ rows: no problems, \d+ known and accepted$/)
    expect(status).toBe(0)
  }, 30_000)

  it('ends with status 1 on a broken folder and names file, line, column, cell, fault and mending', async () => {
    cpSync(`${ROOT}tests/data/sound`, folder, { recursive: true })
    cpSync(`${ROOT}tests/data/percent-sign`, folder, { recursive: true })
    const { status, output } = await checkData(folder)
    expect(status).toBe(1)
    expect(output).toMatch(/^file +line +column +cell +what is wrong +how to mend it$/m)
    expect(output).toMatch(/^findings\.csv +2 +value +53% +"53%" is not a number/m)
    expect(output).toMatch(/^cautions\.csv +The table could not be read/m)
    expect(output).toContain('[cell/type]')
    expect(output.trim()).toMatch(/\d+ files, \d+ rows: \d+ errors, \d+ warnings?, \d+ advice$/)
  }, 30_000)

  it('tells errors, warnings and advice apart where nothing has been accepted', async () => {
    const odd = mkdtempSync(join(tmpdir(), 'check-data-'))
    cpSync(`${ROOT}data`, odd, { recursive: true })
    rmSync(join(odd, 'accepted-problems.csv'))
    const { status, output } = await checkData(odd)
    rmSync(odd, { recursive: true })
    expect(output).toContain('ADVICE')
    expect(output).toContain('[certainty/design]')
    expect(output).toContain('[share/events]')
    // The one share that its own counts do not give is an error: nobody has accepted it here.
    expect(status).toBe(1)
    expect(output.trim()).toMatch(/: 1 error, \d+ warnings, \d+ advice$/)
  }, 30_000)

  it('says so when the folder is not there', async () => {
    const { status, output } = await checkData(join(folder, 'nowhere'))
    expect(status).toBe(1)
    expect(output).toContain('there is no such file')
  }, 30_000)
})
