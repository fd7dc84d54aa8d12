import { flatItems } from '@/charts/scene'
import { preferenceLayout } from '@/charts/preferences/preferenceLayout'
import { preferenceTwin } from '@/charts/preferences/preferencePicture'
import { barPieces } from '@/charts/preferences/preferencePieces'
import { tellPreferences } from '@/charts/preferences/tellPreferences'
import { appraise, rankProblem } from '@/domain/preferences/appraisal'
import { NO_PREFERENCES } from '@/domain/preferences/preferences'
import { rankChances } from '@/domain/preferences/rankChances'
import { language } from '@/words/language'
import { preferenceWords } from '@/words/preferences'
import { afterEach, describe, expect, it } from 'vitest'
import { realEvidence } from '../../../support/evidence'

const evidence = realEvidence()
const OPTIONS = ['balloon-compression', 'mvd', 'rf-thermocoagulation']
const columns = OPTIONS.map((name, place) => ({ name, place }))

function appraisalOf(weights: Readonly<Record<string, number>>) {
  const preferences = {
    ...NO_PREFERENCES,
    criteria: Object.keys(weights),
    weights: new Map(Object.entries(weights)),
  }
  const found = appraise({ options: OPTIONS, preferences, evidence, lead: [] })
  if (!found) throw new RangeError('nothing to draw')
  return found
}

const ORDERED = { 'pain-relief-any': 100, 'open-surgery': 60, 'general-anaesthesia': 40 }
const REFUSED = { 'still-pain-free-5y': 90, 'facial-numbness': 80, 'open-surgery': 40 }

afterEach(() => {
  language.value = 'en'
})

describe('the bar of an option', () => {
  it('runs from what is sure over the ranges to the gaps, without a hole, and ends where its range ends', () => {
    for (const option of appraisalOf(REFUSED).options) {
      const pieces = barPieces(option)
      expect(pieces[0]?.from).toBe(0)
      pieces.slice(1).forEach((piece, at) => expect(piece.from).toBeCloseTo(pieces[at]?.to ?? 0, 9))
      expect(pieces.at(-1)?.to).toBeCloseTo(option.high, 9)
      const kinds = pieces.map(({ kind }) => ['sure', 'unsure', 'gap'].indexOf(kind))
      expect([...kinds].sort()).toEqual(kinds)
      const sure = pieces.filter(({ kind }) => kind === 'sure')
      expect(sure.at(-1)?.to ?? 0).toBeCloseTo(option.low, 9)
    }
  })

  it('shows a gap hatched and never as nothing', () => {
    const gaps = appraisalOf(REFUSED).options.map((option) =>
      barPieces(option).filter(({ kind }) => kind === 'gap'),
    )
    expect(gaps.every((pieces) => pieces.length > 0)).toBe(true)
    const scene = preferenceLayout(appraisalOf(REFUSED), columns, evidence, 700)
    const hatched = flatItems(scene.items).filter((item) => item.kind === 'rect' && item.fill?.hatched)
    expect(hatched.length).toBeGreaterThanOrEqual(gaps.flat().length)
  })
})

describe.each([280, 390, 768, 920])('the picture at %i pixels', (width) => {
  it.each([13, 15, 24])('stays inside its frame with text of %i pixels', (size) => {
    const scene = preferenceLayout(appraisalOf(REFUSED), columns, evidence, width, size)
    for (const item of flatItems(scene.items)) {
      if (item.kind === 'rect') {
        expect(item.x).toBeGreaterThanOrEqual(0)
        expect(item.x + item.width).toBeLessThanOrEqual(width + 1e-6)
      }
      if (item.kind === 'text') expect(item.y).toBeLessThanOrEqual(scene.height)
    }
    for (const mark of scene.marks) expect(mark.y + mark.height).toBeLessThanOrEqual(scene.height)
  })
})

describe('the table of the picture', () => {
  it('has a line for each option and criterion, with words for every gap and the finding of every number', () => {
    const appraisal = appraisalOf(REFUSED)
    const twin = preferenceTwin(appraisal, columns, evidence)
    expect(twin.rows).toHaveLength(OPTIONS.length * 4)
    expect(twin.rows.every((row) => row[2] !== '' || row[1] === 'All of it')).toBe(true)
    const scene = preferenceLayout(appraisal, columns, evidence, 700)
    for (const { row } of scene.marks) expect(twin.rows[row]).toBeDefined()
    const numbered = twin.rows.filter((row) => /\d+ of 100 \(/.test(row[2] ?? ''))
    const found = twin.rows.flatMap((row, at) => (numbered.includes(row) ? [twin.rowFindingIds[at]] : []))
    expect(found).not.toContain(undefined)
  })
})

describe('the words of the picture', () => {
  const told = (weights: Readonly<Record<string, number>>) => {
    const appraisal = appraisalOf(weights)
    const chances = appraisal.refusal ? undefined : rankChances(rankProblem(appraisal))
    return tellPreferences(appraisal, chances, columns, evidence)
  }

  it('say which is nearest, why, how often, and what would turn two round', () => {
    const order = told(ORDERED).order.join(' ')
    expect(order).toContain(
      'rf-thermocoagulation is nearest to what you said, because of this: being put fully to sleep (to avoid; not known for balloon-compression).',
    )
    expect(order).toMatch(/rf-thermocoagulation comes first in \d+ of 100 draws\./)
    expect(order).toContain('This speaks for balloon-compression: some pain relief (more is better).')
    expect(order).toMatch(
      /If “Some pain relief” mattered [\d.]+ times as much, balloon-compression would be nearer\./,
    )
  })

  it('refuse an order with the share that is open, and name no nearest', () => {
    const order = told(REFUSED).order.join(' ')
    expect(order).toMatch(/We cannot put these options in order\. .* \d+ of 100 of the weight/)
    expect(order).not.toContain('nearest')
  })

  it('never say best, in any language, and never advise', async () => {
    await preferenceWords.load('es')
    for (const of of ['en', 'es'] as const) {
      language.value = of
      for (const weights of [ORDERED, REFUSED]) {
        const { reading, order, notes } = told(weights)
        expect([reading, ...order, ...notes].join(' ')).not.toMatch(
          /\b(best|should|recommend|choose|mejor opción|debería|recomend)/i,
        )
      }
    }
  })
})
