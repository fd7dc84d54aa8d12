import { authorsOf, bibliographicRecord, placeInJournal } from '@/domain/sources/bibliographicRecord'
import { describe, expect, it } from 'vitest'
import { makeSource } from '../../../support/makeSource'

describe('authorsOf', () => {
  it('cuts names written as family name and initials', () => {
    expect(authorsOf('Di Stefano G, Young JP Jr, Davídsson ÓB')).toEqual({
      authors: [
        { family: 'Di Stefano', given: 'G.' },
        { family: 'Young', given: 'J. P.', suffix: 'Jr' },
        { family: 'Davídsson', given: 'Ó. B.' },
      ],
      authorsShortened: false,
    })
  })

  it.each([
    ['Wu CJ, Lian YJ, et al.', 2],
    ['Worm J, Jørgensen IF and others', 2],
    ['Voute M, Andre G, et al., Pickering G', 3],
    ['Lopes LC, and others; Guyatt GH', 2],
  ])('sees that %s goes on', (text, named) => {
    const { authors, authorsShortened } = authorsOf(text)
    expect(authors).toHaveLength(named)
    expect(authorsShortened).toBe(true)
  })

  it.each([
    'Aetna',
    'Faculty of Pain Medicine, ANZCA',
    'Gawel R (congress report)',
    'Zheng, Dong, Wang',
    'MIMS Thailand',
  ])('leaves %s whole', (text) => {
    expect(authorsOf(text)).toEqual({ authors: [{ literal: text }], authorsShortened: false })
  })

  it('keeps a group among names, and makes nobody up', () => {
    expect(authorsOf('Lambert C, OKAPI Consortium').authors[1]).toEqual({ literal: 'OKAPI Consortium' })
    expect(authorsOf(undefined).authors).toEqual([])
  })
})

describe('placeInJournal', () => {
  it.each([
    ['90(6):355-362', { volume: '90', issue: '6', pages: '355-362' }],
    ['15(3):e35638', { volume: '15', issue: '3', pages: 'e35638' }],
    ['26:831-849', { volume: '26', issue: undefined, pages: '831-849' }],
    ['(4):690-701', { volume: undefined, issue: '4', pages: '690-701' }],
    ['92(15 Suppl)', { volume: '92', issue: '15 Suppl', pages: undefined }],
    ['48(3):524-532; discussion 532-534', { volume: '48', issue: '3', pages: '524-532; discussion 532-534' }],
  ])('reads %s', (text, place) => {
    expect(placeInJournal(text)).toEqual(place)
  })

  it.each([
    'Issue 12, CD004029',
    '4',
    '2020-5',
    '1/2018',
    '32(3)(120)',
    'CG173',
    '6 (as in the COMET entry)',
  ])('does not guess what %s means', (text) => {
    expect(placeInJournal(text)).toBeUndefined()
  })
})

describe('bibliographicRecord', () => {
  it('keeps in a note what it cannot place', () => {
    const record = bibliographicRecord(
      makeSource({ journal: 'NICE', type: 'guideline', volumePages: 'CG173' }),
    )
    expect(record).toMatchObject({ kind: 'report', publisher: 'NICE', journal: undefined, volume: undefined })
    expect(record.notes).toContain('Volume and pages as recorded: CG173.')
  })

  it('calls nothing a journal article that has no place in a journal and no registered id', () => {
    const abstract = { type: 'rct', journal: 'AAN 2026 abstract' } as const
    expect(bibliographicRecord(makeSource(abstract)).kind).toBe('document')
    expect(bibliographicRecord(makeSource({ ...abstract, pmid: '1' })).kind).toBe('article')
    expect(bibliographicRecord(makeSource({ type: 'label', url: 'https://example.org/' })).kind).toBe(
      'webpage',
    )
  })

  it('says that a title was supplied, and that an address may be a copy', () => {
    const { notes } = bibliographicRecord(makeSource({ title: '[A label]', url: 'https://example.org/' }))
    expect(notes).toEqual([
      'The title in brackets is a supplied description.',
      'Address read, may be a copy.',
    ])
    expect(bibliographicRecord(makeSource({ doi: '10.1000/1', url: 'https://example.org/' })).notes).toEqual(
      [],
    )
  })
})
