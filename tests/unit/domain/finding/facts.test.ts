import { estimateOf } from '@/domain/estimate'
import { describeEstimate } from '@/domain/estimateText'
import { certaintyText, flagTexts, rowFacts, studyFacts } from '@/domain/finding/facts'
import { intervalOriginText } from '@/domain/finding/intervalOrigin'
import type { Finding } from '@/domain/tables/findings'
import { describe, expect, it } from 'vitest'
import { findingOf, realEvidence } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'

const evidence = realEvidence()
const textOf = (finding: Finding) => describeEstimate(estimateOf(finding, evidence), evidence)
const rowOf = (finding: Finding) =>
  Object.fromEntries(
    rowFacts(estimateOf(finding, evidence), textOf(finding), evidence).map(({ label, words }) => [
      label,
      words,
    ]),
  )
const studyOf = (finding: Finding) => {
  const source = evidence.sourceById.get(finding.source)
  if (!source) throw new Error(`no source ${finding.source}`)
  return Object.fromEntries(
    studyFacts(finding, source, textOf(finding), evidence).map(({ label, words }) => [label, words]),
  )
}
const origin = (finding: Finding) => intervalOriginText(estimateOf(finding, evidence))

describe('studyFacts', () => {
  it('says what the parts read do not tell', () => {
    expect(studyOf(findingOf('wu-2012-botulinum-f1'))).toMatchObject({
      Funding: 'Funding not in the parts read.',
      'Risk of bias': 'Some concerns; judged for this data set, not by the source',
      'Patients counted': '22 in the arm, 20 in the comparison arm',
    })
  })

  it('prints why a source is a weak basis', () => {
    const weak = evidence.sources.find((row) => row.weakBasis !== undefined)
    expect(studyOf(makeFinding({ source: weak?.id ?? '' }))['A weak basis']).toContain(weak?.weakBasis)
  })
})

describe('rowFacts', () => {
  it('keeps the value as recorded, unrounded', () => {
    expect(rowOf(findingOf('wu-2012-botulinum-f1'))).toMatchObject({
      'Value as printed': '68.18 percent',
      Counts: '15 of 22',
    })
  })

  it('says where a number was read when that is not its own source', () => {
    const finding = evidence.findings.find(
      (row) => row.reportedIn !== undefined && row.reportedIn !== row.source,
    )
    expect(finding && rowOf(finding)['Read in']).toMatch(/, which quotes the source$/)
    expect(rowOf(findingOf('wu-2012-botulinum-f1'))['Read in']).toBeUndefined()
  })

  it('prints no digits of an interval that cannot be right', () => {
    const { Interval: interval } = rowOf(findingOf('li-2024-electroacupuncture-f2'))
    expect(interval).toContain('cannot be relied on')
    expect(interval).not.toMatch(/\d/)
  })

  it('says that nothing was compared, or with what and how many', () => {
    expect(rowOf(makeFinding())['Compared with']).toBe('Nothing.')
    expect(rowOf(findingOf('wu-2012-botulinum-f1'))['Counts there']).toBe('3 of 20')
  })

  it('has words for every fact of every row, and never a working note', () => {
    const broken = (words: string) => !/\S/.test(words) || /NaN|undefined|null\b|\[object/.test(words)
    const faults = evidence.findings.flatMap((finding) =>
      Object.entries({ ...studyOf(finding), ...rowOf(finding) })
        .filter(([, words]) => broken(words) || words === finding.note)
        .map(([label, words]) => `${finding.id} ${label}: ${words}`),
    )
    expect(faults).toEqual([])
  })
})

describe('certaintyText', () => {
  it('says who graded', () => {
    const graded = (finding: Finding) => certaintyText(finding, textOf(finding), evidence)
    expect(graded(makeFinding())).toBe('Low certainty (GRADE), judged for this data set, not by the source')
    expect(graded(makeFinding({ certaintyBy: 'zhang-2013-cochrane' }))).toMatch(
      /judged by Zhang et al\. 2013$/,
    )
    expect(graded(makeFinding({ certainty: undefined, certaintyBy: undefined }))).toBe('Certainty not graded')
  })
})

describe('flagTexts', () => {
  it('has words in the data for every flag in use', () => {
    for (const finding of evidence.findings)
      for (const [index, words] of flagTexts(finding, evidence).entries())
        expect(words, finding.id).not.toBe(finding.flags[index])
  })
})

describe('intervalOriginText', () => {
  it('tells the printed, the worked out and the rebuilt apart', () => {
    expect(origin(makeFinding({ ciLow: 50, ciHigh: 70, ciLevel: 90 }))).toBe(
      '90\u00a0% interval as the source prints it.',
    )
    expect(origin(findingOf('wu-2012-botulinum-f1'))).toContain("Wilson's method, from the printed counts")
    expect(origin(makeFinding({ value: 53.3, armN: 30 }))).toContain('rebuilt from the printed percent')
  })

  it('says why counts give no interval', () => {
    const counts = { armEvents: 60, armN: 100 }
    expect(origin(findingOf('liu-2020-redo-mvd-f1'))).toContain('do not make the printed percent')
    expect(origin(makeFinding({ ...counts, estimateKind: 'pooled' }))).toContain(
      'added up over several studies',
    )
    expect(origin(makeFinding({ ...counts, estimateKind: 'actuarial' }))).toContain(
      'followed for a shorter time',
    )
    expect(origin(makeFinding({ ...counts, estimateKind: 'model' }))).toContain('from a model')
    expect(origin(makeFinding({ ...counts, denominator: 'infusions' }))).toContain('not counted once each')
    expect(origin(makeFinding({ armN: undefined }))).toBe('Range not reported.')
  })
})
