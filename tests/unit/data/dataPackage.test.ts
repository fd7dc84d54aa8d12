import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { fileOf, headerOf } from '@/domain/columns'
import { TABLES } from '@/domain/tables'
import { writeDataDictionary } from '@/data/dataDictionary'
import { describeDataPackage, readDataPackage } from '@/data/dataPackage'
import { readFileFacts } from '@/data/fileHashes'

const ROOT = new URL('../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')
const shipped = JSON.parse(read('data/datapackage.json')) as Descriptor

interface Field {
  readonly name: string
  readonly type: string
  readonly title: string
  readonly constraints?: Readonly<Record<string, unknown>>
  readonly [other: string]: unknown
}
interface Resource {
  readonly name: string
  readonly path: string
  readonly [other: string]: unknown
  readonly schema: {
    readonly fields: readonly Field[]
    readonly primaryKey: readonly string[]
    readonly missingValues: readonly string[]
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[]
      readonly reference: { readonly resource?: string; readonly fields: readonly string[] }
    }[]
  }
}
type Descriptor = Parameters<typeof describeDataPackage>[0] & {
  readonly $schema: string
  readonly resources: readonly Resource[]
}

const asFile = (content: unknown) => () =>
  Promise.resolve(new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)))

describe('the description of the data folder', () => {
  it('is what the code declares and the files hold; "npm run write-descriptor" makes it so again', async () => {
    const files = await readFileFacts(async (file) => readFileSync(new URL(`data/${file}`, ROOT)))
    const written = describeDataPackage(shipped, files)
    expect(read('data/datapackage.json')).toBe(`${JSON.stringify(written, null, 2)}\n`)
  })

  it('is what the data dictionary says too', async () => {
    const path = new URL('docs/data-dictionary.md', ROOT).pathname
    const style = await resolveConfig(path)
    expect(read('docs/data-dictionary.md')).toBe(
      await format(writeDataDictionary(), { ...style, parser: 'markdown' }),
    )
  })

  it('names the package, its version, its date and its licence', async () => {
    const { info, problems } = await readDataPackage(asFile(read('data/datapackage.json')))
    expect(problems).toEqual([])
    expect(info).toMatchObject({
      name: 'tn-compare-evidence',
      version: '1.0.0',
      created: '2026-11-23T00:00:00Z',
      licenses: [{ name: 'CC-BY-4.0' }],
      contributors: [{ title: 'TN Compare contributors' }],
    })
    expect(info).not.toHaveProperty('resources')
  })
})

