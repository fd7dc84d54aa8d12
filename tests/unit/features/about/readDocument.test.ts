import { readFileSync } from 'node:fs'
import { readDocument, readInline } from '@/features/about/readDocument'
import { ABOUT_PAGES, pageOfFile } from '@/features/about/sections'
import { describe, expect, it } from 'vitest'

describe('reading a document', () => {
  it('reads headings, paragraphs and lists, and joins lines that were wrapped', () => {
    const text = '# Title\n\nOne line\nand another.\n\n- first\n  goes on\n- second\n\n1. one\n2. two\n'
    expect(readDocument(text)).toEqual([
      { kind: 'heading', level: 1, text: 'Title' },
      { kind: 'paragraph', words: [{ kind: 'text', text: 'One line and another.' }] },
      {
        kind: 'list',
        ordered: false,
        items: [[{ kind: 'text', text: 'first goes on' }], [{ kind: 'text', text: 'second' }]],
      },
      {
        kind: 'list',
        ordered: true,
        items: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two' }]],
      },
    ])
  })

  it('reads bold, code and links inside a line, and leaves other signs alone', () => {
    expect(readInline('A **b** and `c*d` at [e](f.md), 2 * 3')).toEqual([
      { kind: 'text', text: 'A ' },
      { kind: 'strong', text: 'b' },
      { kind: 'text', text: ' and ' },
      { kind: 'code', text: 'c*d' },
      { kind: 'text', text: ' at ' },
      { kind: 'link', text: 'e', href: 'f.md' },
      { kind: 'text', text: ', 2 * 3' },
    ])
  })

  it('reads windows line ends', () => {
    expect(readDocument('a\r\n\r\nb')).toHaveLength(2)
  })
})

const DOCUMENTS = [
  'docs/intended-use.md',
  'docs/standards.md',
  'docs/regulatory.md',
  'docs/accessibility.md',
  'docs/privacy.md',
  'SECURITY.md',
]

describe('the documents that the app shows', () => {
  it.each(DOCUMENTS)(
    '%s is written in what can be read: nothing of the markup is left in the text',
    (file) => {
      const blocks = readDocument(readFileSync(file, 'utf8'))
      const texts = blocks.flatMap((block) => {
        if (block.kind === 'heading') return [block.text]
        const lines = block.kind === 'paragraph' ? [block.words] : block.items
        return lines.flat().map((part) => (part.kind === 'code' ? '' : part.text))
      })
      expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 })
      expect(texts.join('\n')).not.toMatch(/[*`|<>[\]]|^#/m)
      expect(texts.length).toBeGreaterThan(5)
    },
  )

  it.each(DOCUMENTS)('%s links only to what exists, and to pages of the app where there are some', (file) => {
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)]+)\)/g)].map(([, href = '']) => href)
    for (const href of links) {
      const page = pageOfFile(href)
      expect(ABOUT_PAGES.some(({ id }) => id === page) || href.startsWith('https://'), href).toBe(true)
    }
  })

  it('names the tests that prove the privacy statement by files that exist', () => {
    const text = readFileSync('docs/privacy.md', 'utf8')
    const files = [...text.matchAll(/`((?:tests|scripts)\/[^`]+)`/g)].map(([, path = '']) => path)
    expect(files.length).toBeGreaterThan(2)
    for (const path of files) expect(() => readFileSync(path)).not.toThrow()
  })
})
