import { zipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { diffFolders, readFolder } from '@/data/diffFolders'
import { filesOfFolder, zipOf } from '@/data/exportFolder'
import { templateFiles, templateOf, templates } from '@/data/exportTemplates'
import { checkSense } from '@/data/checkSense'
import { openChosen, readerOf } from '@/data/openArchive'
import { readTable } from '@/data/readTable'
import { fileOf } from '@/domain/columns'
import { TABLES, TABLE_NAMES } from '@/domain/tables'

const shipped = async (file: string) => new Uint8Array(await readFile(`data/${file}`))
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('the whole folder as an archive', () => {
  it('opens again as the folder it was: the same bytes, no problem, equal rows', async () => {
    const files = await filesOfFolder(shipped)
    const archive = zipOf(files, 'data-1.0.0')
    const opened = openChosen([{ name: 'data-1.0.0.zip', bytes: archive }])
    expect([...opened.keys()].sort()).toEqual([...files.keys()].sort())
    expect(opened.has('datapackage.json')).toBe(true)
    for (const [name, bytes] of files) expect(Buffer.compare(opened.get(name) ?? bytesOf(''), bytes)).toBe(0)

    const [before, after] = await Promise.all([readFolder(shipped), readFolder(readerOf(opened))])
    expect(after.problems).toEqual([])
    for (const name of TABLE_NAMES)
      expect(JSON.stringify(after.evidence[name])).toBe(JSON.stringify(before.evidence[name]))
    expect(diffFolders(before, after)).toMatchObject({ release: 'none', summary: 'Nothing changed.' })
  })

  it('leaves out what is not there', async () => {
    const files = await filesOfFolder((file) =>
      file === 'glossary.csv' ? shipped(file) : Promise.reject(new Error('gone')),
    )
    expect([...files.keys()]).toEqual(['glossary.csv'])
  })
})

describe('openChosen', () => {
  it('takes the file nearest to the top, and leaves alone what is no data', () => {
    const archive = zipSync({
      'deep/er/findings.csv': bytesOf('deep'),
      'data/findings.csv': bytesOf('top'),
      '__MACOSX/data/._findings.csv': bytesOf('shadow'),
      'data/photo.png': bytesOf('picture'),
    })
    const files = openChosen([
      { name: 'folder.zip', bytes: archive },
      { name: 'glossary.csv', bytes: bytesOf('single') },
      { name: 'notes.docx', bytes: bytesOf('letter') },
    ])
    expect([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['glossary.csv', 'single'],
      ['findings.csv', 'top'],
    ])
  })

  it('knows an archive by its first bytes, whatever its name', () => {
    const bytes = zipSync({ 'terms.csv': bytesOf('x') })
    expect([...openChosen([{ name: 'download', bytes }]).keys()]).toEqual(['terms.csv'])
  })

  it('refuses an archive that is damaged or would fill the memory, in words', () => {
    const damaged = zipSync({ 'a.csv': bytesOf('a,b\n'.repeat(100)) }).slice(0, 60)
    expect(() => openChosen([{ name: 'half.zip', bytes: damaged }])).toThrow(
      /half\.zip could not be unpacked/,
    )
    const bomb = zipSync({ 'a.csv': new Uint8Array(5001) })
    expect(() => openChosen([{ name: 'bomb.zip', bytes: bomb }], 5000)).toThrow(
      /bomb\.zip could not be unpacked: it holds 5,001 bytes/,
    )
  })

  it('says which file is missing', async () => {
    await expect(readerOf(new Map())('findings.csv')).rejects.toThrow('findings.csv is not among the files')
  })
})

describe('the templates', () => {
  it.each(TABLE_NAMES)('%s: one made-up row that the declaration allows', (name) => {
    const { csv, file } = templateOf(TABLES[name])
    expect(file).toBe(fileOf(TABLES[name].name))
    const { rows = [], problems } = readTable(TABLES[name], bytesOf(csv))
    expect(problems).toEqual([])
    expect(rows).toHaveLength(1)
    expect(checkSense(name, rows[0] ?? {})).toEqual([])
    expect(csv).toMatch(/example/i)
  })

  it('are one for each table, with a note that the rows are made up, and the dictionary', () => {
    expect(templates()).toHaveLength(TABLE_NAMES.length)
    expect(templateFiles().get('templates-README.txt')).toContain('MADE UP')
    expect(templateFiles().get('data-dictionary.md')).toContain('## findings.csv')
  })

  it('have no problem but that their made-up words are in no list of words', async () => {
    const files = new Map([...templateFiles()].map(([name, text]) => [name, bytesOf(text)]))
    const { problems } = await readFolder(readerOf(files))
    const other = problems.filter(({ type }) => type !== 'cell/foreign-key')
    expect(other.map(({ file }) => file)).toEqual(['datapackage.json'])
  })
})

it('tells columns and files that only one of two folders has', async () => {
  const files = new Map(await filesOfFolder(shipped))
  const header = 'term,plain_definition,picture\n'
  files.set('glossary.csv', bytesOf(`${header}pain,It hurts.,none\n`))
  files.delete('burdens.csv')
  const diff = diffFolders(await readFolder(shipped), await readFolder(readerOf(files)))
  expect(diff.shape).toEqual({
    filesAdded: [],
    filesRemoved: ['burdens.csv'],
    columnsAdded: ['glossary.csv: picture'],
    columnsRemoved: [],
  })
  expect(diff.release).toBe('major')
})
