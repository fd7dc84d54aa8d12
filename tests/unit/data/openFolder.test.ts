import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MOST_ROWS, openFiles, readOpened } from '@/data/openFolder'
import { checkEvidence } from '@/data/checkEvidence'

const EXAMPLE = 'examples/made-up-condition'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const shipped = (file: string) => Promise.resolve(new Uint8Array(readFileSync(`data/${file}`)))
const example = (folder = 'mine/') =>
  readdirSync(EXAMPLE).map((file) => ({
    name: `${folder}${file}`,
    bytes: new Uint8Array(readFileSync(`${EXAMPLE}/${file}`)),
  }))
const without = (file: string, folder?: string) => example(folder).filter(({ name }) => !name.endsWith(file))
const nothingBelow = () => Promise.reject(new Error('nothing below'))

describe('opening another folder', () => {
  it('reads a folder of another condition by itself, with nothing to mend', async () => {
    const opened = await readOpened(await openFiles(example(), nothingBelow))
    expect(opened.replaced).toEqual([])
    expect(opened.info?.title).toBe('A made-up condition, to try the app out')
    const open = checkEvidence(opened.loaded).filter(({ accepted }) => accepted === undefined)
    expect(open.map(({ rule, file, message }) => [rule, file, message])).toEqual([])
  })

  it('puts single tables over the shipped ones, and says it is not that version any more', async () => {
    const glossary = { name: 'glossary.csv', bytes: bytesOf('term,plain_definition\nx,A letter.\n') }
    const opened = await readOpened(await openFiles([glossary], shipped))
    expect(opened.replaced).toEqual(['glossary.csv'])
    expect(opened.loaded.tables.glossary).toHaveLength(1)
    expect(opened.loaded.tables.treatments?.length).toBeGreaterThan(90)
    expect(opened.info?.version).toMatch(/^\d+\.\d+\.\d+\+local$/)
    expect(opened.loaded.problems).toEqual([])
  })

  it('refuses a folder that lacks tables, naming them, and does not mix it with the shipped one', async () => {
    await expect(openFiles(without('treatments.csv'), shipped)).rejects.toThrow(/lacks treatments\.csv\./)
  })

  it('refuses files among which is no table', async () => {
    await expect(openFiles([{ name: 'letter.csv', bytes: bytesOf('a') }], shipped)).rejects.toThrow(
      /No table of a data folder/,
    )
  })

  it('refuses a table that leaves nothing to show, with the reason', async () => {
    const headless = { name: 'mine/findings.csv', bytes: bytesOf('x,y\n1,2\n') }
    const files = await openFiles([...without('findings.csv'), headless], nothingBelow)
    await expect(readOpened(files)).rejects.toThrow(/^These data cannot be shown\. .+/)
    const header = readFileSync(`${EXAMPLE}/findings.csv`, 'utf8').split('\n', 1)[0] ?? ''
    const empty = { name: 'mine/findings.csv', bytes: bytesOf(`${header}\nbroken,row\n`) }
    const broken = await openFiles([...without('findings.csv'), empty], nothingBelow)
    await expect(readOpened(broken)).rejects.toThrow(/no row of findings\.csv is usable\. Line 2/)
  })

  it('refuses more rows than a tab can hold, with the figure, before reading them', async () => {
    const rows = { name: 'findings.csv', bytes: new Uint8Array(MOST_ROWS + 5).fill(10) }
    await expect(openFiles([rows], shipped)).rejects.toThrow(/about 250,005 rows; at most 250,000/)
  })
})
