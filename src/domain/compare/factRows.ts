import { termLabel, type Evidence } from '../evidence'
import { PHRASES } from '../phrases'
import type { Treatment } from '../tables/treatments'

/** What the data say of a treatment in words, with the sources of those words. */
export interface Fact {
  /** The coded word, such as "By mouth"; undefined where the row has none. */
  readonly label: string | undefined
  /** The text as the data give it; undefined where there is none. */
  readonly text: string | undefined
  /** Words that must be read before the text. */
  readonly before: string | undefined
  readonly sources: readonly string[]
  /** Stands where there is neither label nor text. */
  readonly missing: string | undefined
}

export const FACT_ROWS = [
  'line',
  'duration',
  'route',
  'setting',
  'anaesthesia',
  'regimen',
  'monitoring',
  'onset',
  'reversible',
] as const
export type FactRowId = (typeof FACT_ROWS)[number]

export interface FactRow {
  readonly id: FactRowId
  readonly label: string
  readonly hint: string | undefined
  readonly cells: readonly Fact[]
}

type Reading = Partial<Pick<Fact, 'label' | 'text' | 'before' | 'sources'>>

const LABELS: Readonly<Record<FactRowId, readonly [string, string?]>> = {
  line: ['Place in treatment', 'As this collection places it, not a guideline'],
  duration: ['How long it lasts, in words', 'As the sources tell it'],
  route: ['Route'],
  setting: ['Setting'],
  anaesthesia: ['Anaesthesia'],
  regimen: ['Regimen', 'As printed in the sources; never worked out here'],
  monitoring: ['Monitoring'],
  onset: ['How soon it works'],
  reversible: ['Reversible'],
}

function coded(evidence: Evidence, facet: string, word: string | undefined): string | undefined {
  return word === undefined ? undefined : termLabel(evidence, facet, word)
}

function readFact(id: FactRowId, treatment: Treatment, evidence: Evidence): Reading {
  switch (id) {
    case 'line':
      return { label: coded(evidence, 'line', treatment.line) }
    case 'duration':
      return { text: treatment.durationText, sources: treatment.durationSource }
    case 'route':
      return { label: coded(evidence, 'route_kind', treatment.routeKind), text: treatment.route }
    case 'setting':
      return { label: coded(evidence, 'setting_kind', treatment.settingKind), text: treatment.setting }
    case 'anaesthesia':
      return { label: coded(evidence, 'anaesthesia', treatment.anaesthesia) }
    case 'regimen':
      return {
        before: treatment.regimenCaution,
        text: treatment.regimen,
        sources: treatment.regimenSource,
      }
    case 'monitoring':
      return { text: treatment.monitoring, sources: treatment.monitoringSource }
    case 'onset':
      return {
        label: coded(evidence, 'onset_class', treatment.onsetClass),
        text: treatment.onsetText,
        sources: treatment.onsetSource,
      }
    case 'reversible':
      return {
        label: coded(evidence, 'reversible_kind', treatment.reversibleKind),
        text: treatment.reversible,
      }
  }
}

/** A row of facts about treatments: texts are printed whole, as the data give them, never put together. */
export function factRow(id: FactRowId, treatments: readonly Treatment[], evidence: Evidence): FactRow {
  const [label, hint] = LABELS[id]
  return {
    id,
    label,
    hint,
    cells: treatments.map((treatment) => {
      const read = readFact(id, treatment, evidence)
      const nothing = read.label === undefined && read.text === undefined
      return {
        label: read.label,
        text: read.text,
        before: read.text === undefined ? undefined : read.before,
        sources: read.sources ?? [],
        missing: nothing ? PHRASES.notRead : undefined,
      }
    }),
  }
}

/** All that a fact says, as one text. */
export function wordsOfFact(fact: Fact): string {
  return [fact.before, fact.label, fact.text, fact.missing].filter(Boolean).join(' · ')
}
