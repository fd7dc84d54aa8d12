import type { Source } from '../tables/background'
import type { TableName, Tables } from '../tables'
import { TABLES } from '../tables'
import type { Column } from '../columns'
import { hit, rowRule, type Hit, type Rule } from './rule'

const CITING = [
  'findings',
  'treatments',
  'recommendations',
  'cautions',
  'claims',
  'diseaseFacts',
  'preferences',
  'durabilityCurves',
  'sources',
] as const satisfies readonly TableName[]

/** Every source that a row of the folder names, in whatever column. */
function citedSources(tables: Tables): ReadonlySet<string> {
  const cited = new Set<string>()
  for (const name of CITING) {
    const columns = Object.entries<Column>(TABLES[name].columns).filter(
      ([, column]) => column.refersTo === 'sources',
    )
    for (const row of tables[name] as readonly Readonly<Record<string, unknown>>[])
      for (const [property] of columns)
        for (const id of [row[property]].flat()) if (typeof id === 'string') cited.add(id)
  }
  return cited
}

const unused: Rule = {
  id: 'source/unused',
  severity: 'advice',
  reads: CITING,
  findsAbsence: true,
  check: (tables) => {
    const cited = citedSources(tables)
    return tables.sources
      .filter((source) => !cited.has(source.id))
      .map((source) =>
        hit('sources', source, 'id', 'No row of the folder rests on this source.', 'Use it, or delete it.'),
      )
  },
}

/** @see DOI Handbook 2.2; Crossref, "DOIs and matching regular expressions" */
const DOI = /^10\.\d{4,9}\/[-._;()/:a-z0-9<>[\]+#]+$/i
/** PubMed ids were at 40 million in 2025. */
const HIGHEST_PMID = 60_000_000

function doiForm(row: Source): Hit | undefined {
  if (row.doi === undefined || (DOI.test(row.doi) && !/[.,;)]$/.test(row.doi.replace(/\([^()]*\)/g, ''))))
    return undefined
  return hit(
    'sources',
    row,
    'doi',
    'This is not the form of a DOI.',
    'Write it as doi.org prints it, from 10. on.',
  )
}

function pmidForm(row: Source): Hit | undefined {
  if (row.pmid === undefined || (Number(row.pmid) <= HIGHEST_PMID && /^[1-9]\d{3,7}$/.test(row.pmid)))
    return undefined
  return hit(
    'sources',
    row,
    'pmid',
    'This is not the form of a PubMed id.',
    'Write the digits that PubMed prints.',
  )
}

/** PubMed numbers rise with time: an id far from those of its year is of another paper. Only for ids given in order. */
function pmidOfYear(row: Source, { sources }: Tables): Hit | undefined {
  const { pmid, year } = row
  if (pmid === undefined || year === undefined || year < 1996) return undefined
  const near = sources.filter(
    (other) =>
      other !== row &&
      other.pmid !== undefined &&
      other.year !== undefined &&
      Math.abs(other.year - year) <= 1,
  )
  if (near.length < 5) return undefined
  const ids = near.map((other) => Number(other.pmid)).sort((a, b) => a - b)
  const low = ids[0] ?? 0
  const high = ids.at(-1) ?? 0
  const slack = 2_000_000
  if (Number(pmid) >= low - slack && Number(pmid) <= high + slack) return undefined
  return hit('sources', row, 'pmid', `PubMed ids of ${year} are about ${low} to ${high}; here it is ${pmid}.`)
}

/** Years a text names, such as the one in an id or a citation. */
const yearsIn = (text: string) =>
  [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([found]) => Number(found))

/** The id names a year and the cell another. */
function yearOfId(row: Source): Hit | undefined {
  const named = yearsIn(row.id)
  if (row.year === undefined || named.length === 0 || named.includes(row.year)) return undefined
  return hit('sources', row, 'year', `The id names ${named.join(', ')}, and the year is ${row.year}.`)
}

