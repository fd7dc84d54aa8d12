import { chainBetween, islands, network } from '@/domain/comparability'
import { evidenceWith, realEvidence } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'
import { describe, expect, it } from 'vitest'

const edge = (one: string, other: string, evidence = realEvidence()) =>
  network(evidence).edges.find(({ treatments }) => treatments.includes(one) && treatments.includes(other))

const node = (id: string) => network(realEvidence()).nodes.find((candidate) => candidate.id === id)

const nodesOf = (findings: Parameters<typeof makeFinding>[0][]) =>
  network(evidenceWith(() => ({ findings: findings.map((given) => makeFinding(given)) }))).nodes

describe('edges', () => {
  it('joins treatments that a row compares, and says where only a direction is known', () => {
    expect(edge('lamotrigine', 'carbamazepine')).toMatchObject({ usable: true, designs: ['non-randomised'] })
    expect(edge('ketamine-iv', 'lidocaine-iv')).toMatchObject({
      usable: false,
      studies: ['mogahed-2017-ketamine-lidocaine'],
    })
  })

  it('joins the arms of one controlled study', () => {
    expect(edge('any-surgery', 'medical-management')?.studies).toEqual(['singhota-2022-mdt'])
    expect(edge('mvd', 'partial-sensory-rhizotomy')?.studies).toContain('dutch-registry-2010-prt-psr-mvd')
  })

  it('does not join a class with its member, though one paper reports both', () => {
    const study = { source: 's', armDesign: 'non-randomised' } as const
    const findings = [
      { ...study, treatment: 'opioids-any' },
      { ...study, treatment: 'morphine' },
    ]
    expect(nodesOf(findings)).toEqual([])
  })

  it('keeps adjusted comparisons of real patients, and leaves out costs and outcomes that describe patients', () => {
    const studies = network(realEvidence()).edges.flatMap((candidate) => candidate.studies)
    expect(studies).toContain('dutch-registry-2010-prt-psr-mvd')
    for (const left of ['gandhoke-cea-mvd-gk', 'anb-2012-cost', 'holland-cost', 'indonesia-2023-mvd-rf-cea'])
      expect(studies).not.toContain(left)
  })

  it('has no node for mixed or other active controls, and marks placebo as another kind', () => {
    expect(node('control-any')).toBeUndefined()
    expect(node('active-control')).toBeUndefined()
    expect(node('placebo')?.kind).toBe('control')
    expect(node('carbamazepine')?.kind).toBe('treatment')
  })

  it('joins no treatment with itself and holds each pair once', () => {
    const keys = network(realEvidence()).edges.map(({ treatments }) => treatments.join(' '))
    expect(new Set(keys).size).toBe(keys.length)
    expect(network(realEvidence()).edges.every(({ treatments: [a, b] }) => a < b)).toBe(true)
  })
})

describe('patients of a node', () => {
  const row = { comparator: 'srs', measure: 'risk-ratio', armDesign: 'randomised' } as const

  it('counts each cohort once, by its largest group, and adds cohorts up', () => {
    const findings = [
      { ...row, cohort: 'c', armN: 40, comparatorN: 10 },
      { ...row, cohort: 'c', armN: 50, comparatorN: 12 },
      { ...row, cohort: 'd', armN: 7, comparatorN: undefined },
    ]
    expect(nodesOf(findings)).toEqual([
      { id: 'mvd', kind: 'treatment', patients: 57 },
      { id: 'srs', kind: 'treatment', patients: 12 },
    ])
  })

  it('is unknown where no row prints a number of people, never 0', () => {
    const counted = [{ ...row, armN: undefined, comparatorN: 30, denominator: 'infusions' }]
    expect(nodesOf(counted).map(({ patients }) => patients)).toEqual([undefined, undefined])
  })
})

describe('islands', () => {
  it('puts every treatment that can be picked on exactly one island', () => {
    const members = islands(realEvidence()).flatMap(({ treatments }) => treatments)
    expect(new Set(members).size).toBe(members.length)
    const selectable = realEvidence().treatments.filter((treatment) => treatment.selectable === 'yes')
    expect(members).toEqual(expect.arrayContaining(selectable.map(({ id }) => id)))
  })

  it('joins drugs through drugs but not through placebo', () => {
    const [procedures, drugs] = islands(realEvidence())
    expect(procedures?.treatments).toEqual(expect.arrayContaining(['mvd', 'srs', 'balloon-compression']))
    expect(drugs?.treatments).toEqual(expect.arrayContaining(['carbamazepine', 'lamotrigine', 'acupuncture']))
    expect(drugs?.treatments).not.toContain('botulinum-toxin-a')
    expect(drugs?.controls).toContain('placebo')
  })

  it.each([
    ['lamotrigine', 'carbamazepine', { kind: 'compared' }],
    ['lamotrigine', 'acupuncture', { kind: 'chain' }],
    ['carbamazepine', 'botulinum-toxin-a', { kind: 'only-through', controls: ['placebo'] }],
    ['carbamazepine', 'mvd', { kind: 'none' }],
    ['mvd', 'amitriptyline', { kind: 'none' }],
  ])('says how %s and %s hang together', (one, other, chain) => {
    expect(chainBetween(one, other, realEvidence())).toEqual(chain)
    expect(chainBetween(other, one, realEvidence())).toEqual(chain)
  })
})
