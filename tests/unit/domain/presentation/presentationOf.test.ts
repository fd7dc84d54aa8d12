import { outcomeCell } from '@/domain/compare/outcomeCell'
import { NO_VISIT } from '@/domain/handout/visit'
import { NO_PREFERENCES } from '@/domain/preferences/preferences'
import { outcomeHeight, pagesOf, TABLET } from '@/domain/presentation/paging'
import { wordsOfRow } from '@/domain/presentation/plainWords'
import { moved, NO_PREPARATION, type Preparation } from '@/domain/presentation/preparation'
import { presentationOf, type ToPresent } from '@/domain/presentation/presentationOf'
import type { Screen } from '@/domain/presentation/screen'
import { outcomesToChoose, suggestedOutcomes } from '@/domain/presentation/suggestedOutcomes'
import { shownCell } from '@/domain/presentation/shownCell'
import { REASON_WORDS, LEVEL_WORDS } from '@/domain/verdictLexicon'
import sureness from '@/words/en/presentationSureness'
import { wordLength } from '@/words/presentation'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../../support/evidence'

const evidence = realEvidence()
const OPTION_SETS = [
  ['carbamazepine', 'oxcarbazepine', 'lamotrigine'],
  ['mvd', 'srs', 'glycerol-rhizolysis', 'rf-thermocoagulation'],
  ['ketamine-iv', 'lidocaine-iv'],
  ['carbamazepine', 'carbamazepine-or-oxcarbazepine', 'cbt', 'botulinum-toxin-a'],
]

function toPresent(treatments: readonly string[], change: Partial<Preparation> = {}): ToPresent {
  const showing = { evidence, treatments, lead: [], population: undefined, plain: wordsOfRow }
  const outcomes = suggestedOutcomes(outcomesToChoose(showing))
  return {
    ...showing,
    preparation: { ...NO_PREPARATION, outcomes, ...change },
    preferences: {
      ...NO_PREFERENCES,
      criteria: ['facial-numbness'],
      weights: new Map([['facial-numbness', 60]]),
    },
    visit: NO_VISIT,
    wordLength,
  }
}

