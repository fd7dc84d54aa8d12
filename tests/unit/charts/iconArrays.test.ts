import { describe, expect, it } from 'vitest'
import { iconArrayLayout } from '@/charts/iconArrayLayout'
import { arraysInOrder, iconPanels, iconTwin } from '@/charts/iconArrays'
import { ARRAY_HEIGHT, ARRAY_WIDTH } from '@/charts/iconCard'
import { peopleStates } from '@/charts/personIcon'
import { flatItems, type ScenePath } from '@/charts/scene'
import { sceneToSvg } from '@/charts/sceneToSvg'
import { PHRASES } from '@/domain/phrases'
import { parseSvg } from './parseSvg'
import { INFUSIONS, MEDICINES, pictureOf, PROCEDURES } from './realPicture'

function panelsOf(outcome: string, treatments: readonly string[]) {
  const { row, sets, columns, evidence } = pictureOf(outcome, treatments)
  return iconPanels(row, sets, columns, evidence)
}

const arraysOf = (outcome: string, treatments: readonly string[]) =>
  arraysInOrder(panelsOf(outcome, treatments))

/** Figures in a path: each begins with its own corner. */
const figuresIn = ({ d }: ScenePath) => [...d.matchAll(/M[\d.]+ [\d.]+/g)].length

describe('peopleStates', () => {
  it('fills to the lower limit, half fills to the upper one, and leaves the rest: always 100', () => {
    const { full, half, empty } = peopleStates(68, { fewest: 47, most: 84 })
    expect([full.length, half.length, empty.length]).toEqual([47, 37, 16])
    expect([...full, ...half, ...empty]).toEqual(Array.from({ length: 100 }, (_, index) => index))
  })

  it('half fills nobody where no range is known', () => {
    expect(peopleStates(70, undefined).half).toEqual([])
  })
})

describe('iconPanels', () => {
  it('says gain and loss, which add up to 100', () => {
    for (const array of arraysOf('withdrawal-adverse', MEDICINES)) {
      const [withResult, without] = [array.text?.whole, array.without].map((text) =>
        Number(text?.split(' ')[0]),
      )
      expect((withResult ?? 0) + (without ?? 0)).toBe(100)
    }
  })

  it('sets the other arm of a trial beside it, with the difference in people', () => {
    const [botulinum, placebo] = arraysOf('pain-relief-50', ['botulinum-toxin-a'])
    expect(botulinum?.text?.whole).toBe('68 of 100')
    expect(botulinum?.remarks).toContain('53 more of 100 than with Placebo or sham.')
    expect(botulinum?.remarks).not.toContain(PHRASES.withoutTreatmentUnknown)
    expect(placebo).toMatchObject({ name: 'Placebo or sham, in the same study', place: undefined })
    expect(placebo?.text?.whole).toBe('15 of 100')
  })

  it('does not draw the other arm twice where it has a column', () => {
    expect(arraysOf('withdrawal-adverse', MEDICINES)).toHaveLength(3)
  })

  it('says that what happens without treatment is not known, unless a control arm is drawn', () => {
    for (const array of arraysOf('pain-free-no-meds', PROCEDURES))
      if (array.people) expect(array.remarks).toContain(PHRASES.withoutTreatmentUnknown)
  })

  it('refuses procedures and numbers that are no share, with words and with the number', () => {
    const arrays = arraysOf('pain-free-no-meds', PROCEDURES)
    const thermo = arrays.find((array) => array.name === 'RF thermocoagulation')
    expect(thermo?.people).toBeUndefined()
    expect(thermo?.words).toContain('Counted per procedure, not per person')
    expect(thermo?.text?.whole).toBe('65 of 100, per procedure')
    const [ketamine, , opioids] = arraysOf('pain-intensity', INFUSIONS)
    for (const array of [ketamine, opioids]) expect(array?.words).toContain('Not a share of patients')
  })

  it('keeps a gap with words where nothing was found', () => {
    const oxcarbazepine = arraysOf('pain-free', MEDICINES).find((array) => array.name === 'Oxcarbazepine')
    expect(oxcarbazepine).toMatchObject({
      people: undefined,
      words: 'Nothing found in trigeminal neuralgia.',
    })
  })
})

describe('iconArrayLayout', () => {
  it('draws 100 figures of one size for each picture, on any width', () => {
    const panels = panelsOf('withdrawal-adverse', MEDICINES)
    for (const width of [326, 660, 860]) {
      const paths = flatItems(iconArrayLayout(panels, 'x', width).items).filter(
        (item) => item.kind === 'path',
      )
      // Half filled figures are two shapes, and the legend has four.
      const outlined = paths.filter((path) => path.stroke).reduce((sum, path) => sum + figuresIn(path), 0)
      expect(outlined).toBe(300 + 3)
      expect(new Set(paths.flatMap((path) => path.d.match(/m7\.5 1a[^M]*/g) ?? [])).size).toBe(2)
    }
    expect([ARRAY_WIDTH, ARRAY_HEIGHT]).toEqual([150, 180])
  })

  it('keeps within its width, and stands reasons between panels', () => {
    const panels = panelsOf('pain-free-no-meds', PROCEDURES)
    for (const width of [326, 860]) {
      const scene = iconArrayLayout(panels, 'x', width)
      for (const mark of scene.marks) expect(mark.x + mark.width).toBeLessThanOrEqual(width + 0.5)
      const { texts } = parseSvg(sceneToSvg(scene, { title: 't', description: 'd' }))
      expect(texts.join(' ').split(PHRASES.notBesideAbove)).toHaveLength(3)
      expect(texts).toContain('range 29 to 43')
    }
  })
})

describe('iconTwin', () => {
  it('has a row for each picture, with the same words', () => {
    const panels = panelsOf('pain-relief-50', ['botulinum-toxin-a', 'opioids-any'])
    const twin = iconTwin('x', panels)
    expect(twin.rows.map((row) => row.slice(0, 2))).toEqual([
      ['Botulinum toxin A', '68 of 100'],
      ['Placebo or sham, in the same study', '15 of 100'],
      ['Opioids (all, pooled)', '5.9 number needed to treat'],
    ])
    expect(twin.rowFindingIds.slice(0, 2)).toEqual(['wu-2012-botulinum-f1', 'wu-2012-botulinum-f1'])
    const place = twin.columns.indexOf('Without the result')
    expect(twin.rows.map((row) => row[place])).toEqual(['32 of 100', '85 of 100', ''])
  })
})
