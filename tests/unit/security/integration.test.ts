import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readQuery } from '@/app/readQuery'
import { settleView } from '@/domain/settleView'
import { readView, type Query } from '@/domain/view'
import { realEvidence } from '../../support/evidence'

const text = readFileSync('docs/integration.md', 'utf8')
const example = readFileSync('docs/examples/cds-hooks-card.json', 'utf8')
const evidence = realEvidence()

interface Card {
  readonly summary?: unknown
  readonly indicator?: unknown
  readonly source?: { readonly label?: unknown }
  readonly links?: readonly { readonly label?: unknown; readonly url?: unknown; readonly type?: unknown }[]
}

function expectSettled(address: string) {
  const { search } = new URL(address)
  const { ignored } = settleView(readView(readQuery(search) as Query), evidence)
  expect({ address, ignored }).toEqual({ address, ignored: [] })
}

describe('the examples of docs/integration.md', () => {
  it('are addresses of which nothing is left out', () => {
    const addresses = [...text.matchAll(/https:\/\/tn\.example\.org[^\s`"…]*/g)].map(([address]) => address)
    expect(addresses.length).toBeGreaterThan(6)
    for (const address of addresses) expectSettled(address)
  })

  // https://cds-hooks.hl7.org/2.0/: card attributes, source and link
  it('show the card of the file, with what CDS Hooks requires of it', () => {
    const blocks = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(
      ([, block = '']) => JSON.parse(block.trim()) as object,
    )
    expect(blocks).toContainEqual(JSON.parse(example))
    const { cards } = JSON.parse(example) as { cards: readonly Card[] }
    expect(cards.length).toBeGreaterThan(0)
    for (const { summary, indicator, source, links = [] } of cards) {
      expect(summary).toEqual(expect.stringMatching(/^.{1,139}$/))
      expect(['info', 'warning', 'critical']).toContain(indicator)
      expect(source?.label).toEqual(expect.stringMatching(/./))
      expect(links.length).toBeGreaterThan(0)
      for (const { label, url, type } of links) {
        expect(label).toEqual(expect.stringMatching(/./))
        expect(type).toBe('absolute')
        expectSettled(String(url))
      }
    }
  })
})