/** Every text in a value that is no code: codes are words of fixed lists without a space or a capital. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

const plainTexts = new Set([
  ...evidence.treatments.flatMap((row) => [row.plainName, row.plainSummary]),
  ...[evidence.outcomes, evidence.definitions, evidence.denominators, evidence.populations, evidence.terms]
    .flat()
    .map((row) => row.plainLabel),
  ...evidence.armDesigns.map((row) => row.plainLabel),
  ...evidence.burdens.map((row) => row.plainLabel),
  ...[evidence.showSteps, evidence.remarks].flat().map((row) => row.plainText),
  '',
])
const isCode = (text: string) => /^[a-z\d]+(-[a-z\d]+)*$/.test(text)
const sourcesOf = (screens: readonly Screen[]) =>
  new Set(
    screens.flatMap((screen) =>
      screen.kind === 'facts' ? screen.facts.flatMap((fact) => fact.sources) : [],
    ),
  )

describe('what a patient is shown', () => {
  it.each(OPTION_SETS)(
    'holds nothing but plain words of the data, codes and the names of sources: %s',
    (...ids) => {
      for (const picture of ['people', 'bars'] as const) {
        const screens = presentationOf(toPresent(ids, { picture }))
        const sources = sourcesOf(screens)
        const strange = textsOf(screens).filter(
          (text) => !plainTexts.has(text) && !isCode(text) && !sources.has(text),
        )
        expect(strange).toEqual([])
        expect(JSON.stringify(screens)).not.toMatch(
          /\bRCT\b|GRADE|single-arm|95 ?%|actuarial|Kaplan|caution_|NNT/,
        )
      }
    },
  )

  it('is never told of cautions, caveats, curators’ words or thoughts of suicide', () => {
    const told = OPTION_SETS.flatMap((ids) => textsOf(presentationOf(toPresent(ids))))
    const clinicians = new Set([
      ...evidence.cautions.flatMap((row) =>
        Object.values(row).filter((cell) => typeof cell === 'string' && cell.includes(' ')),
      ),
      ...evidence.findings.flatMap((row) => [row.caveat, row.outcomeAsReported]),
      ...evidence.headlines.flatMap((row) => [row.words, row.why]),
    ])
    expect(
      told.filter((text) => text.includes(' ') && clinicians.has(text) && !plainTexts.has(text)),
    ).toEqual([])
    expect(told.join(' ')).not.toMatch(/suicid|self-harm/i)
  })

  it('shows the number that leads in Compare, as 100 people, with its range and the other group of its study', () => {
    const screens = presentationOf(
      toPresent(['carbamazepine', 'lamotrigine'], { outcomes: ['pain-free'], steps: ['compare'] }),
    )
    expect(screens).toMatchObject([
      {
        outcomes: [
          {
            cells: [
              { count: 32, range: { fewest: 15, most: 54 }, alone: true, time: { kind: 'in-remarks' } },
              {
                count: 48,
                alone: false,
                time: { kind: 'after', amount: 40, unit: 'days' },
                against: { name: 'Carbamazepine tablets', count: 19, gain: 29, loss: 0 },
              },
            ],
            sets: [0, 1],
            together: { kind: 'apart', all: true },
          },
        ],
      },
    ])
  })

  it('says what is missing, and never draws what does not count people', () => {
    const [screen] = presentationOf(
      toPresent(['carbamazepine', 'oxcarbazepine'], {
        outcomes: ['pain-free', 'keratitis', 'pain-intensity'],
        steps: ['compare', 'side-effects'],
      }),
    )
    expect(screen).toMatchObject({
      outcomes: [{ cells: [{ kind: 'people' }, { why: 'nothing-found' }] }, {}],
    })
    const cells = screen?.kind === 'outcomes' ? screen.outcomes.flatMap((row) => row.cells) : []
    expect(cells.every((cell) => cell.kind === 'people' || cell.why.length > 0)).toBe(true)
  })

  it('says whose result it is where the only numbers are of a group set apart, as Compare does', () => {
    const apart = evidence.treatments
      .filter((row) => row.selectable === 'yes')
      .flatMap(({ id }) => evidence.outcomes.map((outcome) => outcomeCell(id, outcome, evidence, [])))
      .filter((cell) => !cell.words && cell.missing?.startsWith('Measured in other patients'))
    const told = apart.map((cell) => shownCell(cell, evidence, wordsOfRow))
    expect(told).toContainEqual({
      kind: 'missing',
      why: 'set-apart',
      who: ['TN in people with multiple sclerosis'],
    })
    expect(told.filter((cell) => cell.kind !== 'missing' || cell.why !== 'set-apart')).toEqual([])
  })

  it('keeps to the order and the choice of steps', () => {
    const steps = moved(NO_PREPARATION.steps, 8, 0)
    const screens = presentationOf(
      toPresent(['mvd', 'srs'], { steps, without: ['condition', 'certainty'], outcomes: ['pain-free'] }),
    )
    expect(screens.map(({ step }) => step)).toEqual([
      'questions',
      'untreated',
      'options',
      'compare',
      'preferences',
      'decision',
    ])
  })

  it('says each figure of a sentence on the condition as the fact behind it does', () => {
    for (const row of evidence.showSteps) {
      const facts = evidence.diseaseFacts.filter(({ id }) => row.facts.includes(id))
      expect(facts.length).toBe(row.facts.length)
      const source = facts.map(({ value }) => value).join(' ')
      for (const figure of row.plainText.replaceAll('of 100', '').match(/\d+/g) ?? [])
        expect(source).toContain(figure)
    }
  })
})

describe('paging', () => {
  it('puts as many rows on a page as fit both ways of holding a tablet, and at least one', () => {
    const room = pagesOf(
      [100, 100, 100],
      (row) => row,
      () => 0,
    )
    expect(room).toEqual([[100, 100, 100]])
    expect(
      pagesOf(
        [400, 400, 5000, 100],
        (row) => row,
        () => 0,
      ),
    ).toEqual([[400], [400], [5000], [100]])
  })

  it('gives a row more height where more must be said', () => {
    const [screen] = presentationOf(
      toPresent(['mvd', 'srs'], { outcomes: ['pain-free'], steps: ['compare'] }),
    )
    const row = screen?.kind === 'outcomes' ? screen.outcomes[0] : undefined
    const [tablet] = TABLET
    if (!row || !tablet) throw new RangeError('no row')
    expect(outcomeHeight(row, 'people', tablet, () => 200)).toBeGreaterThan(
      outcomeHeight(row, 'people', tablet, () => 20),
    )
    expect(outcomeHeight(row, 'people', tablet, () => 20)).toBeGreaterThan(
      outcomeHeight(row, 'bars', tablet, () => 20),
    )
  })
})

describe('how sure we are', () => {
  it.each(OPTION_SETS.map((set) => [set]))(
    'says each thing once of an outcome, for all its pairs: %j',
    (set) => {
      const outcomes = outcomesToChoose(toPresent(set)).map((row) => row.outcome.id)
      const screens = presentationOf(toPresent(set, { outcomes, steps: ['certainty'] }))
      const rows = screens.flatMap((screen) => (screen.kind === 'sureness' ? screen.outcomes : []))
      expect(rows.length).toBeGreaterThan(3)
      for (const { pairs } of rows) {
        const said = pairs.map(({ level, randomised, via, reason }) =>
          [level, randomised, via, level === 'not-comparable' ? reason : ''].join(),
        )
        expect(new Set(said).size).toBe(said.length)
        const places = pairs.flatMap((group) => group.pairs.map((pair) => pair.join()))
        expect(new Set(places).size).toBe(places.length)
      }
    },
  )
})

describe('the words of the screens', () => {
  it('repeat the patient words of the pair verdict', () => {
    const words: Readonly<Record<string, string>> = sureness
    const plainOf = (id: string) => String(words[id] ?? '')
    for (const [reason, { patient }] of Object.entries(REASON_WORDS))
      expect(plainOf(`reason_${reason}`)).toBe(patient)
    for (const [level, { patient }] of Object.entries(LEVEL_WORDS))
      expect(plainOf(`level_${level}`)).toBe(patient)
  })
})
