import { describe, expect, it } from 'vitest'
import type { Problem } from '@/domain/problem'
import { FAULTS, loadFault, survivors } from './brokenFolder'

type Expected = Pick<Problem, 'type'> & Partial<Problem>

interface Fault {
  /** Problems that are not the mere consequence of another one. */
  readonly problems: readonly Expected[]
  readonly findings: string | undefined
  readonly headlines: string
}

const ALL = { findings: 'f1 f2 f3', headlines: 'f1 f2 f1' } as const
const WITHOUT_F1 = { findings: 'f2 f3', headlines: 'f2' } as const
const NO_FINDINGS = { findings: undefined, headlines: 'f1 f2 f1' } as const

const file = 'findings.csv'
const inCell = (type: Problem['type'], column: string, cell: string): Fault => ({
  problems: [{ type, file, line: 2, column, cell, rowLeftOut: true }],
  ...WITHOUT_F1,
})
const accepted: Fault = { problems: [], ...ALL }
const reported = (...problems: Expected[]): Fault => ({ problems, ...ALL })
const unread = (...problems: Expected[]): Fault => ({ problems, ...NO_FINDINGS })

/** What each broken folder must lead to: what is said, and what still works. */
const EXPECTED: Readonly<Record<string, Fault>> = {
  // Cells that are not what their column says
  'percent-sign': inCell('cell/type', 'value', '53%'),
  'decimal-comma': inCell('cell/type', 'value', '1,5'),
  'number-in-words': inCell('cell/type', 'arm_events', 'thirty two'),
  'outer-space': inCell('cell/type', 'arm_events', ' 12'),
  thousands: inCell('cell/type', 'arm_n', '1 200'),
  'long-minus': inCell('cell/type', 'value', '−5'),
  exponent: inCell('cell/type', 'value', '5e1'),
  'leading-zero': inCell('cell/type', 'arm_n', '060'),
  'negative-count': inCell('cell/type', 'arm_n', '-60'),
  'too-many-digits': inCell('cell/type', 'value', '53.30000000000000001'),
  'blank-required': inCell('cell/required', 'locator', ''),
  'spaces-only': inCell('cell/required', 'locator', '  '),
  'unknown-word': inCell('cell/constraint', 'measure', 'percentage'),
  'mistyped-word': inCell('cell/constraint', 'certainty', 'moderat'),
  'impossible-level': inCell('cell/constraint', 'ci_level', '120'),
  'space-in-reference': inCell('cell/constraint', 'treatment', 'drug-a '),
  'nul-character': inCell('cell/constraint', 'outcome_as_reported', 'no\0 pain'),
  'replacement-character': inCell('cell/constraint', 'outcome_as_reported', 'no p\ufffdin'),
  'empty-members': reported({ type: 'cell/constraint', line: 2, column: 'flags', rowLeftOut: false }),
  'spaced-members': accepted,

  // Rows that cannot be true
  'events-above-patients': inCell('row/sense', 'arm_events', '61'),
  'comparator-events-above-patients': inCell('row/sense', 'comparator_events', '11'),
  'value-outside-interval': inCell('row/sense', 'value', '70'),
  'limits-swapped': inCell('row/sense', 'ci_low', '65.5'),
  'one-limit': inCell('row/sense', 'ci_high', ''),
  'share-above-100': inCell('row/sense', 'value', '533'),
  'share-limit-above-100': inCell('row/sense', 'ci_high', '165.5'),
  'ratio-below-0': inCell('row/sense', 'value', '-1.5'),
  'range-turned': inCell('row/sense', 'range_low', '9'),
  'value-outside-range': inCell('row/sense', 'value', '53.3'),
  'time-without-unit': inCell('row/sense', 'timepoint_unit', ''),
  'unit-without-time': inCell('row/sense', 'timepoint', ''),
  'headline-of-another-treatment': {
    problems: [{ type: 'row/sense', file: 'headlines.csv', line: 2, column: 'finding_id', cell: 'f2' }],
    findings: 'f1 f2 f3',
    headlines: 'f2 f1',
  },
  'headline-of-another-outcome': {
    problems: [{ type: 'row/sense', file: 'headlines.csv', line: 2, column: 'finding_id', cell: 'f1' }],
    findings: 'f1 f2 f3',
    headlines: 'f2 f1',
  },
  'headline-without-words': {
    problems: [{ type: 'row/sense', file: 'headlines.csv', line: 2, column: 'words', cell: '' }],
    findings: 'f1 f2 f3',
    headlines: 'f2 f1',
  },
  'onset-turned': {
    problems: [{ type: 'row/sense', file: 'treatments.csv', line: 2, column: 'onset_days_low', cell: '9' }],
    ...WITHOUT_F1,
  },
  'times-turned': {
    problems: [
      { type: 'row/sense', file: 'derived-outcomes.csv', line: 2, column: 'time_low_months', cell: '4' },
      { type: 'row/sense', file: 'headlines.csv', line: 4, column: 'finding_id', cell: 'f1' },
    ],
    findings: 'f1 f2 f3',
    headlines: 'f1 f2',
  },

  // Keys and links
  'duplicate-id': {
    problems: [{ type: 'row/primary-key', file, line: 4, column: 'id', cell: 'f1', rowLeftOut: true }],
    findings: 'f1 f2',
    headlines: 'f1 f2 f1',
  },
  'dangling-reference': inCell('cell/foreign-key', 'source', 'study-onee'),
  'unlabelled-word': inCell('cell/foreign-key', 'estimate_kind', 'pooled'),
  'dangling-list-member': {
    problems: [
      { type: 'cell/foreign-key', file: 'treatments.csv', line: 2, column: 'cautions_from', cell: 'drug-c' },
    ],
    ...WITHOUT_F1,
  },
  'dangling-citation': reported({
    type: 'cell/foreign-key',
    file: 'treatments.csv',
    line: 2,
    column: 'regimen_source',
    cell: 'study-three',
    rowLeftOut: false,
  }),
  'unknown-term': {
    problems: [{ type: 'cell/foreign-key', file: 'treatments.csv', line: 2, column: 'line', cell: 'frist' }],
    ...WITHOUT_F1,
  },
  'missing-term': {
    problems: [
      { type: 'cell/foreign-key', file: 'treatments.csv', line: 2, column: 'family', cell: 'medicine' },
      { type: 'cell/foreign-key', file: 'treatments.csv', line: 3, column: 'family', cell: 'medicine' },
      { type: 'cell/foreign-key', file: 'groups.csv', line: 2, column: 'family', cell: 'medicine' },
    ],
    findings: '',
    headlines: '',
  },
  'faulty-term': reported({ type: 'cell/required', file: 'terms.csv', line: 2, column: 'label', cell: '' }),
  'faulty-group': reported(
    { type: 'cell/required', file: 'groups.csv', line: 2, column: 'label', cell: '' },
    { type: 'cell/required', file: 'groups.csv', line: 2, column: 'plain_label', cell: '' },
  ),
  'faulty-source': {
    problems: [{ type: 'cell/type', file: 'sources.csv', line: 2, column: 'year', cell: '2019a' }],
    findings: 'f3',
    headlines: '',
  },
  'wrong-pattern': {
    problems: [{ type: 'cell/constraint', file: 'sources.csv', line: 2, column: 'doi', cell: 'doi:10.1/x' }],
    findings: 'f3',
    headlines: '',
  },

  // Columns
  'extra-column': reported({
    type: 'table/extra-column',
    file,
    line: 1,
    column: 'remark',
    rowLeftOut: false,
  }),
  'proto-column': reported({ type: 'table/extra-column', file, line: 1, column: '__proto__' }),
  'nameless-column': reported({ type: 'table/extra-column', file, line: 1, column: '' }),
  'missing-optional-column': reported({ type: 'table/missing-column', file, line: 1, column: 'caveat' }),
  'renamed-column': reported(
    { type: 'table/extra-column', file, line: 1, column: 'Value', mending: 'Rename it to "value".' },
    { type: 'table/missing-column', file, line: 1, column: 'value' },
  ),
  'missing-required-column': unread({ type: 'table/missing-column', file, line: 1, column: 'measure' }),
  'duplicate-header': unread(
    { type: 'table/duplicate-column', file, line: 1, column: 'value' },
    { type: 'table/missing-column', file, line: 1, column: 'ci_low' },
  ),
  'other-order': accepted,

  // Rows that do not fit the header
  'too-few-cells': { problems: [{ type: 'row/shape', file, line: 2 }], ...WITHOUT_F1 },
  'too-many-cells': { problems: [{ type: 'row/shape', file, line: 2, cell: 'one more' }], ...WITHOUT_F1 },
  'blank-line': reported({ type: 'row/shape', file, line: 3, message: 'The line is blank.' }),
  'commas-only': reported({ type: 'row/shape', file, line: 3, message: 'All cells of the row are empty.' }),
  'blank-lines-at-end': accepted,
  'no-line-end': accepted,
  'unclosed-quote': {
    problems: [
      {
        type: 'row/shape',
        file,
        line: 2,
        message: expect.stringContaining('Lines 2 to 4') as unknown as string,
      },
      { type: 'cell/foreign-key', file: 'headlines.csv', line: 3, column: 'finding_id', cell: 'f2' },
    ],
    findings: '',
    headlines: '',
  },
  'text-after-quote': {
    problems: [
      {
        type: 'row/shape',
        file,
        line: 2,
        message: expect.stringContaining('Lines 2 to 3') as unknown as string,
      },
      { type: 'cell/foreign-key', file: 'headlines.csv', line: 3, column: 'finding_id', cell: 'f2' },
    ],
    findings: 'f3',
    headlines: '',
  },
  'quoted-line-breaks': accepted,
  'quoted-windows-line-breaks': accepted,
  'fault-after-line-breaks': {
    problems: [{ type: 'cell/type', file, line: 5, column: 'value', cell: 'x' }],
    findings: 'f1 f3',
    headlines: 'f1 f1',
  },

  // Whole files
  'empty-file': unread({ type: 'file/unreadable', file }),
  'header-only': { problems: [{ type: 'table/empty', file }], findings: '', headlines: 'f1 f2 f1' },
  'utf-16': unread({ type: 'file/encoding', file }),
  'utf-16-unmarked': unread({ type: 'file/encoding', file }),
  'latin-1': unread({ type: 'file/encoding', file, line: 4 }),
  'web-page': unread({ type: 'file/unreadable', file }),
  semicolons: unread({ type: 'table/header', file, line: 1 }),
  'byte-order-mark': accepted,
  'windows-line-ends': accepted,
}

describe('a data folder with one fault', () => {
  it('has an expectation for every broken folder', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...FAULTS].sort())
  })

  it.each(FAULTS)('%s: is told once, and the rest works', async (fault) => {
    const { problems: expected, ...left } = EXPECTED[fault] ?? { problems: [] }
    const loaded = await loadFault(fault)
    expect(loaded.problems.filter((problem) => !problem.cause)).toEqual(
      expected.map((problem) => expect.objectContaining(problem)),
    )
    expect(survivors(loaded)).toEqual(left)
  })

  it.each(FAULTS)('%s: every problem says in sentences what is wrong and how to mend it', async (fault) => {
    const { problems } = await loadFault(fault)
    for (const { file: name, message, mending } of problems) {
      expect(name).toMatch(/^[a-z-]+\.csv$/)
      expect(message).toMatch(/^["A-Z\d−-].*\.$/s)
      expect(mending).toMatch(/^[A-Z].*\.\)?$/s)
    }
  })
})
