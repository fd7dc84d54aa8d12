import { estimateOf } from '@/domain/estimate'
import { describeEstimate } from '@/domain/estimateText'
import type { Finding } from '@/domain/tables/findings'
import EstimateFigure from '@/ui/EstimateFigure.vue'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { findingOf, realEvidence } from '../../support/evidence'
import { makeFinding } from '../../support/makeFinding'

const evidence = realEvidence()

function draw(finding: Finding, size: 'cell' | 'row' = 'cell') {
  const estimate = estimateOf(finding, evidence)
  const text = describeEstimate(estimate, evidence)
  return mount(EstimateFigure, { props: { estimate, text, label: 'half of pain gone, an injection', size } })
}
const words = (wrapper: ReturnType<typeof draw>, part: string) =>
  wrapper.get(part).text().replace(/\s+/g, ' ')

describe('EstimateFigure', () => {
  it('is a button that says which number of which treatment it opens', () => {
    const figure = draw(findingOf('wu-2012-botulinum-f1'))
    expect(words(figure, 'button')).toBe('68 of 100')
    expect(figure.get('button').attributes('aria-label')).toMatch(
      /^Open the source of: 68 of 100, half of pain gone, an injection; Wilson interval/,
    )
    expect(figure.get('button').attributes('aria-haspopup')).toBe('dialog')
  })

  it('answers with the finding behind the number', async () => {
    const figure = draw(findingOf('wu-2012-botulinum-f1'))
    await figure.get('button').trigger('click')
    expect(figure.emitted('open')).toEqual([['wu-2012-botulinum-f1']])
  })

  it('says in a word where the interval comes from, and in full to a screen reader', () => {
    const worked = draw(findingOf('wu-2012-botulinum-f1'))
    expect(worked.get('.sign').text()).toBe('from counts')
    expect(worked.get('button').attributes('aria-label')).toContain(
      'Wilson interval, worked out here from the counts',
    )
    const reported = draw(makeFinding({ ciLow: 50, ciHigh: 70 }))
    expect(reported.find('.sign').exists()).toBe(false)
    expect(reported.get('button').attributes('aria-label')).toContain('95 % interval, as reported')
  })

  it('has a phrase and never a blank where there is no interval', () => {
    const figure = draw(makeFinding({ armN: 1000 }))
    expect(words(figure, '.interval')).toBe('Range not reported.')
    expect(figure.get('.interval').classes()).toContain('missing')
  })

  it('has words and never 0 where there is no number', () => {
    const figure = draw(findingOf('mogahed-2017-ketamine-lidocaine-f1'))
    expect(words(figure, 'button')).toContain('No number in the parts read.')
    expect(figure.find('.figure').exists()).toBe(false)
    expect(figure.text()).not.toMatch(/\b0\b/)
  })

  it('shows a reported range as what there is in place of a number', () => {
    expect(words(draw(findingOf('vowles-2015-misuse-f1')), 'button')).toContain('21 to 29 of 100 (range)')
  })

  it('marks a controlled result, a single arm and other patients in different ways', () => {
    const mark = (given: Partial<Finding>) => draw(makeFinding(given)).get('.result-mark').classes().join()
    const marks = [mark({ armDesign: 'randomised' }), mark({}), mark({ directness: 'indirect' })]
    expect(new Set(marks).size).toBe(3)
  })

  it('names design, other patients and certainty in words beside the signs', () => {
    const figure = draw(makeFinding({ directness: 'indirect', population: 'chronic-pain' }))
    for (const name of ['aria-label', 'data-words']) {
      expect(figure.get('.result-mark').attributes(name)).toBe(
        'Single-arm series. Measured in other patients: chronic pain of any kind.',
      )
      expect(figure.get('.certainty-mark').attributes(name)).toBe('Low certainty')
    }
  })

  it('says in a list what a difference is against', () => {
    const row = draw(makeFinding({ measure: 'mean-difference', comparator: 'carbamazepine' }), 'row')
    expect(row.get('.contrast').text()).toBe('against Carbamazepine')
  })
})