/** The address of the record at PubMed or of its DOI names another record than the cell. */
function addressOfRecord(row: Source): Hit | undefined {
  const inUrl = /pubmed\.ncbi\.nlm\.nih\.gov\/(\d+)/.exec(row.url ?? '')?.[1]
  if (inUrl === undefined || row.pmid === undefined || inUrl === row.pmid) return undefined
  return hit('sources', row, 'pmid', `The address is of PubMed ${inUrl}, and the cell says ${row.pmid}.`)
}

function notInFuture(row: Source): Hit | undefined {
  const thisYear = new Date().getFullYear()
  if (row.year === undefined || (row.year >= 1900 && row.year <= thisYear + 1)) return undefined
  return hit('sources', row, 'year', `No source is of ${row.year}.`)
}

/** A record that is called complete and lacks who or when, or is called incomplete and has everything. */
function recordComplete(row: Source): Hit | undefined {
  const { authors, year, journal, volumePages } = row
  if (
    row.bibliography === 'complete' &&
    (authors === undefined || year === undefined || row.title.startsWith('['))
  )
    return hit(
      'sources',
      row,
      'bibliography',
      'A record without authors, year or a title of its own is not complete.',
    )
  const isFull = [authors, year, journal, volumePages].every((part) => part !== undefined)
  if (row.bibliography === 'incomplete' && isFull && !row.title.startsWith('['))
    return hit(
      'sources',
      row,
      'bibliography',
      'The record has authors, title, journal, year and pages.',
      'Write complete.',
    )
  return undefined
}

/** Words of which a document of the type has one in its title, id, design or journal. */
const WORDS_OF_TYPE: Readonly<Partial<Record<Source['type'], RegExp>>> = {
  rct: /random|trial|blind|cross-?over|placebo|sham|rct|allocat/i,
  'systematic-review': /review|meta|cochrane|pooled|systematic|evidence|network|sections?\b/i,
  guideline:
    /guid|consensus|recommend|criteria|classification|parameter|advice|statement|update|implementation/i,
  survey: /survey|questionnaire|interview|poll|asked|consultation|panel|delphi|focus group/i,
  label:
    /label|smpc|summary of product|prescribing|monograph|leaflet|product|regulator|package|warning|safety|information/i,
}

function typeOfWords(row: Source): Hit | undefined {
  const words = WORDS_OF_TYPE[row.type]
  if (!words || words.test([row.id, row.title, row.design, row.journal].join(' '))) return undefined
  return hit(
    'sources',
    row,
    'type',
    `Neither title nor design speak of a document of the type "${row.type}".`,
  )
}

/** Other cells name years, and none of them is the year of the source or the one beside it. */
function yearOfWords(row: Source): Hit | undefined {
  if (row.year === undefined || yearsIn(row.id).length > 0) return undefined
  const named = yearsIn([row.title, row.journal, row.doi, row.url, row.note].join(' '))
  const { year } = row
  if (named.length === 0 || named.includes(year)) return undefined
  return hit('sources', row, 'year', `The year is ${year}; title, address and working note name others.`)
}

/** A page's source writes & as &amp;: an address that was copied from there leads nowhere, or elsewhere. */
function addressForm(row: Source): Hit | undefined {
  const entity = row.url && /&(?:amp|lt|gt|quot|#\d+);/i.exec(row.url)?.[0]
  if (!entity) return undefined
  return hit(
    'sources',
    row,
    'url',
    `The address holds "${entity}", which is how HTML writes a sign.`,
    'Open the page and copy its address from the address bar.',
  )
}

export const SOURCE_RULES = [
  rowRule('source/record', 'advice', 'sources', recordComplete),
  rowRule('source/type', 'advice', 'sources', typeOfWords),
  rowRule('source/year-of-words', 'advice', 'sources', yearOfWords),
  unused,
  rowRule('source/doi', 'warning', 'sources', doiForm),
  rowRule('source/pmid', 'warning', 'sources', pmidForm),
  rowRule('source/pmid-year', 'advice', 'sources', pmidOfYear),
  rowRule('source/year-of-id', 'warning', 'sources', yearOfId),
  rowRule('source/address', 'warning', 'sources', addressOfRecord),
  rowRule('source/address-form', 'warning', 'sources', addressForm),
  rowRule('source/year', 'warning', 'sources', notInFuture),
]
