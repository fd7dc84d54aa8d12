/**
 * What the measured pages show, prepared once for all of them from the same files as the app's: rows of the list,
 * counts of the filters, the side-by-side table and the bars. Each page adds only how its library draws that.
 */
import Papa from 'papaparse'

const TABLES = ['treatments', 'headlines', 'findings', 'outcomes', 'recommendations', 'terms', 'groups']
const MOST_TREATMENTS = 6
const SHARES = ['proportion', 'survival-proportion']
const NOT_REPORTED = 'not reported'

/** The two groups of ticks in the filter panel; the keys are those of a row. */
export const FACETS = [
  { key: 'family', label: 'Kind of treatment' },
  { key: 'line', label: 'Place in treatment' },
]

export const SORTS = [
  { id: 'group', label: 'Group' },
  { id: 'name', label: 'Name' },
  { id: 'line', label: 'Place in treatment' },
]

/** Columns of text in the list, after the tick and the name. */
export const COLUMNS = [
  { key: 'place', label: 'Place, group' },
  { key: 'guidelines', label: 'Guidelines' },
  { key: 'benefit', label: 'Leading benefit' },
  { key: 'harm', label: 'Leading harm' },
  { key: 'onset', label: 'Onset' },
]

async function readTable(name) {
  const response = await fetch(`/data/${name}.csv`)
  return Papa.parse(await response.text(), { header: true, skipEmptyLines: true, delimiter: ',' }).data
}

const byId = (rows) => new Map(rows.map((row) => [row.id, row]))

function grouped(rows, key) {
  const groups = new Map()
  for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), row])
  return groups
}

const format = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const figure = (cell) => format.format(Number(cell))
const isShare = (finding) => finding !== undefined && SHARES.includes(finding.measure)
const isShown = (finding) => finding && finding.headline_ok !== 'no' && finding.value !== ''

/** "68 % (47 to 84), n 501, 12 weeks". */
function numberText(finding) {
  const unit = SHARES.includes(finding.measure) ? ' %' : ` ${finding.measure.replaceAll('-', ' ')}`
  const hasInterval = finding.ci_low !== '' && finding.ci_high !== '' && !/hide-interval/.test(finding.flags)
  const interval = hasInterval
    ? `(${figure(finding.ci_low)} to ${figure(finding.ci_high)})`
    : '(range not reported)'
  const patients = finding.arm_n === '' ? 'n not stated' : `n ${finding.arm_n}`
  const time = finding.timepoint === '' ? 'time not stated' : `${finding.timepoint} ${finding.timepoint_unit}`
  return `${figure(finding.value)}${unit} ${interval}, ${patients}, ${time}`
}

/** The words or the number of one headline, or undefined where neither may be shown. */
function headlineText(headline, finding) {
  if (headline.show === 'words' || headline.words !== '') return headline.words
  return isShown(finding) ? numberText(finding) : undefined
}

/** "Recommended first: Europe 2019, UK 2013; May be used: Germany 2023". */
function guidelineText(recommendations, label) {
  const documents = grouped(recommendations, 'stance')
  const texts = [...documents].map(
    ([stance, rows]) =>
      `${label('stance', stance)}: ${rows.map(({ country, year }) => `${country} ${year}`.trim()).join(', ')}`,
  )
  return texts.join('; ') || 'In none of the guidelines read'
}

function makeRow(treatment, known) {
  const { label, outcomeById, findingById, headlinesOf, recommendationsOf, groupById } = known
  const lead = (roles) => {
    const headlines = (headlinesOf.get(treatment.id) ?? [])
      .filter((row) => roles.includes(row.role))
      .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.order - b.order)
    for (const headline of headlines) {
      const text = headlineText(headline, findingById.get(headline.finding_id))
      if (text) return `${outcomeById.get(headline.outcome)?.label ?? headline.outcome}: ${text}`
    }
    return NOT_REPORTED
  }
  const stances = (recommendationsOf.get(treatment.id) ?? []).filter((row) => row.counts_as === 'tn-current')
  const group = groupById.get(treatment.group)
  const row = {
    id: treatment.id,
    name: treatment.name,
    summary: treatment.plain_summary,
    family: treatment.family,
    line: treatment.line,
    lineOrder: known.order('line', treatment.line),
    groupOrder: Number(group?.order ?? Infinity),
    place: `${label('line', treatment.line) ?? 'Not placed'} · ${group?.label ?? 'no group'}`,
    guidelines: guidelineText(stances, label),
    benefit: lead(['lead-benefit', 'benefit', 'fallback']),
    harm: lead(['lead-harm', 'harm']),
    onset: treatment.onset_text || label('onset_class', treatment.onset_class) || 'not stated',
  }
  const words = [row.name, treatment.other_names, row.summary, row.place, row.benefit, row.harm]
  return { ...row, searched: words.join(' ').toLowerCase() }
}

