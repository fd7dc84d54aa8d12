import { addressesOf, citationOf, citationText, sourceName } from '@/domain/finding/citation'
import type { Source } from '@/domain/tables/background'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../../support/evidence'

const { sources, sourceById } = realEvidence()
const real = (id: string): Source => {
  const source = sourceById.get(id)
  if (!source) throw new RangeError(`source ${id} is not in data/`)
  return source
}
const made = (given: Partial<Source>): Source => ({ ...real('wu-2012-botulinum'), ...given })

describe('citationOf', () => {
  it('prints authors, title and journal as a reference list does', () => {
    expect(citationOf(real('vilming-1986-tizanidine'))).toEqual({
      authors: 'Vilming ST, Lyberg T, Lataste X.',
      title: 'Tizanidine in the management of trigeminal neuralgia.',
      titleSupplied: false,
      published: 'Cephalalgia. 1986;6(3):181-182.',
      complete: true,
    })
  })

  it('names six authors of a longer list', () => {
    expect(citationOf(made({ authors: 'A B, C D, E F, G H, I J, K L, M N' })).authors).toBe(
      'A B, C D, E F, G H, I J, K L, et al.',
    )
    expect(citationOf(made({ authors: 'Ferraro MC, et al.' })).authors).toBe('Ferraro MC, et al.')
  })

  it('takes the brackets from a supplied title and says that it was supplied', () => {
    const citation = citationOf(made({ title: '[Open-label study of an injection]' }))
    expect(citation).toMatchObject({ title: 'Open-label study of an injection.', titleSupplied: true })
  })

  it('fills nothing in where the record is incomplete', () => {
    const bare = made({
      authors: undefined,
      journal: undefined,
      year: undefined,
      volumePages: undefined,
      bibliography: 'incomplete',
    })
    expect(citationOf(bare)).toMatchObject({ authors: undefined, published: undefined, complete: false })
    expect(citationOf(made({ journal: undefined, year: 2019, volumePages: undefined })).published).toBe(
      '2019.',
    )
  })

  it('prints every source of the data without a broken word', () => {
    for (const source of sources) {
      const words = Object.values(citationOf(source)).join(' ') + sourceName(source)
      expect(citationOf(source).title, source.id).toMatch(/\S{2}/)
      expect(words.replace(/undefined/g, ''), source.id).not.toMatch(/\[object|NaN|\.\.\s|; ?\./)
      expect(sourceName(source), source.id).toMatch(/^[^\s,[\]]/)
    }
  })
})

describe('addressesOf', () => {
  it('links the DOI, PubMed and the address read', () => {
    expect(addressesOf(made({ doi: '10.1/a', pmid: '5', url: 'https://x.org/y' }))).toEqual([
      { kind: 'doi', label: 'DOI 10.1/a', href: 'https://doi.org/10.1/a' },
      { kind: 'pubmed', label: 'PubMed 5', href: 'https://pubmed.ncbi.nlm.nih.gov/5/' },
      { kind: 'read', label: 'Address read', href: 'https://x.org/y' },
    ])
  })

  it('says of an address alone that it may be a copy', () => {
    expect(addressesOf(made({ doi: undefined, pmid: undefined, url: 'https://x.org/y' }))).toEqual([
      { kind: 'read', label: 'Address read, may be a copy', href: 'https://x.org/y' },
    ])
    expect(addressesOf(made({ doi: undefined, pmid: undefined, url: undefined }))).toEqual([])
  })

  it('keeps old DOIs with their odd signs whole', () => {
    const [link] = addressesOf(made({ doi: '10.1002/(SICI)1531<1::AID#2>3.0' }))
    expect(link && decodeURIComponent(link.href)).toBe('https://doi.org/10.1002/(SICI)1531<1::AID#2>3.0')
    expect(link?.href).not.toMatch(/[<>#]/)
  })

  it('opens only web addresses, for every source of the data', () => {
    for (const source of sources)
      for (const { href } of addressesOf(source))
        expect(new URL(href).protocol, source.id).toMatch(/^https?:$/)
  })
})

describe('sourceName', () => {
  it('is the first author and the year', () => {
    expect(sourceName(real('vilming-1986-tizanidine'))).toBe('Vilming et al. 1986')
    expect(sourceName(made({ authors: 'Fromm GH', year: 1984 }))).toBe('Fromm 1984')
    expect(sourceName(made({ authors: 'Ferraro MC, et al.', year: undefined }))).toBe('Ferraro et al.')
  })

  it('is the start of the title where nobody is named', () => {
    const title = '[One two three four five six seven eight nine]'
    expect(sourceName(made({ authors: undefined, title, year: 2020 }))).toBe(
      'One two three four five six seven eight … 2020',
    )
  })
})

describe('citationText', () => {
  it('is one line in the style of a reference list, with the registered ids', () => {
    expect(citationText(real('fromm-1984-baclofen'))).toMatch(/^Fromm GH.*\. .*\. .*1984;/)
    expect(citationText(made({ authors: 'Wu CJ', title: 'A trial', volumePages: '32(6):443-450' }))).toBe(
      'Wu CJ. A trial. Cephalalgia. 2012;32(6):443-450. doi: 10.1177/0333102412441721. PubMed PMID: 22492424.',
    )
  })

  it('puts a supplied title into brackets and says what the record lacks', () => {
    const bare = made({
      authors: undefined,
      title: '[A label]',
      journal: undefined,
      year: undefined,
      volumePages: undefined,
      doi: undefined,
      pmid: undefined,
      url: 'https://example.org/label',
      bibliography: 'incomplete',
    })
    expect(citationText(bare)).toBe(
      '[A label]. Address read, may be a copy: https://example.org/label [Bibliographic record incomplete.]',
    )
  })

  it('is never empty and never holds a blank part, whatever the record lacks', () => {
    for (const source of sources)
      expect(citationText(source), source.id).toMatch(/^\S(?!.*(undefined| {2}|\.\.)).{9,}$/)
  })
})
