import { readFileSync } from 'node:fs'
import { filterStandards, standardNames, statusChoices } from '@/features/about/standardsFilter'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../../support/evidence'

const { standards } = realEvidence()

describe('the self-assessment', () => {
  it('holds every criterion of the table of standards, each with a status and where or why', () => {
    expect(standards).toHaveLength(115)
    for (const row of standards) expect(row.whereOrWhy.length, row.id).toBeGreaterThan(10)
  })

  it('does not claim what needs people who never took part', () => {
    const of = (id: string) => standards.find((row) => row.id === id)?.status
    for (const id of [
      'ipdas-dev-2',
      'ipdas-dev-6',
      'ipdas-dev-7',
      'ipdas-dev-8',
      'ipdas-dim-12',
      'nice-pmg42-6',
    ])
      expect(of(id), id).toBe('not-met')
  })

  it('claims no class of device', () => {
    for (const row of standards.filter(({ id }) => id.startsWith('eu-mdr-11')))
      expect(row.status).toBe('not-applicable')
  })
})

describe('narrowing it', () => {
  it('counts what each choice would leave, and the counts add up', () => {
    for (const standard of ['', ...standardNames(standards)]) {
      const [all, ...others] = statusChoices(standards, standard)
      expect(others.reduce((sum, { count }) => sum + count, 0)).toBe(all?.count)
      for (const { id, count } of others) expect(filterStandards(standards, standard, id)).toHaveLength(count)
    }
  })

  it('names each standard once', () => {
    const names = standardNames(standards)
    expect(new Set(names).size).toBe(names.length)
    expect(names[0]).toBe('IPDAS v4 (IPDASi)')
  })
})

it('says the same of the data in the folder and in the words about it: who reviewed them, and when searching stopped', () => {
  const { aboutTexts, changes } = realEvidence()
  const all = aboutTexts.map((row) => row.text).join('\n')
  const meta = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as Record<string, string>
  expect(all).toContain('No clinician has reviewed it yet.')
  expect(all).toContain(`Searching stopped on ${meta['created']?.slice(0, 10)}`)
  expect(changes.map((row) => row.version)).toContain(meta['version'])
})