/** What each field type of Table Schema 2 may carry. @see https://datapackage.org/standard/table-schema/ */
const CONSTRAINTS: Readonly<Record<string, readonly string[]>> = {
  string: ['required', 'unique', 'enum', 'pattern', 'minLength', 'maxLength'],
  number: ['required', 'unique', 'enum', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  integer: ['required', 'unique', 'enum', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  year: ['required', 'unique', 'enum', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  list: ['required', 'unique', 'enum', 'minLength', 'maxLength'],
}

describe('the descriptor, by the rules of Data Package 2', () => {
  const byName = new Map(shipped.resources.map((resource) => [resource.name, resource]))

  it('has a profile, a name for a web address, a semantic version and a date with time', () => {
    expect(shipped.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
    expect(shipped.name).toMatch(/^[a-z0-9._-]+$/)
    expect(shipped.version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(shipped.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
    for (const licence of shipped.licenses) expect(licence.name ?? licence.path).toBeTruthy()
    for (const one of [...(shipped.sources ?? []), ...(shipped.contributors ?? [])])
      expect(one.title).toBeTruthy()
  })

  it('has one resource a table, each with a path, a dialect and a schema', () => {
    expect(byName.size).toBe(shipped.resources.length)
    expect(shipped.resources.map((resource) => resource.path)).toEqual(
      Object.values(TABLES).map((table) => fileOf(table.name)),
    )
    for (const resource of shipped.resources) {
      expect(resource.name).toMatch(/^[a-z0-9._-]+$/)
      expect(resource.path).toBe(`${resource.name}.csv`)
      expect(resource).toMatchObject({
        type: 'table',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { header: true, delimiter: ',', quoteChar: '"', doubleQuote: true },
        schema: { missingValues: [''] },
      })
    }
  })

  it.each(shipped.resources)(
    '$name: its fields have the header order, a known type and fitting constraints',
    (one) => {
      const { fields } = one.schema
      expect(read(`data/${one.path}`).split('\n', 1)[0]).toBe(fields.map((field) => field.name).join(','))
      for (const { type, title, constraints = {}, ...others } of fields) {
        expect(title).toBeTruthy()
        expect(CONSTRAINTS[type]).toEqual(expect.arrayContaining(Object.keys(constraints)))
        if (type === 'list') expect(others).toMatchObject({ delimiter: ';', itemType: 'string' })
        if ('enum' in constraints)
          expect(new Set(constraints.enum as string[]).size).toBe((constraints.enum as string[]).length)
      }
    },
  )

  it.each(shipped.resources)(
    '$name: its keys name fields that exist, here and at the other end',
    ({ name, schema }) => {
      const names = schema.fields.map((field) => field.name)
      expect(new Set(names).size).toBe(names.length)
      expect(names).toEqual(expect.arrayContaining([...schema.primaryKey]))
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        expect(names).toEqual(expect.arrayContaining([...fields]))
        // A key into the same table must leave the resource out.
        expect(reference.resource).not.toBe(name)
        const other = byName.get(reference.resource ?? name)
        expect(other?.schema.primaryKey).toEqual(reference.fields)
        expect(reference.fields).toHaveLength(fields.length)
      }
    },
  )

  it('carries types, words, limits, patterns and links of the declaration', () => {
    const findings = byName.get('findings')?.schema
    const field = (name: string) => findings?.fields.find((one) => one.name === name)
    expect(field(headerOf('armN'))).toMatchObject({ type: 'integer', constraints: { minimum: 0 } })
    expect(field('measure')).toMatchObject({
      constraints: { required: true, enum: TABLES.findings.columns.measure.values },
    })
    expect(field('ci_level')).toMatchObject({ type: 'number', constraints: { minimum: 50, maximum: 99.9 } })
    expect(field('caveat')).not.toHaveProperty('constraints')
    expect(field('certainty_by')).toMatchObject({ refersTo: { resource: 'sources', orWords: ['curator'] } })
    expect(findings?.foreignKeys).toContainEqual({
      fields: ['source'],
      reference: { resource: 'sources', fields: ['id'] },
    })
    expect(findings?.foreignKeys?.some(({ fields }) => fields.includes('certainty_by'))).toBe(false)
    expect(byName.get('treatments')?.schema.foreignKeys).toContainEqual({
      fields: ['parent'],
      reference: { fields: ['id'] },
    })
    expect(byName.get('terms')?.schema.primaryKey).toEqual(['facet', 'id'])
  })
})

describe('readDataPackage', () => {
  it.each([
    ['contributors', 5],
    ['contributors', [null]],
    ['contributors', [{ title: 'A', roles: 'author' }]],
    ['keywords', { a: 1 }],
    ['sources', ['x']],
    ['description', ['x']],
    ['nextReview', 2027],
  ])('leaves out %s of another form, says so, and keeps the rest', async (property, value) => {
    const { info, problems } = await readDataPackage(asFile({ ...shipped, [property]: value }))
    expect(info).toMatchObject({ name: shipped.name, version: shipped.version })
    expect(info).not.toHaveProperty(property)
    expect(problems).toEqual([
      expect.objectContaining({ type: 'cell/type', file: 'datapackage.json', column: property }),
    ])
  })

  it('of any JSON at all gives what the pages can show, or a problem', async () => {
    const property = fc.constantFrom(
      'name',
      'title',
      'version',
      'created',
      'licenses',
      'contributors',
      '__proto__',
    )
    const change = fc.dictionary(property, fc.anything({ maxDepth: 3 }), { maxKeys: 3 })
    await fc.assert(
      fc.asyncProperty(change, async (changed) => {
        const text = JSON.stringify({ ...shipped, ...changed }, (_, value: unknown) =>
          typeof value === 'bigint' ? String(value) : value,
        )
        const { info, problems } = await readDataPackage(asFile(text))
        if (!info) {
          expect(problems).not.toEqual([])
          return
        }
        // As src/features/about takes them apart.
        const shown = [
          ...info.licenses.map(({ title, name }) => title ?? name ?? ''),
          ...(info.contributors ?? []).flatMap(({ title, roles = [] }) => [title ?? '', ...roles]),
          info.created.slice(0, 10),
        ]
        expect(shown.filter((text) => typeof text !== 'string')).toEqual([])
      }),
    )
  })

  it('says that the description is missing, and why', async () => {
    const { info, problems } = await readDataPackage(() => Promise.reject(new Error('404 (Not Found)')))
    expect(info).toBeUndefined()
    expect(problems).toEqual([expect.objectContaining({ type: 'file/missing', file: 'datapackage.json' })])
    expect(problems[0]?.message).toContain('404 (Not Found)')
  })

  it.each(['', '{', '<!doctype html>'])('says that %j is no description', async (text) => {
    const { info, problems } = await readDataPackage(asFile(text))
    expect(info).toBeUndefined()
    expect(problems.map((problem) => problem.type)).toEqual(['file/unreadable'])
  })

  it.each([null, [], {}, 7])('tells what %j does not say of itself', async (content) => {
    const { info, problems } = await readDataPackage(asFile(content))
    expect(info).toBeUndefined()
    expect(problems.map((problem) => problem.column)).toEqual([
      'name',
      'title',
      'version',
      'created',
      'licenses',
    ])
  })
})
