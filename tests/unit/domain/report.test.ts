import { reportText } from '@/domain/report'
import { expect, it } from 'vitest'

const subject = {
  file: 'findings.csv',
  row: 'wu-2012-f1',
  shown: 'Botulinum toxin, half of pain gone: 68 of 100',
  source: 'Wu CJ. Botulinum. 2012.',
  address: 'https://tn.example/?finding=wu-2012-f1',
}
const data = { name: 'tn-compare-evidence', version: '1.0.0', created: '2026-11-23T00:00:00Z' }

it('names the row, the file, the version of the data and the address, and leaves a line to describe', () => {
  expect(reportText(subject, data).split('\n')).toEqual([
    'Report of a wrong number or statement',
    'Row: wu-2012-f1',
    'File: findings.csv',
    'Data: tn-compare-evidence, version 1.0.0, of 2026-11-23',
    'Shown as: Botulinum toxin, half of pain gone: 68 of 100',
    'Source: Wu CJ. Botulinum. 2012.',
    'Address: https://tn.example/?finding=wu-2012-f1',
    'What is wrong, and where the source says so (nothing about a patient): ',
  ])
})

it('says which part of the version is not stated, and never leaves it blank', () => {
  expect(reportText(subject, undefined)).toContain('Data: the data have no description (datapackage.json)')
  expect(reportText(subject, { name: 'ours' })).toContain('Data: ours, version not stated, date not stated')
})

it('names no source of a source', () => {
  expect(reportText({ ...subject, source: undefined }, data)).not.toContain('Source:')
})
