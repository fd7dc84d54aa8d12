import { CAUTION_WORDS } from '../cautions/knownCautions'
import { termLabel, type Evidence } from '../evidence'
import { RISK_OF_BIAS_WORDS } from '../finding/facts'
import { formatNumber } from '../format'

/** A statement of the data that cites a source. */
export interface Citing {
  readonly id: string
  /** What it is about: a treatment, a factor, a topic. */
  readonly about: string
  readonly words: string
  /** Grey behind it: strength, condition, where in the source. */
  readonly details: readonly string[]
}

/** One kind of statement. */
export interface CitingGroup {
  readonly title: string
  /** The file whose rows these are. */
  readonly file: string
  /** The page on which they stand with all that belongs to them, by the name of its route. */
  readonly page?: 'guidelines' | 'claims'
  readonly rows: readonly Citing[]
}

const present = (parts: readonly (string | undefined)[]) =>
  parts.filter((part): part is string => part !== undefined && part !== '')

function recommendationsOf(source: string, evidence: Evidence, nameOf: (id: string) => string) {
  return evidence.recommendations
    .filter((row) => row.source === source)
    .map((row) => ({
      id: row.id,
      about: nameOf(row.treatment),
      words: `${termLabel(evidence, 'stance', row.stance)} (${termLabel(evidence, 'counts_as', row.countsAs)})`,
      details: present([
        row.context,
        row.strength && `Strength: ${row.strength}`,
        row.quality && `Quality: ${row.quality}`,
        row.locator,
      ]),
    }))
}

function cautionsOf(source: string, evidence: Evidence, nameOf: (id: string) => string) {
  const labels = new Map(evidence.factors.map((row) => [row.id, row.label]))
  return evidence.cautions
    .filter((row) => row.source === source)
    .map((row) => ({
      id: row.id,
      about: nameOf(row.treatment),
      words: `${CAUTION_WORDS[row.level]}: ${labels.get(row.factor) ?? row.factor}`,
      details: present([row.conditionText, row.reason, row.action, row.locator]),
    }))
}

const TREATMENT_TEXTS = [
  { property: 'regimenSource', words: 'Regimen' },
  { property: 'onsetSource', words: 'Onset' },
  { property: 'durationSource', words: 'How long it lasts' },
  { property: 'monitoringSource', words: 'Monitoring' },
] as const

function treatmentTextsOf(source: string, evidence: Evidence): readonly Citing[] {
  return evidence.treatments.flatMap((row) => {
    const texts = TREATMENT_TEXTS.filter(({ property }) => row[property].includes(source))
    return texts.length === 0
      ? []
      : [{ id: row.id, about: row.name, words: texts.map(({ words }) => words).join(', '), details: [] }]
  })
}

function curvesOf(source: string, evidence: Evidence, nameOf: (id: string) => string) {
  return evidence.durabilityCurves
    .filter((row) => row.source === source)
    .map((row) => ({
      id: row.curveId,
      about: nameOf(row.treatment),
      words: evidence.outcomeById.get(row.outcome)?.label ?? row.outcome,
      details: present([row.scope, `${formatNumber(row.findingIds.length, 0)} points`]),
    }))
}

/** What it judged of others: risk of bias, and certainty of numbers that are not its own. */
function judgedBy(source: string, evidence: Evidence): readonly Citing[] {
  const graded = evidence.findings.filter((row) => row.certaintyBy === source && row.source !== source)
  const judged = evidence.sources.filter((row) => row.riskOfBiasBy === source)
  return [
    ...judged.map((row) => ({
      id: row.id,
      about: row.title,
      words: `Risk of bias: ${row.riskOfBias === undefined ? 'not judged' : RISK_OF_BIAS_WORDS[row.riskOfBias].toLowerCase()}`,
      details: [],
    })),
    ...graded.map((row) => ({
      id: row.id,
      about: evidence.treatmentById.get(row.treatment)?.name ?? row.treatment,
      words: `Certainty of ${evidence.outcomeById.get(row.outcome)?.label ?? row.outcome}: ${row.certainty?.replace('-', ' ') ?? 'not graded'}`,
      details: [],
    })),
  ]
}

/** Everything but numbers that rests on a source, by kind; kinds without a row are left out. */
export function citingRows(source: string, evidence: Evidence): readonly CitingGroup[] {
  const nameOf = (id: string) => evidence.treatmentById.get(id)?.name ?? id
  const facts = (rows: Evidence['diseaseFacts'] | Evidence['preferences']) =>
    rows
      .filter((row) => row.source === source)
      .map((row) => ({ id: row.id, about: row.fact, words: row.value, details: [row.locator] }))
  const claims = evidence.claims
    .filter((row) => row.sources.includes(source))
    .map((row) => ({
      id: row.id,
      about: row.claim.replace(/\.$/, ''),
      words: termLabel(evidence, 'verdict', row.verdict),
      details: [row.claimSource],
    }))
  const groups: readonly CitingGroup[] = [
    {
      title: 'What it says about treatments',
      file: 'recommendations.csv',
      page: 'guidelines',
      rows: recommendationsOf(source, evidence, nameOf),
    },
    { title: 'Cautions that rest on it', file: 'cautions.csv', rows: cautionsOf(source, evidence, nameOf) },
    {
      title: 'Texts on treatments that rest on it',
      file: 'treatments.csv',
      rows: treatmentTextsOf(source, evidence),
    },
    { title: 'Curves over time', file: 'durability-curves.csv', rows: curvesOf(source, evidence, nameOf) },
    { title: 'Claims checked against it', file: 'claims.csv', page: 'claims', rows: claims },
    { title: 'Facts about the condition', file: 'disease-facts.csv', rows: facts(evidence.diseaseFacts) },
    { title: 'What patients value', file: 'preferences.csv', rows: facts(evidence.preferences) },
    { title: 'What it judged', file: 'sources.csv and findings.csv', rows: judgedBy(source, evidence) },
  ]
  return groups.filter((group) => group.rows.length > 0)
}