/** All the tables, read and made into rows of the list, in the order of their groups. */
export async function loadEvidence() {
  const tables = Object.fromEntries(
    await Promise.all(TABLES.map(async (name) => [name, await readTable(name)])),
  )
  const terms = new Map(tables.terms.map((term) => [`${term.facet} ${term.id}`, term]))
  const known = {
    label: (facet, id) => terms.get(`${facet} ${id}`)?.label,
    order: (facet, id) => Number(terms.get(`${facet} ${id}`)?.order ?? Infinity),
    outcomeById: byId(tables.outcomes),
    findingById: byId(tables.findings),
    groupById: byId(tables.groups),
    findingsOf: grouped(tables.findings, 'treatment'),
    headlinesOf: grouped(tables.headlines, 'treatment'),
    recommendationsOf: grouped(tables.recommendations, 'treatment'),
  }
  const rows = tables.treatments
    .filter((row) => row.selectable === 'yes')
    .map((treatment) => makeRow(treatment, known))
  const options = Object.fromEntries(
    FACETS.map(({ key }) => [key, tables.terms.filter((term) => term.facet === key)]),
  )
  return { ...known, outcomes: tables.outcomes, options, rows: sortRows(rows, 'group') }
}

const COMPARE = {
  group: (a, b) => a.groupOrder - b.groupOrder,
  name: () => 0,
  line: (a, b) => a.lineOrder - b.lineOrder,
}
// Two rows without a place are equal: Infinity less Infinity is no number.
export const compareRows = (sort) => (a, b) => COMPARE[sort](a, b) || a.name.localeCompare(b.name)
export const sortRows = (rows, sort) => [...rows].sort(compareRows(sort))

export const NO_FILTERS = { family: [], line: [], search: '' }

/** Whether a row passes; one facet can be left out, to count what its own ticks would show. */
export function passes(row, filters, leftOut) {
  return (
    FACETS.every(
      ({ key }) => key === leftOut || filters[key].length === 0 || filters[key].includes(row[key]),
    ) &&
    filters.search
      .toLowerCase()
      .split(/\s+/)
      .every((word) => row.searched.includes(word))
  )
}

/** The ticks of one facet with the number of rows that each would show. */
export function filterChoices({ options, rows }, filters, key) {
  const counts = new Map()
  for (const row of rows) if (passes(row, filters, key)) counts.set(row[key], (counts.get(row[key]) ?? 0) + 1)
  return options[key].map(({ id, label }) => ({ id, label, count: counts.get(id) ?? 0 }))
}

export const countText = (shown, all) => `${shown} of ${all} treatments`

/** With or without one id; at most six. */
export const toggled = (ids, id) =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id].slice(0, MOST_TREATMENTS)

/** The treatments that the address asks for, as in the app: `?treatments=a,b,c`. */
export const ticksOfAddress = () =>
  (new URLSearchParams(location.search).get('treatments') ?? '').split(',').filter(Boolean)

function cellFinding(evidence, treatment, outcome) {
  const headline = (evidence.headlinesOf.get(treatment) ?? []).find((row) => row.outcome === outcome)
  const own = headline && evidence.findingById.get(headline.finding_id)
  if (isShown(own)) return own
  const findings = (evidence.findingsOf.get(treatment) ?? []).filter(
    (row) => row.outcome === outcome && isShown(row),
  )
  return findings.sort((a, b) => b.arm_n - a.arm_n)[0]
}

/** The side-by-side table: a column for each treatment, a row for each outcome that one of them was measured on. */
export function comparison(evidence, ids) {
  const columns = ids
    .map((id) => evidence.rows.find((row) => row.id === id))
    .filter(Boolean)
    .map(({ id, name }) => ({ id, name }))
  const rows = evidence.outcomes
    .map(({ id, label }) => {
      const findings = columns.map((column) => cellFinding(evidence, column.id, id))
      const cells = findings.map((finding) => (finding ? numberText(finding) : NOT_REPORTED))
      return { id, label, findings, cells }
    })
    .filter(({ findings }) => findings.some(Boolean))
  return { columns, rows, choices: rows.filter((row) => row.findings.filter(isShare).length > 1) }
}

/** The bars of one row of the comparison: shares in percent; what was not measured has no bar. */
export function barsOf({ columns }, row) {
  return columns.flatMap(({ name }, index) => {
    const finding = row.findings[index]
    return isShare(finding) ? [{ name, value: Number(finding.value) }] : []
  })
}

/** Notes when the list can be used: its rows are in the document and have been painted. */
export function markReady() {
  requestAnimationFrame(() => setTimeout(() => performance.mark('app-ready')))
}
