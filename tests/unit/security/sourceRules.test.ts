import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

function filesUnder(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => ending.test(path) && statSync(path).isFile())
}

/** What would run text as program, or put it into the page as HTML. Spelled so that this file does not hold it. */
const BARRED: readonly RegExp[] = [
  /\bv-html\b/,
  /\beval\s*\(/,
  /\bnew\s+Function\b/,
  /\.(inner|outer)HTML\b(?!\s*===)/,
  /\binsertAdjacentHTML\b/,
  /\bdocument\.write/,
  /\bcreateContextualFragment\b/,
  /\bsrcdoc\b/,
  /\bset(Timeout|Interval)\(\s*['"`]/,
  /['"`]javascript:/i,
]

/** The line of code without what a comment says of it. */
const code = (line: string) => line.replace(/^\s*(\*|\/\/|\/\*).*$/, '')

describe('the source', () => {
  const files = filesUnder('src', /\.(ts|vue)$/)

  it('never puts text into the page as HTML, and never runs text', () => {
    expect(files.length).toBeGreaterThan(300)
    const found = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => BARRED.some((rule) => rule.test(code(line))))
        .map((line) => `${file}: ${line.trim()}`),
    )
    expect(found).toEqual([])
  })

  it('asks other servers only from the pages that read a record system', () => {
    const asking = files.filter((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .some((line) => /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(/.test(code(line))),
    )
    expect([...asking].sort()).toEqual(
      expect.arrayContaining(['src/features/records/signIn.ts', 'src/stores/readServedFile.ts']),
    )
    const elsewhere = asking.filter((file) => /https?:\/\//.test(readFileSync(file, 'utf8')))
    expect(elsewhere).toEqual([])
  })

  it('has a page without inline handlers, inline styles on elements, or scripts written into it', () => {
    const page = readFileSync('index.html', 'utf8')
    expect(page).not.toMatch(/\son[a-z]+\s*=/i)
    expect(page).not.toMatch(/<[^>]+\sstyle\s*=/i)
    const scripts = [...page.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes)
    for (const attributes of scripts) expect(attributes).toMatch(/src=|application\/ld\+json/)
  })
})
