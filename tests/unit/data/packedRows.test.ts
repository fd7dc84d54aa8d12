import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { loadTables } from '@/data/loadTables'
import { BLOCK_ROWS, buffersOf, packTables, RowsUnpacker } from '@/data/packedRows'
import { recordedText } from '@/domain/recordedText'
import { TABLE_NAMES, type Tables } from '@/domain/tables'

const shipped = await loadTables(async (file) => new Uint8Array(await readFile(`data/${file}`)), TABLE_NAMES)

/** As a message would: numbers are handed over, all else is copied. */
function sent(tables: Partial<Tables>) {
  const unpacker = new RowsUnpacker()
  let blocks = 0
  for (const block of packTables(tables)) {
    unpacker.add(structuredClone(block, { transfer: buffersOf(block) }))
    blocks++
  }
  return { tables: unpacker.tables(), rows: unpacker.rows, blocks }
}

describe('rows on their way from the worker to the page', () => {
  const { tables, rows } = sent(shipped.tables)

  it('arrive as they were read: every cell of every shipped table, missing ones missing', () => {
    expect(Object.keys(tables).sort()).toEqual(Object.keys(shipped.tables).sort())
    for (const name of TABLE_NAMES) expect(tables[name], name).toEqual(shipped.tables[name])
    expect(rows).toBe(TABLE_NAMES.reduce((sum, name) => sum + (shipped.tables[name]?.length ?? 0), 0))
  })

  it('keep the digits that a source prints, such as 0.80', () => {
    const texts = (all: Partial<Tables>) =>
      (all.findings ?? []).map((row) => [recordedText(row, 'value'), recordedText(row, 'ciLow')])
    expect(texts(tables)).toEqual(texts(shipped.tables))
    expect(
      texts(tables)
        .flat()
        .some((text) => text?.endsWith('0') && text.includes('.')),
    ).toBe(true)
  })

  it('are frozen, and so are their lists', () => {
    const [first] = tables.findings ?? []
    expect(Object.isFrozen(tables.findings) && Object.isFrozen(first)).toBe(true)
    expect(tables.findings?.every((row) => Object.isFrozen(row.flags))).toBe(true)
  })

  it('come in blocks, with a text that stood in an earlier block meant again', () => {
    const glossary = shipped.tables.glossary ?? []
    const many = Array.from({ length: BLOCK_ROWS + 3 }, (_, at) => glossary[at % glossary.length])
    const { tables: back, blocks } = sent({ glossary: many } as Partial<Tables>)
    expect(blocks).toBe(2)
    expect(back.glossary).toEqual(many)
  })

  it('keep an empty table apart from one that could not be read', () => {
    expect(sent({ glossary: [] }).tables).toEqual({ glossary: [] })
  })
})
